package dev.trivium.evaluation.metric;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Circular moving-block bootstrap over rows of time, of scores that are made of sums over rows. Blocks are those of {@link Bootstrap}, counted
 * in rows; every call draws the same ones, so scores of two methods are paired.
 *
 * @param bootstrap how often, in what blocks, from what seed
 * @param rows      rows that are resampled, at least 1
 */
public record RowResamples(Bootstrap bootstrap, int rows) {

    /** Checks the rows. */
    public RowResamples {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
    }

    /** {@return the usual blocks for rows of time: {@code length} rows, shorter if fewer than eight such blocks fit; 1000 resamples, 95 %} */
    public static RowResamples standard(int rows, int length, long seed) {
        return new RowResamples(new Bootstrap(1000, Math.max(1, Math.min(length, rows / 8)), 0.95, seed), rows);
    }

    /**
     * {@return an interval of the score; unknown if there are too few rows, or the score is undefined in a resample}
     *
     * @param score of the totals of the quantities, in their order
     * @param perRow quantities, each with one number per row
     */
    public Interval interval(ToDoubleFunction<double[]> score, double[]... perRow) {
        if (!bootstrap.suffices(rows)) {
            return Interval.UNKNOWN;
        }
        return ExpandedPercentile.of(draw(score, perRow), bootstrap.level(), (double) rows / bootstrap.blockLength());
    }

    private double[] draw(ToDoubleFunction<double[]> score, double[]... perRow) {
        double[][] before = new double[perRow.length][];
        for (int q = 0; q < perRow.length; q++) {
            before[q] = prefix(perRow[q]);
        }
        SplittableRandom random = new SplittableRandom(bootstrap.seed());
        double[] drawn = new double[bootstrap.resamples()];
        for (int r = 0; r < drawn.length; r++) {
            double[] totals = new double[perRow.length];
            for (int left = rows; left > 0; left -= bootstrap.blockLength()) {
                add(before, random.nextInt(rows), Math.min(left, bootstrap.blockLength()), totals);
            }
            drawn[r] = score.applyAsDouble(totals);
        }
        return drawn;
    }

    private double[] prefix(double[] values) {
        if (values.length != rows) {
            throw new IllegalArgumentException("perRow must have one number for each of " + rows + " rows, got " + values.length);
        }
        double[] before = new double[rows + 1];
        for (int t = 0; t < rows; t++) {
            before[t + 1] = before[t] + values[t];
        }
        return before;
    }

    private void add(double[][] before, int start, int length, double[] totals) {
        int end = start + length;
        for (int q = 0; q < totals.length; q++) {
            totals[q] += before[q][Math.min(end, rows)] - before[q][start] + (end > rows ? before[q][end - rows] : 0);
        }
    }
}
