package dev.trivium.nn.graph;

import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Scope;

/** Graphs to test with. */
record GraphCase(Packing nodes, int[] source, int[] target, int[] kind) {

    static final int KINDS = 4;

    /** Five nodes with a pair of equal edges and a loop, one node without edges, three nodes in a directed line. */
    static GraphCase three() {
        return new GraphCase(Packing.of(5, 1, 3), new int[] {0, 1, 1, 2, 4, 4, 2, 3, 6, 7}, new int[] {1, 0, 2, 1, 2, 2, 4, 3, 7, 8},
                new int[] {0, 0, 2, 2, 1, 1, 3, 0, 1, 2});
    }

    /** The first of the three, alone. */
    static GraphCase firstOfThree() {
        return new GraphCase(Packing.of(5), new int[] {0, 1, 1, 2, 4, 4, 2, 3}, new int[] {1, 0, 2, 1, 2, 2, 4, 3},
                new int[] {0, 0, 2, 2, 1, 1, 3, 0});
    }

    static GraphCase singleNode() {
        return new GraphCase(Packing.of(1), new int[0], new int[0], new int[0]);
    }

    /** The same graphs with the nodes numbered anew, and the edges in reverse order; node v becomes order[v]. */
    GraphCase renumbered(int[] order) {
        int edges = source.length;
        int[] newSource = new int[edges];
        int[] newTarget = new int[edges];
        int[] newKind = new int[edges];
        for (int e = 0; e < edges; e++) {
            newSource[e] = order[source[edges - 1 - e]];
            newTarget[e] = order[target[edges - 1 - e]];
            newKind[e] = kind[edges - 1 - e];
        }
        return new GraphCase(nodes, newSource, newTarget, newKind);
    }

    Graphs in(Scope scope) {
        return new Graphs(scope, nodes, source, target, kind);
    }
}
