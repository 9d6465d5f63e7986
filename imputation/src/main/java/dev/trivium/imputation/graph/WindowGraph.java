package dev.trivium.imputation.graph;

import dev.trivium.evaluation.graph.GraphMean;
import dev.trivium.evaluation.graph.GraphStability;
import dev.trivium.evaluation.graph.LearnedGraph;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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

    /**
     * The mean of the graphs of some windows; they are taken one after the other.
     *
     * @param nodes names of the nodes
     * @param graphs at least one, each on these nodes
     * @return the graph, whose weights are memberships
     * @throws IllegalArgumentException if there is none, or one has another number of nodes
     */
    public static LearnedGraph mean(List<String> nodes, Iterable<WindowGraph> graphs) {
        GraphMean mean = new GraphMean("membership", nodes);
        int windows = 0;
        for (WindowGraph graph : graphs) {
            if (graph.nodes != nodes.size()) {
                throw new IllegalArgumentException("graphs must have " + nodes.size() + " nodes, got " + graph.nodes + " in window " + windows);
            }
            mean.window();
            windows++;
            for (int e = 0; e < graph.index.length; e++) {
                if (graph.index[e] >= 0) {
                    mean.edge(graph.index[e], e / graph.neighbours, graph.membership[e]);
                }
            }
        }
        return mean.graph();
    }

    /** {@return the mean overlap of the graphs of every two windows, see {@link GraphStability}; two or more, on the same nodes} */
    public static double stability(List<WindowGraph> graphs) {
        return GraphStability.of(graphs.stream().map(graph -> mean(Collections.nCopies(graph.nodes, ""), List.of(graph))).toList());
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
