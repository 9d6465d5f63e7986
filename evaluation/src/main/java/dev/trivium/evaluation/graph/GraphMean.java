package dev.trivium.evaluation.graph;

import java.util.ArrayList;
import java.util.List;

/** Averages the graphs of windows, which are taken one after the other: for each window first {@link #window}, then its edges. */
public final class GraphMean {

    private final String meaning;
    private final List<String> nodes;
    private final double[] sums;
    private final int[] counts;
    private int windows;

    /**
     * A mean of nothing yet.
     *
     * @param meaning one word for what the weight of an edge stands for, such as {@code membership}; it names the column in tables
     * @param nodes names of the nodes
     */
    public GraphMean(String meaning, List<String> nodes) {
        this.meaning = meaning;
        this.nodes = List.copyOf(nodes);
        sums = new double[nodes.size() * nodes.size()];
        counts = new int[nodes.size() * nodes.size()];
    }

    /** Begins the next window. */
    public void window() {
        windows++;
    }

    /**
     * Adds an edge to the window, each at most once; one of a node to itself is left out.
     *
     * @param source index of the node listened to
     * @param target index of the node that listens
     * @param weight from 0 to 1
     * @throws IllegalArgumentException if an index or the weight is out of range
     * @throws IllegalStateException before the first window
     */
    public void edge(int source, int target, double weight) {
        if (windows == 0) {
            throw new IllegalStateException("window must be called before edge");
        }
        int n = nodes.size();
        if (source < 0 || source >= n || target < 0 || target >= n || !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("edge must join nodes below " + n + " with a weight between 0 and 1, got " + source + ", " + target
                    + " with " + weight);
        }
        if (source != target) {
            sums[source * n + target] += weight;
            counts[source * n + target]++;
        }
    }

    /**
     * {@return the mean graph}
     *
     * @throws IllegalArgumentException if there was no window
     */
    public LearnedGraph graph() {
        if (windows == 0) {
            throw new IllegalArgumentException("graphs must hold at least one window, got none");
        }
        int n = nodes.size();
        List<LearnedGraph.Edge> edges = new ArrayList<>();
        for (int at = 0; at < counts.length; at++) {
            if (counts[at] > 0) {
                edges.add(new LearnedGraph.Edge(at / n, at % n, sums[at] / counts[at], (double) counts[at] / windows));
            }
        }
        return new LearnedGraph(meaning, nodes, windows, edges);
    }
}
