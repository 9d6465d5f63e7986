package dev.trivium.timeseries.timetracker;

/** What the single number of a forecast is. */
public enum Point {

    /** The expected value: the output trained on squared errors. */
    MEAN,

    /** The quantile at 0.5: the output trained on absolute errors. */
    MEDIAN
}
