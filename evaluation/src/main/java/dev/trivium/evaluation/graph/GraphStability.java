package dev.trivium.evaluation.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much graphs of several seeds or windows agree: the Jaccard overlap of their edges, those of nodes to themselves left out. */
public final class GraphStability {

    private GraphStability() {}

    /**
     * The mean overlap of every two graphs.
     *
     * @param graphs two or more on the same nodes; cut with {@link LearnedGraph#strongest} what many windows have in common
     * @return from 0, no edge in common, to 1, all edges in common
     */
    public static double of(List<LearnedGraph> graphs) {
        return mean(graphs.stream().map(graph -> {
            Set<Long> edges = new HashSet<>();
            graph.edges().forEach(edge -> edges.add((long) edge.source() << 32 | edge.target()));
            return edges;
        }).toList());
    }

    private static double mean(List<Set<Long>> graphs) {
        if (graphs.size() < 2) {
            throw new IllegalArgumentException("graphs must hold at least two, got " + graphs.size());
        }
        double sum = 0;
        for (int a = 0; a < graphs.size(); a++) {
            for (int b = a + 1; b < graphs.size(); b++) {
                sum += overlap(graphs.get(a), graphs.get(b));
            }
        }
        return sum / (graphs.size() * (graphs.size() - 1) / 2.0);
    }

    /** Two graphs without edges are the same. */
    private static double overlap(Set<Long> a, Set<Long> b) {
        long both = a.stream().filter(b::contains).count();
        long either = a.size() + b.size() - both;
        return either == 0 ? 1 : (double) both / either;
    }
}
