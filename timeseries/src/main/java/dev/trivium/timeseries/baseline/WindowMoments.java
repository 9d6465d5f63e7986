package dev.trivium.timeseries.baseline;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Sums over windows of one series, with x the L inputs and y the H targets of a window: n, Σ x, Σ y, Σ x xᵀ, Σ x yᵀ and Σ y².
 *
 * <p>The windows of neighbouring origins overlap, so along a diagonal the products of a whole run of origins differ by one product
 * that leaves and one that comes in: a run of n origins costs n (L + H) + L (L + H) products instead of n L (L + H).
 */
final class WindowMoments {

    final int inputs;
    final int targets;
    final double[] sums;         // Σ of x, then y: L + H
    final double[][] products;   // row p < L: Σ x_p times x, then y; the part left of the diagonal is filled in at the end
    final double[] squares;      // Σ y²
    private int count;

    private WindowMoments(int lookback, int horizon) {
        inputs = lookback;
        targets = horizon;
        sums = new double[lookback + horizon];
        products = new double[lookback][lookback + horizon];
        squares = new double[horizon];
    }

    /**
     * Sums up windows.
     *
     * @param values of the series, without gaps
     * @param origins first target rows, increasing
     * @param used which of the origins count
     */
    static WindowMoments of(double[] values, int[] origins, int lookback, int horizon, IntPredicate used) {
        WindowMoments moments = new WindowMoments(lookback, horizon);
        int[] taken = Arrays.stream(origins).filter(used).toArray();
        for (int i = 0; i < taken.length; ) {
            int first = i;
            while (++i < taken.length && taken[i] == taken[i - 1] + 1) { } // a run of neighbours
            moments.addRun(values, taken[first] - lookback, i - first);
        }
        for (int p = 1; p < lookback; p++) {
            for (int q = 0; q < p; q++) {
                moments.products[p][q] = moments.products[q][p];
            }
        }
        return moments;
    }

    int count() {
        return count;
    }

    /** Adds {@code n} windows that start at rows {@code from}, {@code from + 1}, and so on. */
    private void addRun(double[] v, int from, int n) {
        int length = inputs + targets;
        double[] row = new double[length];
        for (int q = 0; q < length; q++) {
            row[q] = lagged(v, from, n, q);
        }
        for (int p = 0; p < inputs; p++) {
            for (int q = p; q < length; q++) {
                products[p][q] += row[q];
            }
            for (int q = length - 1; q > p; q--) { // from row p to row p + 1
                row[q] = row[q - 1] - v[from + p] * v[from + q - 1] + v[from + n + p] * v[from + n + q - 1];
            }
        }
        double sum = 0;
        double square = 0;
        for (int i = from; i < from + n; i++) {
            sum += v[i];
            square += v[from + inputs + i - from] * v[from + inputs + i - from];
        }
        for (int q = 0; q < length; q++) {
            sums[q] += sum;
            sum += q + 1 < length ? v[from + n + q] - v[from + q] : 0;
        }
        for (int h = 0; h < targets; h++) {
            squares[h] += square;
            int next = from + inputs + h;
            square += h + 1 < targets ? v[next + n] * v[next + n] - v[next] * v[next] : 0;
        }
        count += n;
    }

    private static double lagged(double[] v, int from, int n, int lag) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += v[i] * v[i + lag];
        }
        return sum;
    }
}
