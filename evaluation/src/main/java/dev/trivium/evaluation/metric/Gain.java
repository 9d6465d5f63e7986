package dev.trivium.evaluation.metric;

/**
 * How much better a method's score is than a reference's on the same molecules: reference minus method for an error, method minus
 * reference for the others. Above 0 the method is better.
 *
 * @param value       the gain over all molecules
 * @param interval    its confidence interval
 * @param shareBetter share of the resamples in which the method is better, ties counted half, in [0, 1]; NaN where unknown
 */
public record Gain(double value, Interval interval, double shareBetter) {

    /** The gain over a reference that there is not. */
    public static final Gain NONE = new Gain(Double.NaN, Interval.UNKNOWN, Double.NaN);

    /** {@return whether the whole interval lies above 0} */
    public boolean isBetter() {
        return value > 0 && !interval.contains(0);
    }

    /** {@return whether there is a reference, and both have a score} */
    public boolean known() {
        return !Double.isNaN(value);
    }
}
