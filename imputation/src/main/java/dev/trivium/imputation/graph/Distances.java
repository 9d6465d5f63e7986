package dev.trivium.imputation.graph;

import java.util.Arrays;

/**
 * Mean squared differences of all pairs of nodes.
 *
 * @param values D (N, N), symmetric, 0 on the diagonal
 * @param typical the median over the pairs; the mean where that is 0, and 1 where that is 0 too; positive
 */
record Distances(float[] values, double typical) {

    /** Pairs with fewer common values are not compared. */
    static final int LEAST_COMMON = 3;
    /** How far apart pairs are put that cannot be compared, in typical distances. */
    private static final double UNKNOWN = 10;

    /** {@return the distances of a window} */
    static Distances of(Planes planes) {
        return of(planes, LEAST_COMMON);
    }

    /** {@return the distances of a window, pairs being compared on {@code least} common values or more} */
    static Distances of(Planes planes, int least) {
        int nodes = planes.nodes();
        float[] sums = new float[nodes * nodes];
        int steps = planes.time() * planes.channels();
        if (planes.weights() == null) {
            squares(planes, 0, steps, sums);
            for (int at = 0; at < sums.length; at++) {
                sums[at] /= steps;
            }
            return new Distances(sums, typical(sums, nodes));
        }
        float[] counts = new float[nodes * nodes];
        commonSquares(planes, 0, steps, sums, counts);
        for (int at = 0; at < sums.length; at++) {
            sums[at] = counts[at] < least ? Float.NaN : sums[at] / counts[at];
        }
        double typical = typical(sums, nodes);
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                int at = i * nodes + j;
                sums[at] = i == j ? 0 : Float.isNaN(sums[at]) ? (float) (UNKNOWN * typical) : sums[at];
            }
        }
        return new Distances(sums, typical);
    }

    /** {@return R of the whole window} */
    float[] kernel(double kappa) {
        int nodes = (int) Math.round(Math.sqrt(values.length));
        float[] similarity = new float[values.length];
        for (int i = 0; i < nodes; i++) {
            similarity[i * nodes + i] = 1;
            for (int j = i + 1; j < nodes; j++) {
                float r = Kernels.similarity(values[i * nodes + j], kappa);
                similarity[i * nodes + j] = r;
                similarity[j * nodes + i] = r;
            }
        }
        return similarity;
    }

    /** {@return R of one step; a pair without a common value there has that of the whole window} */
    static float[] kernelOfStep(Planes planes, int step, float[] pooled, double kappa) {
        int nodes = planes.nodes();
        int channels = planes.channels();
        float[] sums = new float[nodes * nodes];
        float[] counts = new float[planes.weights() == null ? 0 : sums.length];
        if (counts.length == 0) {
            squares(planes, step * channels, (step + 1) * channels, sums);
        } else {
            commonSquares(planes, step * channels, (step + 1) * channels, sums, counts);
        }
        for (int i = 0; i < nodes; i++) {
            for (int j = i; j < nodes; j++) {
                int at = i * nodes + j;
                float count = counts.length == 0 ? channels : counts[at];
                float r = i == j ? 1 : count == 0 ? pooled[at] : Kernels.similarity(sums[at] / count, kappa);
                sums[at] = r;
                sums[j * nodes + i] = r;
            }
        }
        return sums;
    }

    /** Differences are squared as they are, not by dot products: no cancellation, and (a - b)² is (b - a)² to the bit. */
    private static void squares(Planes planes, int from, int to, float[] sums) {
        int nodes = planes.nodes();
        float[] z = planes.values();
        float[] row = new float[nodes];
        for (int i = 0; i < nodes; i++) {
            Arrays.fill(row, i, nodes, 0);
            for (int p = from; p < to; p++) {
                addSquares(z, p * nodes, z[p * nodes + i], row, i);
            }
            System.arraycopy(row, i, sums, i * nodes + i, nodes - i);
            for (int j = i + 1; j < nodes; j++) {
                sums[j * nodes + i] = row[j];
            }
        }
    }

    /** Of the nodes from {@code first} on. */
    private static void addSquares(float[] z, int offset, float x, float[] row, int first) {
        for (int j = first; j < row.length; j++) {
            float e = z[offset + j] - x;
            row[j] += e * e;
        }
    }

    private static void commonSquares(Planes planes, int from, int to, float[] sums, float[] counts) {
        int nodes = planes.nodes();
        float[] z = planes.values();
        float[] w = planes.weights();
        float[] row = new float[nodes];
        float[] count = new float[nodes];
        for (int i = 0; i < nodes && w != null; i++) {
            Arrays.fill(row, 0);
            Arrays.fill(count, 0);
            for (int p = from; p < to; p++) {
                if (w[p * nodes + i] != 0) {
                    addCommon(z, w, p * nodes, z[p * nodes + i], row, count);
                }
            }
            System.arraycopy(row, 0, sums, i * nodes, nodes);
            System.arraycopy(count, 0, counts, i * nodes, nodes);
        }
    }

    private static void addCommon(float[] z, float[] w, int offset, float x, float[] row, float[] count) {
        for (int j = 0; j < row.length; j++) {
            float e = z[offset + j] - x;
            row[j] += w[offset + j] * e * e;
            count[j] += w[offset + j];
        }
    }

    /** Over the pairs that are numbers. */
    private static double typical(float[] distances, int nodes) {
        float[] pairs = new float[nodes * (nodes - 1) / 2];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < nodes; i++) {
            for (int at = i * nodes + i + 1; at < (i + 1) * nodes; at++) {
                if (!Float.isNaN(distances[at])) {
                    pairs[count++] = distances[at];
                    sum += distances[at];
                }
            }
        }
        double median = count == 0 ? 0 : Median.of(pairs, count);
        return median > 0 ? median : sum > 0 ? sum / count : 1;
    }
}
