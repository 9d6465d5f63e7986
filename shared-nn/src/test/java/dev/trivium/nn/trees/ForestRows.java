package dev.trivium.nn.trees;

import java.util.Random;
import java.util.stream.IntStream;

/** Rows of three numbers and twenty indicators, with labels that depend on some of them. */
final class ForestRows {

    static final int NUMBERS = 3;
    static final int INDICATORS = 20;

    private ForestRows() {}

    static TreeRows rows(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count * NUMBERS];
        int[][] ones = new int[count][];
        for (int r = 0; r < count; r++) {
            values[NUMBERS * r] = (float) random.nextGaussian();
            values[NUMBERS * r + 1] = random.nextInt(5);
            values[NUMBERS * r + 2] = -3;
            ones[r] = IntStream.range(0, INDICATORS).filter(i -> random.nextInt(INDICATORS) < i).toArray(); // 0 never
        }
        return TreeRows.of(NUMBERS, INDICATORS, values, ones);
    }

    /** y = 2 sin x0 + x1 z10 - 3 z5 + a little noise, z being the indicators. */
    static float[] labels(TreeRows rows, long seed) {
        Random noise = new Random(seed);
        float[] x = rows.toArray(0, rows.count());
        float[] labels = new float[rows.count()];
        for (int r = 0; r < labels.length; r++) {
            int at = r * rows.width();
            labels[r] = (float) (2 * Math.sin(x[at]) + x[at + 1] * x[at + NUMBERS + 10] - 3 * x[at + NUMBERS + 5]
                    + 0.1 * noise.nextGaussian());
        }
        return labels;
    }

    static double squaredError(double[] sums, float[] labels) {
        double error = 0;
        for (int r = 0; r < labels.length; r++) {
            error += (sums[r] - labels[r]) * (sums[r] - labels[r]) / labels.length;
        }
        return error;
    }

    static double variance(float[] labels) {
        double mean = IntStream.range(0, labels.length).mapToDouble(r -> labels[r]).average().orElseThrow();
        return IntStream.range(0, labels.length).mapToDouble(r -> (labels[r] - mean) * (labels[r] - mean)).average().orElseThrow();
    }
}
