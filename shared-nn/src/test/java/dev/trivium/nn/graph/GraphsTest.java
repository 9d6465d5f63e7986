package dev.trivium.nn.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import org.junit.jupiter.api.Test;

class GraphsTest {

    private static String refusal(int[] source, int[] target, int[] kind) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            return assertThrows(IllegalArgumentException.class, () -> new Graphs(scope, Packing.of(2, 3), source, target, kind)).getMessage();
        }
    }

    @Test
    void refusesEdgesThatAreNone() {
        assertEquals("source, target and kind must have one entry for each edge, got 2, 1 and 2",
                refusal(new int[] {0, 1}, new int[] {1}, new int[] {0, 0}));
        assertEquals("source must be in [0, 5), got 5 for edge 1", refusal(new int[] {0, 5}, new int[] {1, 4}, new int[] {0, 0}));
        assertEquals("target must be in [0, 5), got -1 for edge 0", refusal(new int[] {0}, new int[] {-1}, new int[] {0}));
        assertEquals("kind must be at least 0, got -2 for edge 0", refusal(new int[] {0}, new int[] {1}, new int[] {-2}));
    }

    @Test
    void refusesAnEdgeBetweenTwoGraphs() {
        assertEquals("source and target must belong to one graph, got nodes 1 and 2 of graphs 0 and 1 for edge 0",
                refusal(new int[] {1}, new int[] {2}, new int[] {0}));
    }
}
