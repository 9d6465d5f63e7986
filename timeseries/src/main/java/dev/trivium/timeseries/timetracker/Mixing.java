package dev.trivium.timeseries.timetracker;

/**
 * Which series see each other.
 *
 * @param kind the rule
 * @param nearest for {@link Kind#NEAREST}, how many other series each sees, at least 1; 0 for the other rules
 */
public record Mixing(Kind kind, int nearest) {

    /** A rule for who sees whom. */
    public enum Kind {
        /** None sees another, as in pre-training: A = I. */
        ALONE,
        /** All see each other: A is all ones. */
        ALL,
        /** Those that the frequency graph joins, drawn in training and cut at one half in use. */
        HARD,
        /** All, each weighed by the frequency graph. */
        SOFT,
        /** The few that are nearest in the frequency graph, weighed by it as for {@link #SOFT}. */
        NEAREST
    }

    /** Checks the number. */
    public Mixing {
        if (kind == Kind.NEAREST ? nearest < 1 : nearest != 0) {
            throw new IllegalArgumentException("nearest must be " + (kind == Kind.NEAREST ? "at least 1" : "0") + " for " + kind + ", got " + nearest);
        }
    }

    /** {@return none sees another} */
    public static Mixing alone() {
        return new Mixing(Kind.ALONE, 0);
    }

    /** {@return all see each other} */
    public static Mixing all() {
        return new Mixing(Kind.ALL, 0);
    }

    /** {@return the frequency graph, cut} */
    public static Mixing hard() {
        return new Mixing(Kind.HARD, 0);
    }

    /** {@return the frequency graph as weights} */
    public static Mixing soft() {
        return new Mixing(Kind.SOFT, 0);
    }

    /** {@return the nearest series by the frequency graph} */
    public static Mixing nearest(int count) {
        return new Mixing(Kind.NEAREST, count);
    }

    boolean mixes() {
        return kind != Kind.ALONE;
    }

    boolean usesGraph() {
        return kind == Kind.HARD || kind == Kind.SOFT || kind == Kind.NEAREST;
    }
}
