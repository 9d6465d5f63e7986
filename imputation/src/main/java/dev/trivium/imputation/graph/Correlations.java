package dev.trivium.imputation.graph;

import java.util.Arrays;

/** Pearson correlations of columns with gaps, each over the rows that both have. */
final class Correlations {

    private static final int LEAST_COMMON = 3;
    /** Below this share of its size a variance is rounding. */
    private static final double ROUNDING = 1e-12;

    private Correlations() {}

    /** Adds the correlation of each two columns to {@code sums}, and one to {@code counts} where there is one. An empty column has none. */
    static void add(double[][] columns, double[] sums, int[] counts) {
        int nodes = columns.length;
        for (double[] column : columns) {
            standardise(column);
        }
        for (int i = 0; i < nodes; i++) {
            for (int j = i + 1; j < nodes; j++) {
                if (columns[i].length == 0 || columns[j].length == 0) {
                    continue;
                }
                double r = of(columns[i], columns[j]);
                if (!Double.isNaN(r)) {
                    sums[i * nodes + j] += r;
                    sums[j * nodes + i] += r;
                    counts[i * nodes + j]++;
                    counts[j * nodes + i]++;
                }
            }
        }
    }

    /** Sums of squares of values far from 0 would lose digits. */
    private static void standardise(double[] column) {
        double mean = Arrays.stream(column).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double scale = Math.sqrt(Arrays.stream(column).filter(v -> !Double.isNaN(v)).map(v -> (v - mean) * (v - mean)).average().orElse(0));
        for (int t = 0; t < column.length; t++) {
            column[t] = (column[t] - mean) / (scale > Math.abs(mean) * ROUNDING ? scale : Double.NaN);
        }
    }

    static double of(double[] a, double[] b) {
        int n = 0;
        double sa = 0;
        double sb = 0;
        double saa = 0;
        double sbb = 0;
        double sab = 0;
        for (int t = 0; t < a.length; t++) {
            double x = a[t];
            double y = b[t];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                n++;
                sa += x;
                sb += y;
                saa += x * x;
                sbb += y * y;
                sab += x * y;
            }
        }
        double va = saa - sa * sa / n;
        double vb = sbb - sb * sb / n;
        if (n < LEAST_COMMON || !(va > saa * ROUNDING) || !(vb > sbb * ROUNDING)) {
            return Double.NaN;
        }
        return (sab - sa * sb / n) / Math.sqrt(va * vb);
    }
}
