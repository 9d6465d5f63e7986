package dev.trivium.evaluation.metric;

/** The unit in which an error is measured. */
public enum Unit {
    /** Error divided by the standard deviation of its series in the training rows, as papers print it. */
    STANDARDISED,
    /** The unit of the data. A mean over series is meaningful only where they share one unit. */
    NATURAL
}
