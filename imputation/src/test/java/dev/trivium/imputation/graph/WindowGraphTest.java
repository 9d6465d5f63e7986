package dev.trivium.imputation.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.evaluation.graph.GraphStability;
import dev.trivium.evaluation.graph.LearnedGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowGraphTest {

    private static final List<String> NAMES = List.of("a", "b", "c");
    /** Row i: the node itself, then one neighbour. */
    private static final WindowGraph FIRST = new WindowGraph(3, 2, new int[] {0, 1, 1, 0, 2, -1}, new float[] {1, .5f, 1, .25f, 1, 0});
    private static final WindowGraph SECOND = new WindowGraph(3, 2, new int[] {0, 1, 1, 2, 2, 0}, new float[] {1, .75f, 1, .5f, 1, .125f});

    @Test
    void anEdgeHasItsMeanOverTheWindowsThatHaveIt() {
        LearnedGraph graph = WindowGraph.mean(NAMES, List.of(FIRST, SECOND));
        assertEquals(List.of(new LearnedGraph.Edge(0, 1, .25, .5), new LearnedGraph.Edge(0, 2, .125, .5), new LearnedGraph.Edge(1, 0, .625, 1),
                new LearnedGraph.Edge(2, 1, .5, .5)), graph.edges());
        assertEquals(2, graph.windows());
        assertEquals("membership", graph.meaning());
    }

    @Test
    void stabilityIsTheSharePairsOfWindowsHaveInCommon() {
        assertEquals(0.25, WindowGraph.stability(List.of(FIRST, SECOND)), 1e-12); // 1 of 4
        assertEquals((0.25 + 0.25 + 1) / 3, WindowGraph.stability(List.of(FIRST, SECOND, FIRST)), 1e-12);
        LearnedGraph first = WindowGraph.mean(NAMES, List.of(FIRST));
        assertEquals(0.5, GraphStability.of(List.of(first, WindowGraph.mean(NAMES, List.of(FIRST, SECOND)))), 1e-12);
    }

    @Test
    void aMeanOfNothingOrOfOtherNodesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> WindowGraph.mean(NAMES, List.of()));
        assertThrows(IllegalArgumentException.class, () -> WindowGraph.mean(List.of("a"), List.of(FIRST)));
    }
}
