package dev.trivium.evaluation.graph;

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

    private static LearnedGraph graph() {
        GraphMean mean = new GraphMean("membership", NAMES);
        mean.window();
        mean.edge(0, 0, 1);
        mean.edge(1, 0, .5);
        mean.edge(0, 1, .25);
        mean.window();
        mean.edge(1, 0, .75);
        mean.edge(2, 1, .5);
        mean.edge(0, 2, .125);
        return mean.graph();
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
    void whatAWeightStandsForNamesItsColumn() {
        GraphMean mean = new GraphMean("relation", List.of("a", "b"));
        mean.window();
        mean.edge(1, 0, .5);
        assertEquals("source,target,relation,share\nb,a,0.500000,1.000000\n", mean.graph().csv());
        assertTrue(mean.graph().graphMl().contains("<data key=\"relation\">0.500000</data>"), mean.graph().graphMl());
    }

    @Test
    void stabilityIsTheShareOfEdgesThatGraphsHaveInCommon() {
        LearnedGraph cut = graph().strongest(1); // three of the four
        assertEquals(0.75, GraphStability.of(List.of(graph(), cut)), 1e-12);
        assertEquals((0.75 + 0.75 + 1) / 3, GraphStability.of(List.of(graph(), cut, cut)), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> GraphStability.of(List.of(cut)));
    }

    @Test
    void aMeanOfNothingAndEdgesToNowhereAreRefused() {
        GraphMean mean = new GraphMean("weight", List.of("a", "b"));
        assertThrows(IllegalArgumentException.class, mean::graph);
        assertThrows(IllegalStateException.class, () -> mean.edge(0, 1, 1));
        mean.window();
        assertThrows(IllegalArgumentException.class, () -> mean.edge(0, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> mean.edge(0, 1, 1.01));
        assertThrows(IllegalArgumentException.class, () -> mean.edge(0, 1, Double.NaN));
    }
}
