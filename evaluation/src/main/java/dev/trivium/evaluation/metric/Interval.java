package dev.trivium.evaluation.metric;

import java.util.Locale;

/**
 * A confidence interval, or none: where there were too few windows to say, both ends are NaN.
 *
 * @param low  lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {

    /** The interval of a number about whose spread nothing is known. */
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    /** Checks the order of the ends. */
    public Interval {
        if (low > high || Double.isNaN(low) != Double.isNaN(high)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "low must be at most high, or both NaN, got [%s, %s]", low, high));
        }
    }

    /** {@return whether there is an interval at all} */
    public boolean known() {
        return !Double.isNaN(low);
    }

    /** {@return whether the value lies between the ends; an unknown interval excludes nothing} */
    public boolean contains(double value) {
        return !known() || (low <= value && value <= high);
    }
}
