package dev.trivium.nn.trees;

/**
 * A random forest.
 *
 * @param trees from 1 to 10,000
 * @param share of the inputs that is drawn for each split, in (0, 1]; at least one input is
 * @param leastRows fewest rows in a leaf, at least 1; a row counts as often as it was drawn
 */
public record ForestSettings(int trees, double share, int leastRows) {

    private static final int MOST_TREES = 10_000;

    /** Checks the three. */
    public ForestSettings {
        if (trees < 1 || trees > MOST_TREES) {
            throw new IllegalArgumentException("trees must be between 1 and " + MOST_TREES + ", got " + trees);
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], got " + share);
        }
        if (leastRows < 1) {
            throw new IllegalArgumentException("leastRows must be at least 1, got " + leastRows);
        }
    }
}
