package dev.trivium.evaluation.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeChartTest {

    private static NodeChart chart(List<NodeChart.Edge> edges) {
        return new NodeChart("A graph", "made up", "membership", List.of("a & b", "b", "c"), new double[] {0, 1, 2}, new double[] {0, 2, 1}, edges);
    }

    @Test
    void aStrongerEdgeIsWiderAndLiesOnTop() {
        List<Mark.Stroke> lines = chart(List.of(new NodeChart.Edge(0, 1, 0.9), new NodeChart.Edge(1, 2, 0.2), new NodeChart.Edge(1, 0, 0.3))).picture()
                .marks().stream().filter(Mark.Stroke.class::isInstance).map(Mark.Stroke.class::cast).skip(4).toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).width() < lines.get(1).width());
        assertEquals(0.4 + 3.6 * 0.9, lines.get(1).width(), 1e-9); // the stronger of the two directions
    }

    @Test
    void whoDoesNotSeeItIsToldTheStrongestEdges() {
        String svg = chart(List.of(new NodeChart.Edge(0, 1, 0.9))).picture().svg();
        assertTrue(svg.contains("<title>A graph</title>\n<desc>3 nodes and 1 edges. Strongest edges (membership): a &amp; b and b 0.90.</desc>"), svg);
        assertTrue(chart(List.of()).picture().svg().contains("<desc>3 nodes, no edges.</desc>"));
    }

    @Test
    void noTwoNamesOverlapEvenWhereNodesCrowd() {
        Random random = new Random(1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add("station " + i);
        }
        double[] x = random.doubles(40).map(v -> v * v * v).toArray();
        double[] y = random.doubles(40).map(v -> v * v * v).toArray();
        Picture picture = new NodeChart("Crowd", "", "membership", names, x, y, List.of()).picture();
        Layout.assertTidy(picture);
        assertTrue(Layout.texts(picture).containsAll(names));
    }

    @Test
    void oneNodeAloneAndNodesInALineAreDrawn() {
        Layout.assertTidy(new NodeChart("One", "", "m", List.of("a"), new double[] {3}, new double[] {4}, List.of()).picture());
        Layout.assertTidy(new NodeChart("Line", "", "m", List.of("a", "b"), new double[] {3, 5}, new double[] {4, 4}, List.of()).picture());
    }

    @Test
    void edgesToNowhereAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> chart(List.of(new NodeChart.Edge(0, 3, 0.5))));
        assertThrows(IllegalArgumentException.class, () -> chart(List.of(new NodeChart.Edge(0, 1, 1.5))));
    }
}
