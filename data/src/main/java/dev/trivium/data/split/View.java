package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/**
 * Rows of a series whose values may be targets, with what may be seen beside them.
 *
 * <p>In most splits a view is one run of rows {@code [from, to)} with all earlier rows as context, and its series ends there. In a split by
 * {@linkplain Split#months months} it is several runs; its series keeps every row, and rows that must not be seen are missing in it. Rows are
 * numbered as in the series that was split.
 */
public sealed interface View permits TrainingView, ValidationView, CalibrationView, TestView {

    /** {@return the series without what lies beyond this view: values that must not be seen cannot be reached from here} */
    SeriesSet series();

    /** {@return the first row that may be a target} */
    int from();

    /** {@return the row after the last that may be a target} */
    int to();

    /** {@return the runs of rows that may be targets, in order; neither empty nor touching} */
    List<Segment> segments();

    /** {@return whether a row may be a target} */
    default boolean holds(int row) {
        return segments().stream().anyMatch(segment -> segment.from() <= row && row < segment.to());
    }

    /** {@return the number of rows that may be targets} */
    default int rows() {
        return segments().stream().mapToInt(Segment::length).sum();
    }

    /**
     * Refuses a view of several runs, for those who read every row of {@code [from, to)} as a target.
     *
     * @param reader what needs one run, as the message shall name it
     * @throws IllegalArgumentException if there are several runs
     */
    default void requireOneRun(String reader) {
        if (segments().size() != 1) {
            throw new IllegalArgumentException(reader + " must have a view of one run of rows, got " + segments().size()
                    + " runs, as a split by months makes them");
        }
    }
}
