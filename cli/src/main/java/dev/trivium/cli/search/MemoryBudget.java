package dev.trivium.cli.search;

import java.util.Locale;

/**
 * How many trials may run at once.
 *
 * <p>Every child may have a heap of half its share of the budget, the other half being for the tensors, which are not on the heap. The first trial runs
 * alone. From then on a trial is expected to take as much as the largest one measured so far, and a fifth more; another one starts if all that run, and
 * it, are expected to stay within the budget. Where memory cannot be measured, the share is expected.
 */
final class MemoryBudget {

    private static final double MORE = 1.2;
    private static final double MEGABYTE = 1e6;
    private static final long LEAST_HEAP = 96 * MemorySize.MEBIBYTE;

    private final long budget;
    private final int jobs;
    private double largest;
    private boolean first = true;

    MemoryBudget(MemorySize memory, int jobs) {
        budget = memory.bytes();
        this.jobs = jobs;
    }

    /** {@return the limit of the heap of a child, in bytes} */
    long heap() {
        return Math.max(LEAST_HEAP, budget / jobs / 2);
    }

    /** A trial has ended. */
    void measured(double megabytes) {
        first = false;
        largest = Math.max(largest, megabytes * MEGABYTE);
    }

    /** {@return bytes that a trial is expected to take} */
    double expected() {
        return largest > 0 ? MORE * largest : (double) budget / jobs;
    }

    /** {@return whether another trial may start beside those that run} */
    boolean allows(int running) {
        return running == 0 || running < jobs && !first && (running + 1) * expected() <= budget * (1 + 1e-9);
    }

    /** {@return what the measurement means for a search that wants to run more at once} */
    String text() {
        int fit = (int) Math.max(1, Math.min(jobs, Math.floor(budget * (1 + 1e-9) / expected())));
        String takes = largest > 0 ? String.format(Locale.ROOT, "the largest trial took %s, %s are expected of one", MemorySize.text((long) largest),
                MemorySize.text((long) expected())) : "memory cannot be measured here";
        return takes + "; of --memory " + MemorySize.text(budget) + " that leaves " + fit + " at once"
                + (expected() > budget ? ", though one alone is above it" : "");
    }
}
