package dev.trivium.imputation.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class LearnedGraphTest {

    private static final List<String> NAMES = List.of("a & <b>", "b,\"c\"", "d");
    /** Row i: the node itself, then one neighbour. */
    private static final WindowGraph FIRST = new WindowGraph(3, 2, new int[] {0, 1, 1, 0, 2, -1}, new float[] {1, .5f, 1, .25f, 1, 0});
    private static final WindowGraph SECOND = new WindowGraph(3, 2, new int[] {0, 1, 1, 2, 2, 0}, new float[] {1, .75f, 1, .5f, 1, .125f});

    private static LearnedGraph graph() {
        return LearnedGraph.mean(NAMES, List.of(FIRST, SECOND));
    }

    @Test
    void anEdgeHasItsMeanOverTheWindowsThatHaveIt() {
        assertEquals(List.of(new LearnedGraph.Edge(0, 1, .25, .5), new LearnedGraph.Edge(0, 2, .125, .5), new LearnedGraph.Edge(1, 0, .625, 1),
                new LearnedGraph.Edge(2, 1, .5, .5)), graph().edges());
        assertEquals(2, graph().windows());
    }

    @Test
    void theStrongestEdgesToEachNodeCanBeKept() {
        assertEquals(List.of(new LearnedGraph.Edge(0, 2, .125, .5), new LearnedGraph.Edge(1, 0, .625, 1), new LearnedGraph.Edge(2, 1, .5, .5)),
                graph().strongest(1).edges());
    }

    @Test
    void theTableQuotesWhatNeedsIt() {
        assertTrue(graph().csv().startsWith("source,target,membership,share\na & <b>,\"b,\"\"c\"\"\",0.250000,0.500000\n"), graph().csv());
    }

    @Test
    void graphMlIsXmlAndHoldsEverything() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(graph().graphMl().getBytes(StandardCharsets.UTF_8)));
        String space = "http://graphml.graphdrawing.org/xmlns";
        assertEquals(3, document.getElementsByTagNameNS(space, "node").getLength());
        assertEquals(4, document.getElementsByTagNameNS(space, "edge").getLength());
        assertEquals("a & <b>", document.getElementsByTagNameNS(space, "node").item(0).getTextContent());
        assertEquals("n1", document.getElementsByTagNameNS(space, "edge").item(2).getAttributes().getNamedItem("source").getNodeValue());
        assertNotNull(document.getElementsByTagNameNS(space, "key").item(2));
    }

    @Test
    void filesFollowTheirNames(@TempDir Path folder) throws IOException {
        graph().write(folder.resolve("g.csv"));
        graph().write(folder.resolve("g.graphml"));
        graph().chart("Graph", "").write(folder.resolve("g.svg"));
        graph().map("Map", "", new double[] {40, 41, 40.5}, new double[] {116, 117, 116}).write(folder.resolve("m.svg"));
        assertEquals(graph().csv(), Files.readString(folder.resolve("g.csv")));
        assertEquals(graph().graphMl(), Files.readString(folder.resolve("g.graphml")));
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
        assertThrows(IllegalArgumentException.class, () -> graph().write(folder.resolve("g.txt")));
    }

    @Test
    void stabilityIsTheSharePairsOfGraphsHaveInCommon() {
        assertEquals(0.25, GraphStability.ofWindows(List.of(FIRST, SECOND)), 1e-12); // 1 of 4
        assertEquals((0.25 + 0.25 + 1) / 3, GraphStability.ofWindows(List.of(FIRST, SECOND, FIRST)), 1e-12);
        LearnedGraph first = LearnedGraph.mean(NAMES, List.of(FIRST));
        assertEquals(0.5, GraphStability.ofGraphs(List.of(first, graph())), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> GraphStability.ofGraphs(List.of(first)));
    }

    @Test
    void aMeanOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> LearnedGraph.mean(NAMES, List.of()));
        assertThrows(IllegalArgumentException.class, () -> LearnedGraph.mean(List.of("a"), List.of(FIRST)));
    }
}
