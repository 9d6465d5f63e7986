package dev.trivium.data.split;

/**
 * A run of rows {@code [from, to)}.
 *
 * @param from its first row
 * @param to   the row after its last; above {@code from}
 */
public record Segment(int from, int to) {

    /** Checks that it holds a row. */
    public Segment {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("to must be above from, and from at least 0, got [" + from + ", " + to + ")");
        }
    }

    /** {@return the number of rows} */
    public int length() {
        return to - from;
    }
}
