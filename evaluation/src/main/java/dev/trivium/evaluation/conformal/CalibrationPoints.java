package dev.trivium.evaluation.conformal;

import java.util.Arrays;

/**
 * What a method said and what came, for points that neither trained nor chose it. The arrays are not copied.
 *
 * <p>A value that is missing is not a point: leave it out. NaN and infinite numbers are refused with their place.
 */
public final class CalibrationPoints {

    private final double[][] low;
    private final double[][] high;
    private final double[] values;
    private final int[] groups;
    private final double[] scale;

    private CalibrationPoints(double[][] low, double[][] high, double[] values, int[] groups, double[] scale) {
        this.low = low;
        this.high = high;
        this.values = values;
        this.groups = groups;
        this.scale = scale;
    }

    /**
     * {@return points of a method that says one number}
     *
     * @param estimates what it said
     * @param values what came, in the same order
     */
    public static CalibrationPoints of(double[] estimates, double[] values) {
        requireFinite("estimates", estimates, values.length);
        requireFinite("values", values, values.length);
        return new CalibrationPoints(new double[][] {estimates}, new double[][] {estimates}, values, new int[values.length], new double[0]);
    }

    /**
     * {@return points of a method that says quantiles}
     *
     * @param low for every share the lower end, (share, point): for 0.8 the quantile at 0.1, or the nearest that there is
     * @param high the upper ends; nowhere below {@code low}
     * @param values what came
     */
    public static CalibrationPoints ofQuantiles(double[][] low, double[][] high, double[] values) {
        if (low.length != high.length || low.length == 0) {
            throw new IllegalArgumentException("low and high must have a row for each share, got " + low.length + " and " + high.length);
        }
        requireFinite("values", values, values.length);
        for (int q = 0; q < low.length; q++) {
            requireFinite("low", low[q], values.length);
            requireFinite("high", high[q], values.length);
            for (int i = 0; i < values.length; i++) {
                if (low[q][i] > high[q][i]) {
                    throw new IllegalArgumentException("low must be at most high, got " + low[q][i] + " and " + high[q][i] + " at point " + i);
                }
            }
        }
        return new CalibrationPoints(low, high, values, new int[values.length], new double[0]);
    }

    /** {@return the same points, each of a group, numbered from 0} */
    public CalibrationPoints inGroups(int[] groups) {
        if (groups.length != values.length || Arrays.stream(groups).anyMatch(group -> group < 0)) {
            throw new IllegalArgumentException("groups must hold a number of at least 0 for each of " + values.length + " points, got "
                    + Arrays.toString(Arrays.copyOf(groups, Math.min(groups.length, 10))));
        }
        return new CalibrationPoints(low, high, values, groups, scale);
    }

    /** {@return the same points, each with a scale by which its errors are divided: such as the deviation of its series, or a spread that was said} */
    public CalibrationPoints scaledBy(double[] scale) {
        requireFinite("scale", scale, values.length);
        if (Arrays.stream(scale).anyMatch(one -> one <= 0)) {
            throw new IllegalArgumentException("scale must be above 0 for every point, got " + Arrays.stream(scale).min().orElseThrow());
        }
        return new CalibrationPoints(low, high, values, groups, scale);
    }

    private static void requireFinite(String name, double[] numbers, int length) {
        if (numbers.length != length) {
            throw new IllegalArgumentException(name + " must hold a number for each of " + length + " points, got " + numbers.length);
        }
        for (int i = 0; i < length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new IllegalArgumentException(name + " must be finite, got " + numbers[i] + " at point " + i);
            }
        }
    }

    /** {@return the number of points} */
    public int size() {
        return values.length;
    }

    int group(int i) {
        return groups[i];
    }

    void requireShares(int shares) {
        if (low.length != 1 && low.length != shares) {
            throw new IllegalArgumentException("points must have quantiles for each of " + shares + " shares, got " + low.length);
        }
    }

    /** By how much point i lies below its low end; negative inside. */
    double below(int share, int i) {
        return scaled(low[low.length == 1 ? 0 : share][i] - values[i], i);
    }

    double above(int share, int i) {
        return scaled(values[i] - high[high.length == 1 ? 0 : share][i], i);
    }

    private double scaled(double error, int i) {
        double score = scale.length == 0 ? error : error / scale[i];
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("errors must be finite, got " + score + " at point " + i);
        }
        return score;
    }
}
