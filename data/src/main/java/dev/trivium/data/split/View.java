package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;

/**
 * Rows {@code [from, to)} of a series whose values may be targets, with all earlier rows as context.
 *
 * <p>Rows are numbered as in the series that was split.
 */
public sealed interface View permits TrainingView, ValidationView, TestView {

    /** {@return the series up to and without row {@link #to}: later rows cannot be reached from here} */
    SeriesSet series();

    /** {@return the first row that may be a target} */
    int from();

    /** {@return the row after the last that may be a target} */
    int to();
}
