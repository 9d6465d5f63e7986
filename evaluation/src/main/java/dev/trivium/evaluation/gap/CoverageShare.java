package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.metric.Interval;

/**
 * How often intervals hold the true value, over some of the hidden cells.
 *
 * @param name     of these cells: a series, or a length of gaps
 * @param cells    how many there are
 * @param share    share of them whose interval holds the true value, the mean over the seeds
 * @param interval its confidence interval over blocks of time
 * @param width    mean width of the intervals, in the unit of the errors
 */
public record CoverageShare(String name, int cells, double share, Interval interval, double width) {

    /** {@return whether the share is known to be another than the level} */
    public boolean isOff(double level) {
        return interval.known() && !interval.contains(level);
    }
}
