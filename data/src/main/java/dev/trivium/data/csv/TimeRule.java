package dev.trivium.data.csv;

/** Where the time axis of a file comes from. */
public enum TimeRule {

    /** Every row has a stamp, and the stamps alone say where it belongs. */
    STAMPS,

    /**
     * Every row is one step after the row before it; the first stamp is the start and the most frequent difference the step. For files whose
     * stamps are known to be wrong in places. Rows with another stamp than they should have are counted in a note.
     */
    FIRST_STAMP,

    /** Rows are numbered from 0; columns of dates are left out. For files without time. */
    ROW_NUMBERS
}
