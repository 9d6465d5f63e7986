package dev.trivium.data.csv;

/** Whether the first line of a file names its columns. */
public enum HeaderRule {

    /** It does; a first line that holds only numbers and dates is refused, for it may be data. */
    EXPECTED,

    /** It does, even if it holds only numbers. */
    PRESENT,

    /** It does not: columns are called {@code c1}, {@code c2}, … */
    ABSENT
}
