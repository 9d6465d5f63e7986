package dev.trivium.nn.graph;

import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.sequence.Segments;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A batch of graphs: nodes packed graph after graph, and directed edges between them. A graph may consist of one node without edges.
 *
 * <p>Holds index tensors of the scope in which it was made, and can be used as long as that scope is open.
 */
public final class Graphs {

    private final Segments nodes;
    private final Tensor source;
    private final Tensor target;
    private final Tensor kind;
    private final Tensor inDegree;
    private final int kinds;

    /**
     * Prepares the indices of a batch, in a scope.
     *
     * @param nodes which nodes belong to which graph
     * @param source node from which each edge comes, (E), in [0, n)
     * @param target node to which each edge goes, (E), of the same graph
     * @param kind row of the table of edge vectors that belongs to each edge, (E), from 0
     */
    public Graphs(Scope scope, Packing nodes, int[] source, int[] target, int[] kind) {
        checkEdges(nodes, source, target, kind);
        this.nodes = new Segments(scope, nodes);
        this.source = indices(scope, source);
        this.target = indices(scope, target);
        this.kind = indices(scope, kind);
        double[] counts = new double[nodes.tokens()];
        Arrays.stream(target).forEach(node -> counts[node]++);
        inDegree = scope.tensor(counts, counts.length, 1);
        kinds = Arrays.stream(kind).max().orElse(-1) + 1;
    }

    private static Tensor indices(Scope scope, int[] values) {
        return scope.indices(Arrays.stream(values).asLongStream().toArray(), values.length);
    }

    private static void checkEdges(Packing nodes, int[] source, int[] target, int[] kind) {
        if (source.length != target.length || source.length != kind.length) {
            throw new IllegalArgumentException("source, target and kind must have one entry for each edge, got " + source.length + ", "
                    + target.length + " and " + kind.length);
        }
        int[] owner = nodes.owner();
        for (int e = 0; e < source.length; e++) {
            checkNode("source", source[e], owner.length, e);
            checkNode("target", target[e], owner.length, e);
            if (owner[source[e]] != owner[target[e]]) {
                throw new IllegalArgumentException("source and target must belong to one graph, got nodes " + source[e] + " and " + target[e]
                        + " of graphs " + owner[source[e]] + " and " + owner[target[e]] + " for edge " + e);
            }
            if (kind[e] < 0) {
                throw new IllegalArgumentException("kind must be at least 0, got " + kind[e] + " for edge " + e);
            }
        }
    }

    private static void checkNode(String name, int node, int count, int edge) {
        if (node < 0 || node >= count) {
            throw new IllegalArgumentException(name + " must be in [0, " + count + "), got " + node + " for edge " + edge);
        }
    }

    /** {@return sums and softmaxes over the nodes of each graph} */
    public Segments nodes() {
        return nodes;
    }

    /** Source, target and kind (E), and the number of edges that come in at each node (n, 1). */
    List<Tensor> edges() {
        return List.of(source, target, kind, inDegree);
    }

    /** The number of rows that a table of edge vectors must have at least. */
    int kinds() {
        return kinds;
    }
}
