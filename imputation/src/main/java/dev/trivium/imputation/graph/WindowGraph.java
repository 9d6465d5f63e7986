package dev.trivium.imputation.graph;

import java.util.Arrays;

/**
 * The graph of one window: for each node the nodes it listens to, in rows of one length. The strongest come first, after the node itself
 * where it listens to itself. A place that is not used has index -1 and membership 0, at the end of its row.
 */
public final class WindowGraph {

    private final int nodes;
    private final int neighbours;
    private final int[] index;
    private final float[] membership;

    WindowGraph(int nodes, int neighbours, int[] index, float[] membership) {
        this.nodes = nodes;
        this.neighbours = neighbours;
        this.index = index;
        this.membership = membership;
    }

    /** {@return the number of nodes, N} */
    public int nodes() {
        return nodes;
    }

    /** {@return the length of a row, k', the node itself counted where it listens to itself; the same for every window of a builder} */
    public int neighbours() {
        return neighbours;
    }

    /** {@return neighbours (N, k'), row-major; -1 for a place not used. The array itself, for speed: not to be changed} */
    public int[] index() {
        return index;
    }

    /** {@return memberships (N, k') in [0, 1], 1 for the node itself. The array itself, for speed: not to be changed} */
    public float[] membership() {
        return membership;
    }

    /** {@return the membership of j in the row of i; 0 if it is not there} */
    public float membership(int i, int j) {
        for (int at = i * neighbours; at < (i + 1) * neighbours; at++) {
            if (index[at] == j) {
                return membership[at];
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowGraph that && nodes == that.nodes && neighbours == that.neighbours
                && Arrays.equals(index, that.index) && Arrays.equals(membership, that.membership);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(index) + Arrays.hashCode(membership);
    }

    @Override
    public String toString() {
        return nodes + " nodes, " + neighbours + " places each";
    }
}
