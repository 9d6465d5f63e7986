package dev.trivium.nn.trees;

/** For each indicator, the rows of a node where it is 1: their number and the sum of their labels. */
final class IndicatorSums {

    private final TreeRows rows;
    private final long[] counts;
    private final double[] sums;
    private final int[] touched;
    private int size;

    IndicatorSums(TreeRows rows) {
        this.rows = rows;
        counts = new long[rows.indicators()];
        sums = new double[rows.indicators()];
        touched = new int[rows.indicators()];
    }

    void add(int[] order, int from, int to, int[] weight, float[] labels) {
        for (int i = from; i < to; i++) {
            int r = order[i];
            double labelled = weight[r] * (double) labels[r];
            for (int at = rows.start(r); at < rows.start(r + 1); at++) {
                int one = rows.one(at);
                if (counts[one] == 0) {
                    touched[size++] = one;
                }
                counts[one] += weight[r];
                sums[one] += labelled;
            }
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            counts[touched[i]] = 0;
            sums[touched[i]] = 0;
        }
        size = 0;
    }

    long count(int indicator) {
        return counts[indicator];
    }

    double sum(int indicator) {
        return sums[indicator];
    }
}
