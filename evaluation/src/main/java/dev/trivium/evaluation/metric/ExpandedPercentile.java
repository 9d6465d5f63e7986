package dev.trivium.evaluation.metric;

import java.util.Arrays;

/**
 * Percentile interval of resampled scores, expanded for a small number of independent pieces (Hesterberg 2015, §5.3).
 *
 * <p>The plain percentile interval of k pieces is too narrow by the factor that separates the normal from Student's t
 * distribution and by √((k − 1) / k). The expanded one reads the percentiles Φ(± √(k / (k − 1)) t<sub>k−1</sub>) instead.
 */
final class ExpandedPercentile {

    private ExpandedPercentile() {
    }

    /**
     * {@return the interval, unknown if a value is NaN}
     *
     * @param values resampled scores
     * @param level  confidence level in (0, 1)
     * @param pieces independent pieces k that a resample is made of, at least 2
     */
    static Interval of(double[] values, double level, double pieces) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) { // NaN sorts last
            return Interval.UNKNOWN;
        }
        double tail = normalTail(Math.sqrt(pieces / (pieces - 1)) * studentQuantile((1 - level) / 2, pieces - 1));
        return new Interval(percentile(sorted, tail), percentile(sorted, 1 - tail));
    }

    private static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Upper quantile of Student's t by its expansion in 1/ν (Abramowitz and Stegun 1964, 26.7.5); within 2 % from ν = 3
     * at 95 %.
     */
    static double studentQuantile(double tail, double freedom) {
        double z = normalQuantile(tail);
        double z2 = z * z;
        double g1 = z * (z2 + 1) / 4;
        double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        return z + (g1 + (g2 + g3 / freedom) / freedom) / freedom;
    }

    /** {@return the z above which a standard normal variable lies with probability {@code tail}, by halving an interval} */
    static double normalQuantile(double tail) {
        double low = -10;
        double high = 10;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (normalTail(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** {@return P(Z > z) of a standard normal Z, within 8e-8} (Abramowitz and Stegun 1964, 26.2.17). */
    static double normalTail(double z) {
        if (z < 0) {
            return 1 - normalTail(-z);
        }
        double t = 1 / (1 + 0.2316419 * z);
        double series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }
}
