package dev.trivium.imputation.interval;

import dev.trivium.data.series.SeriesSet;
import java.util.Arrays;

/**
 * How far cells lie from the nearest visible value of their series, and the groups of such distances. A cell with visible values in reach on both
 * sides lies inside a gap; one with visible values on one side only lies at a loose end, as the newest row of a stream does: its distance is
 * counted negative, and it is in a group of its own.
 */
final class GapSteps {

    /** Least distance of each group; the last one is of cells with nothing in reach. */
    private static final int[] LEAST = {1, 2, 4, 8, 16, 48};

    /** Groups of cells inside gaps, and after them that of cells with nothing in reach. */
    static final int INSIDE = LEAST.length;

    /** All groups: those of loose ends come last. */
    static final int GROUPS = 2 * INSIDE - 1;
    static final int REACH = LEAST[INSIDE - 1];

    private GapSteps() {}

    /** {@return (to − from, series), row-major: steps to the nearest visible value, 0 for a visible one, negative at a loose end, {@link #REACH} with nothing in reach} */
    static int[] of(SeriesSet series, int from, int to) {
        int width = series.width();
        int[] steps = new int[(to - from) * width];
        int first = Math.max(0, from - REACH);
        int last = Math.min(series.length(), to + REACH);
        int[] since = new int[width];
        Arrays.fill(since, REACH);
        for (int t = first; t < to; t++) {
            for (int s = 0; s < width; s++) {
                since[s] = series.observed(t, s) ? 0 : Math.min(REACH, since[s] + 1);
                if (t >= from) {
                    steps[(t - from) * width + s] = since[s];
                }
            }
        }
        Arrays.fill(since, REACH);
        for (int t = last - 1; t >= from; t--) {
            for (int s = 0; s < width; s++) {
                since[s] = series.observed(t, s) ? 0 : Math.min(REACH, since[s] + 1);
                if (t < to) {
                    int cell = (t - from) * width + s;
                    steps[cell] = joined(steps[cell], since[s]);
                }
            }
        }
        return steps;
    }

    private static int joined(int before, int after) {
        int nearest = Math.min(before, after);
        boolean looseEnd = nearest < REACH && Math.max(before, after) == REACH;
        return looseEnd ? -nearest : nearest;
    }

    /** {@return the group of a distance other than 0} */
    static int group(int steps) {
        int distance = Math.min(REACH, Math.abs(steps));
        int group = INSIDE - 1;
        while (group > 0 && distance < LEAST[group]) {
            group--;
        }
        return steps < 0 && group < INSIDE - 1 ? INSIDE + group : group;
    }

    static String label(int group) {
        if (group == INSIDE - 1) {
            return LEAST[group] + " or more";
        }
        int inside = group % INSIDE;
        int most = LEAST[inside + 1] - 1;
        String distance = most == LEAST[inside] ? Integer.toString(most) : LEAST[inside] + " to " + most;
        return group < INSIDE ? distance : distance + " at a loose end";
    }
}
