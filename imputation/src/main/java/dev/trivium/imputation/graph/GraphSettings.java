package dev.trivium.imputation.graph;

/**
 * How the graph of a window is drawn.
 *
 * @param score what makes two nodes neighbours
 * @param pooling whether time is averaged before or after the approximation
 * @param distance which cells two nodes are compared on
 * @param kappa width of the kernel exp(-D / (2 kappa)), in squared z-units; 0 for the median of D over the pairs of the window
 * @param alpha S = alpha L + (1 - alpha) L transposed, from 0 to 1; matters for lower approximations only, the others being symmetric
 * @param neighbours the most neighbours of a node, itself not counted, at least 1
 * @param selfLoop whether every node is its own first neighbour, with membership 1
 * @param kind where the edges come from
 * @param seed what the edges of {@link Kind#RANDOM} are drawn with
 */
public record GraphSettings(GraphScore score, Pooling pooling, Distance distance, double kappa, double alpha, int neighbours, boolean selfLoop,
        Kind kind, long seed) {

    /** The order of approximating and averaging over time. */
    public enum Pooling {
        /** One kernel per window, approximated once: O(N² T), and O(N³) for a lower approximation. */
        POOL_THEN_APPROXIMATE,
        /** One kernel per step, approximated, then averaged, as in the paper: O(T N²) exponentials, and O(T N³) for a lower approximation. */
        APPROXIMATE_THEN_POOL
    }

    /** Which cells count in the distance of two nodes. */
    public enum Distance {
        /** All, with gaps interpolated. */
        FILLED,
        /** Those visible at both nodes; a pair with fewer than three is put at ten times the median distance of the others. */
        CO_OBSERVED
    }

    /** Where edges come from. */
    public enum Kind {
        /** From the window. */
        LEARNED,
        /** No edges but the one to oneself. */
        NONE,
        /** Drawn once from the seed, all with membership 1; a control for tables. */
        RANDOM,
        /** Given with the data: the heaviest edges of a node, its weights being the memberships. */
        GIVEN,
        /** The union of both, a membership being the larger of the two (fuzzy union). */
        LEARNED_AND_GIVEN
    }

    /** Checks the ranges. */
    public GraphSettings {
        if (!(kappa >= 0) || Double.isInfinite(kappa)) {
            throw new IllegalArgumentException("kappa must be a number from 0 (the median of the window) up, got " + kappa);
        }
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be between 0 and 1, got " + alpha);
        }
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
    }

    /** {@return the kernel of the whole window, its width tuned by the window, ten neighbours and oneself} */
    public static GraphSettings standard() {
        return new GraphSettings(GraphScore.KERNEL, Pooling.POOL_THEN_APPROXIMATE, Distance.FILLED, 0, 0.5, 10, true, Kind.LEARNED, 0);
    }

    /** {@return the same with another score} */
    public GraphSettings withScore(GraphScore other) {
        return new GraphSettings(other, pooling, distance, kappa, alpha, neighbours, selfLoop, kind, seed);
    }

    /** {@return the same with another order of pooling} */
    public GraphSettings withPooling(Pooling other) {
        return new GraphSettings(score, other, distance, kappa, alpha, neighbours, selfLoop, kind, seed);
    }

    /** {@return the same with another distance} */
    public GraphSettings withDistance(Distance other) {
        return new GraphSettings(score, pooling, other, kappa, alpha, neighbours, selfLoop, kind, seed);
    }

    /** {@return the same with a fixed width of the kernel, or 0 for the median} */
    public GraphSettings withKappa(double other) {
        return new GraphSettings(score, pooling, distance, other, alpha, neighbours, selfLoop, kind, seed);
    }

    /** {@return the same with another share of L against its transpose} */
    public GraphSettings withAlpha(double other) {
        return new GraphSettings(score, pooling, distance, kappa, other, neighbours, selfLoop, kind, seed);
    }

    /** {@return the same with another number of neighbours} */
    public GraphSettings withNeighbours(int other) {
        return new GraphSettings(score, pooling, distance, kappa, alpha, other, selfLoop, kind, seed);
    }

    /** {@return the same with or without the edge to oneself} */
    public GraphSettings withSelfLoop(boolean other) {
        return new GraphSettings(score, pooling, distance, kappa, alpha, neighbours, other, kind, seed);
    }

    /** {@return the same with edges from elsewhere} */
    public GraphSettings withKind(Kind other) {
        return new GraphSettings(score, pooling, distance, kappa, alpha, neighbours, selfLoop, other, seed);
    }

    /** {@return the same with random edges drawn from a seed} */
    public GraphSettings random(long other) {
        return new GraphSettings(score, pooling, distance, kappa, alpha, neighbours, selfLoop, Kind.RANDOM, other);
    }

    /** {@return whether the graph depends on the window} */
    public boolean learned() {
        return kind == Kind.LEARNED || kind == Kind.LEARNED_AND_GIVEN;
    }

    /** {@return whether a builder needs the correlations of the training data} */
    public boolean needsHistory() {
        return learned() && score.usesHistory();
    }

    /** {@return whether a builder needs a given graph} */
    public boolean needsGiven() {
        return kind == Kind.GIVEN || kind == Kind.LEARNED_AND_GIVEN;
    }
}
