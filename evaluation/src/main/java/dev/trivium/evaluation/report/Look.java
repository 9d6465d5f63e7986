package dev.trivium.evaluation.report;

import java.util.List;

/**
 * How a curve looks; colours differ on light and on dark paper, so they are names of styles here.
 *
 * @param color  style of the colour, such as {@code c1}
 * @param dashed whether its line is dashed
 * @param dots   whether its values are dots that no line joins
 */
public record Look(String color, boolean dashed, boolean dots) {

    /** What was observed. */
    public static final Look OBSERVED = new Look("c0", false, false);
    /** What a model says. */
    public static final Look MODEL = new Look("c1", false, false);
    /** What came. */
    public static final Look TRUTH = new Look("c2", false, false);
    /** What should be. */
    public static final Look NOMINAL = new Look("c0", true, false);

    private static final List<String> COLORS = List.of("c1", "c2", "c3", "c4", "c5", "c6");

    /** {@return the look of the i-th of several equals, dashed from the seventh on} */
    public static Look of(int i) {
        return new Look(COLORS.get(i % COLORS.size()), i / COLORS.size() % 2 == 1, false);
    }

    /** {@return this look, as dots} */
    public Look asDots() {
        return new Look(color, dashed, true);
    }

    /** {@return this look, dashed} */
    public Look asDashes() {
        return new Look(color, true, dots);
    }
}
