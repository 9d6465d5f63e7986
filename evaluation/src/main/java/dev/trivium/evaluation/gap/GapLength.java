package dev.trivium.evaluation.gap;

/** How many rows in a row a series misses around a hidden cell, in classes. */
public enum GapLength {
    /** One row. */
    ONE(1, "1"),
    /** 2 or 3 rows. */
    TO_3(3, "2-3"),
    /** 4 to 7 rows. */
    TO_7(7, "4-7"),
    /** 8 to 15 rows. */
    TO_15(15, "8-15"),
    /** 16 to 31 rows. */
    TO_31(31, "16-31"),
    /** 32 rows or more. */
    LONGER(Integer.MAX_VALUE, "32+");

    private final int longest;
    private final String label;

    GapLength(int longest, String label) {
        this.longest = longest;
        this.label = label;
    }

    /** {@return the class of a gap of so many rows, at least 1} */
    public static GapLength of(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
        for (GapLength each : values()) {
            if (rows <= each.longest) {
                return each;
            }
        }
        throw new IllegalStateException("the last class has no end");
    }

    /** {@return such as {@code 4-7}} */
    public String label() {
        return label;
    }
}
