package dev.trivium.imputation.baseline;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Pearson correlations between series over the rows where both are visible, drawn towards 0 where these are few. */
final class Correlations {

    private static final int SHRINK = 10; // rows
    private static final double MOST = 0.999; // weights stay finite

    private Correlations() {}

    /** A series and its correlation with another. */
    record Neighbour(int series, double correlation) {}

    /** {@return for each series the others with the largest correlation of either sign, largest first, ties by place; those without any are left out} */
    static List<List<Neighbour>> nearest(StandardRows rows, int most) {
        int width = rows.width();
        double[][] columns = new double[width][rows.length()];
        for (int s = 0; s < width; s++) {
            for (int t = 0; t < rows.length(); t++) {
                columns[s][t] = rows.value(t, s);
            }
        }
        double[][] all = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                all[i][j] = correlation(columns[i], columns[j]);
                all[j][i] = all[i][j];
            }
        }
        return IntStream.range(0, width).mapToObj(i -> IntStream.range(0, width).filter(j -> j != i && all[i][j] != 0)
                .mapToObj(j -> new Neighbour(j, all[i][j]))
                .sorted(Comparator.comparingDouble((Neighbour n) -> -Math.abs(n.correlation())).thenComparingInt(Neighbour::series))
                .limit(most).toList()).toList();
    }

    private static double correlation(double[] a, double[] b) {
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int t = 0; t < a.length; t++) {
            if (Double.isNaN(a[t]) || Double.isNaN(b[t])) {
                continue;
            }
            n++;
            sumA += a[t];
            sumB += b[t];
            squaresA += a[t] * a[t];
            squaresB += b[t] * b[t];
            products += a[t] * b[t];
        }
        if (n < 3) {
            return 0;
        }
        double spread = (squaresA - sumA * sumA / n) * (squaresB - sumB * sumB / n);
        if (!(spread > 1e-18 * n * n)) { // standardised: one of them is constant
            return 0;
        }
        double correlation = (products - sumA * sumB / n) / Math.sqrt(spread);
        return Math.max(-MOST, Math.min(MOST, correlation)) * n / (n + SHRINK);
    }
}
