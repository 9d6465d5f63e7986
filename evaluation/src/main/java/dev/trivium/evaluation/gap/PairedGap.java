package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import java.util.SplittableRandom;

/**
 * A method against another on the same hidden cells.
 *
 * <p>The test flips signs: if the two methods were alike, the difference of their absolute errors in a block of rows could as well have the
 * other sign. Blocks are as long as those of the bootstrap and do not overlap; errors are the mean over the seeds, so a fit that was lucky counts
 * as one of several. p is the share of flips whose total is at least as far from 0 as what was found: two-sided, of all flips of up to 13 blocks,
 * else of {@value #FLIPS} random ones and what was found.
 * The interval resamples blocks, and the seeds of both methods too. Ours.
 *
 * @param method     name of the method
 * @param reference  name of the other
 * @param difference MAE of the method minus that of the other; below 0 the method is better
 * @param interval   its confidence interval
 * @param p          of the test, NaN with fewer than {@value #MIN_BLOCKS} blocks
 */
public record PairedGap(String method, String reference, double difference, Interval interval, double p) {

    /** The fewest blocks for a test. */
    public static final int MIN_BLOCKS = 6;

    /** Random flips. */
    public static final int FLIPS = 9999;

    private static final int MOST_EXACT = 13;

    /** The p below which a difference is called shown. */
    public static final double SHOWN = 0.05;

    /** {@return the comparison of two methods that were scored on the same cells} */
    public static PairedGap of(GapRun method, GapRun reference, RowResamples resamples) {
        if (method.targets() != reference.targets()) {
            throw new IllegalArgumentException("methods must be scored on the same cells, got others for " + method.method().name() + " and "
                    + reference.method().name());
        }
        RowErrors ours = RowErrors.of(method.runs());
        RowErrors theirs = RowErrors.of(reference.runs());
        double[] difference = ours.meanAbsolute();
        double[] other = theirs.meanAbsolute();
        double total = 0;
        for (int t = 0; t < difference.length; t++) {
            difference[t] -= other[t];
            total += difference[t];
        }
        return new PairedGap(method.method().name(), reference.method().name(), total / method.targets().cells(),
                interval(ours, theirs, resamples), p(difference, resamples));
    }

    private static Interval interval(RowErrors ours, RowErrors theirs, RowResamples resamples) {
        double[][] rows = new double[1 + ours.seeds() + theirs.seeds()][];
        rows[0] = ours.cells();
        for (int k = 0; k < ours.seeds(); k++) {
            rows[1 + k] = ours.absolute(k);
        }
        for (int k = 0; k < theirs.seeds(); k++) {
            rows[1 + ours.seeds() + k] = theirs.absolute(k);
        }
        SplittableRandom random = new SplittableRandom(resamples.bootstrap().seed());
        return resamples.interval(totals -> (mean(totals, 1, ours.seeds(), random)
                - mean(totals, 1 + ours.seeds(), theirs.seeds(), random)) / totals[0], rows);
    }

    /** {@return the mean of as many draws as there are seeds} */
    private static double mean(double[] totals, int first, int seeds, SplittableRandom random) {
        double mean = 0;
        for (int k = 0; k < seeds; k++) {
            mean += totals[first + (seeds == 1 ? 0 : random.nextInt(seeds))] / seeds;
        }
        return mean;
    }

    private static double p(double[] perRow, RowResamples resamples) {
        int length = resamples.bootstrap().blockLength();
        double[] blocks = new double[perRow.length / length];
        if (blocks.length < MIN_BLOCKS) {
            return Double.NaN;
        }
        double found = 0;
        for (int t = 0; t < perRow.length; t++) {
            blocks[Math.min(t / length, blocks.length - 1)] += perRow[t]; // what is left over joins the last block
            found += perRow[t];
        }
        double limit = Math.abs(found) * (1 - 1e-12); // the same sum in another order
        return blocks.length <= MOST_EXACT ? exact(blocks, limit) : random(blocks, limit, resamples.bootstrap().seed());
    }

    private static double exact(double[] blocks, double limit) {
        int asFar = 0;
        for (int signs = 0; signs < 1 << blocks.length; signs++) {
            double sum = 0;
            for (int b = 0; b < blocks.length; b++) {
                sum += (signs >> b & 1) == 0 ? blocks[b] : -blocks[b];
            }
            asFar += Math.abs(sum) >= limit ? 1 : 0;
        }
        return asFar / (double) (1 << blocks.length);
    }

    private static double random(double[] blocks, double limit, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int asFar = 1;
        for (int r = 0; r < FLIPS; r++) {
            double sum = 0;
            for (double block : blocks) {
                sum += random.nextInt(2) == 0 ? block : -block;
            }
            asFar += Math.abs(sum) >= limit ? 1 : 0;
        }
        return asFar / (FLIPS + 1.0);
    }

    /** {@return whether the method is better, by the test and by the interval, which knows of the seeds too} */
    public boolean isBetter() {
        return difference < 0 && p < SHOWN && !interval.contains(0);
    }
}
