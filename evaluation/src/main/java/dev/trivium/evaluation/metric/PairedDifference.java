package dev.trivium.evaluation.metric;

/**
 * A method's score minus a reference's on the same windows; below 0 the method is better.
 *
 * @param difference  method minus reference over all windows
 * @param interval    its confidence interval
 * @param shareBetter share of the resamples in which the method is better, ties counted half, in [0, 1]; NaN where unknown
 */
public record PairedDifference(double difference, Interval interval, double shareBetter) {

    /** {@return whether the whole interval lies below 0} */
    public boolean isBetter() {
        return difference < 0 && !interval.contains(0);
    }
}
