package dev.trivium.molecular.screening;

import java.util.List;

/**
 * How many rows were answered, and how.
 *
 * @param rows     all rows
 * @param refused  rows without a prediction
 * @param examples the first of these, with line and reason
 */
public record Answered(long rows, long refused, List<String> examples) {

    private static final int EXAMPLES = 5;

    /** No row. */
    public static final Answered NONE = new Answered(0, 0, List.of());

    /** Copies the examples. */
    public Answered {
        examples = List.copyOf(examples);
    }

    /** {@return rows with a prediction} */
    public long predicted() {
        return rows - refused;
    }

    Answered with(long moreRows, List<String> reasons) {
        List<String> all = new java.util.ArrayList<>(examples);
        reasons.stream().limit(EXAMPLES - examples.size()).forEach(all::add);
        return new Answered(rows + moreRows, refused + reasons.size(), all);
    }
}
