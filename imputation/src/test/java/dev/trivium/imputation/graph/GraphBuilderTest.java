package dev.trivium.imputation.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.imputation.graph.GraphSettings.Distance;
import dev.trivium.imputation.graph.GraphSettings.Kind;
import dev.trivium.imputation.graph.GraphSettings.Pooling;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphBuilderTest {

    private static final int TIME = 6;
    private static final int NODES = 9;
    private static final int CHANNELS = 2;

    @Test
    void everyScoreIsItsPlainDefinition() {
        for (GraphScore score : GraphScore.values()) {
            for (Pooling pooling : Pooling.values()) {
                for (Distance distance : Distance.values()) {
                    for (double alpha : new double[] {0, 0.5, 1}) {
                        GraphSettings settings = GraphSettings.standard().withScore(score).withPooling(pooling).withDistance(distance).withAlpha(alpha)
                                .withNeighbours(NODES - 1);
                        compare(settings, window(3), visible(4));
                        compare(settings.withKappa(0.7), window(5), visible(6));
                    }
                }
            }
        }
    }

    private static void compare(GraphSettings settings, float[] filled, byte[] visible) {
        WindowGraph graph = builder(settings).build(filled, visible, TIME, NODES, CHANNELS);
        double[][] plain = PlainGraph.scores(settings, filled, visible, new int[] {TIME, NODES, CHANNELS}, history());
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                assertEquals(i == j ? 1 : plain[i][j], graph.membership(i, j), 2e-6, settings + " at " + i + ", " + j);
            }
            for (int e = i * NODES + 2; e < (i + 1) * NODES; e++) {
                assertTrue(graph.membership()[e - 1] >= graph.membership()[e], "strongest first");
            }
        }
    }

    @Test
    void theMaskAwareKernelIsThatOfTheSpecification() {
        float[] values = {.1f, .1f, .5f, .2f, .4f, 99, 77, .3f, .6f}; // (time, node)
        byte[] visible = {1, 1, 1, 1, 1, 0, 0, 1, 1};
        Distances d = Distances.of(new Planes(values, visible, Distance.CO_OBSERVED, 3, 3, 1), 1);
        assertArrayEquals(new float[] {0, .02f, .16f, .02f, 0, .125f, .16f, .125f, 0}, d.values(), 1e-6f);
        float[] r = d.kernel(0.15);
        assertArrayEquals(new float[] {1, .935507f, .586646f, .935507f, 1, .659241f, .586646f, .659241f, 1}, r, 1e-6f);
    }

    @Test
    void theScalarsOfTheSpecificationGiveItsScores() {
        float[] x = {.1f, .2f, .5f, .9f};
        GraphSettings settings = GraphSettings.standard().withKappa(0.15).withScore(GraphScore.GRANULE_LOWER_KD);
        WindowGraph graph = GraphBuilder.of(settings).build(x, new byte[] {1, 1, 1, 1}, 1, 4, 1);
        double[][] expected = {{1, .663732, .5, .118442}, {.663732, 1, .5, .156860}, {.5, .5, 1, .422914}, {.118442, .156860, .422914, 1}};
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertEquals(expected[i][j], graph.membership(i, j), 1e-6);
            }
        }
    }

    @Test
    void aHiddenValueIsInvisibleToTheGraphOfCommonCells() {
        byte[] visible = visible(8);
        float[] poisoned = window(7);
        for (int c = 0; c < poisoned.length; c++) {
            poisoned[c] = visible[c] == 0 ? (c % 3 == 0 ? Float.NaN : 1e30f) : poisoned[c];
        }
        for (GraphScore score : GraphScore.values()) {
            for (Pooling pooling : Pooling.values()) {
                GraphBuilder builder = builder(GraphSettings.standard().withScore(score).withPooling(pooling).withDistance(Distance.CO_OBSERVED));
                assertEquals(builder.build(window(7), visible, TIME, NODES, CHANNELS), builder.build(poisoned, visible, TIME, NODES, CHANNELS));
            }
        }
    }

    @Test
    void withFilledCellsTheMaskDoesNotMatter() {
        GraphBuilder builder = builder(GraphSettings.standard());
        assertEquals(builder.build(window(7), visible(1), TIME, NODES, CHANNELS), builder.build(window(7), visible(2), TIME, NODES, CHANNELS));
    }

    @Test
    void permutingNodesPermutesTheGraph() {
        int[] place = {4, 2, 8, 0, 1, 7, 3, 6, 5};
        float[] filled = window(9);
        byte[] visible = visible(10);
        float[] movedValues = new float[filled.length];
        byte[] movedVisible = new byte[filled.length];
        for (int at = 0; at < filled.length; at++) {
            int node = at / CHANNELS % NODES;
            int to = at + (place[node] - node) * CHANNELS;
            movedValues[to] = filled[at];
            movedVisible[to] = visible[at];
        }
        for (GraphScore score : new GraphScore[] {GraphScore.KERNEL, GraphScore.GRANULE_LOWER_KD, GraphScore.GRANULE_LOWER_LUK_MEAN_K}) {
            for (Distance distance : Distance.values()) {
                GraphBuilder builder = builder(GraphSettings.standard().withScore(score).withDistance(distance).withNeighbours(NODES - 1));
                WindowGraph graph = builder.build(filled, visible, TIME, NODES, CHANNELS);
                WindowGraph moved = builder.build(movedValues, movedVisible, TIME, NODES, CHANNELS);
                for (int i = 0; i < NODES; i++) {
                    for (int j = 0; j < NODES; j++) {
                        assertEquals(graph.membership(i, j), moved.membership(place[i], place[j]), 1e-7f);
                    }
                }
            }
        }
    }

    @Test
    void theKernelIsSymmetricToTheBit() {
        WindowGraph graph = builder(GraphSettings.standard().withNeighbours(NODES - 1)).build(window(1), visible(1), TIME, NODES, CHANNELS);
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < NODES; j++) {
                assertEquals(graph.membership(i, j), graph.membership(j, i), 0);
            }
        }
    }

    @Test
    void ofEquallyNearNodesTheFirstAreKept() {
        float[] line = {0, 1, 1, 1, 1, 0};
        WindowGraph graph = GraphBuilder.of(GraphSettings.standard().withNeighbours(2)).build(line, new byte[6], 1, 6, 1);
        assertArrayEquals(new int[] {0, 5, 1}, Arrays.copyOfRange(graph.index(), 0, 3));
        assertArrayEquals(new int[] {4, 1, 2}, Arrays.copyOfRange(graph.index(), 12, 15));
    }

    @Test
    void aWindowWithoutAnyValueHasAFiniteGraph() {
        for (GraphScore score : GraphScore.values()) {
            for (Pooling pooling : Pooling.values()) {
                for (Distance distance : Distance.values()) {
                    for (double kappa : new double[] {0, 0.15}) {
                        GraphBuilder builder = builder(GraphSettings.standard().withScore(score).withPooling(pooling).withDistance(distance).withKappa(kappa));
                        int cells = TIME * NODES * CHANNELS;
                        WindowGraph graph = builder.build(new float[cells], new byte[cells], TIME, NODES, CHANNELS);
                        for (float s : graph.membership()) {
                            assertTrue(s >= 0 && s <= 1, () -> score + " " + distance + " " + s);
                        }
                    }
                }
            }
        }
    }

    @Test
    void mostNodesBeingMissingDoesNotCutOffTheRest() {
        float[] filled = {0, 0, 0, 0, 0, 0, 0, 2};
        WindowGraph graph = GraphBuilder.of(GraphSettings.standard()).build(filled, new byte[8], 1, 8, 1);
        assertEquals(1, graph.membership(0, 1), 0);
        assertEquals(Math.exp(-4 / (2 * 4 * 7 / 28.0)), graph.membership(0, 7), 1e-6); // the mean of D stands in for a median of 0
    }

    @Test
    void aNodeThatIsNotSeenFindsItsNeighboursInTheTrainingDataAndIsTheLastThatOthersListenTo() {
        NodeWeights history = NodeWeights.of(4, new float[] {1, .1f, .9f, .8f, .1f, 1, .2f, .3f, .9f, .2f, 1, .7f, .8f, .3f, .7f, 1});
        GraphSettings settings = GraphSettings.standard().withScore(GraphScore.KERNEL_TIMES_HISTORY).withNeighbours(2);
        float[] filled = {0, .1f, 3, 1, 0, .2f, 3, 1}; // node 0 is hidden: its zeros are nearest to node 1
        byte[] visible = {0, 1, 1, 1, 0, 1, 1, 1};
        WindowGraph graph = GraphBuilder.of(settings, history, null).build(filled, visible, 2, 4, 1);
        assertArrayEquals(new int[] {0, 2, 3}, Arrays.copyOf(graph.index(), 3));
        assertArrayEquals(new float[] {1, .9f, .8f}, Arrays.copyOf(graph.membership(), 3), 1e-6f);
        for (int i = 1; i < 4; i++) {
            assertTrue(IntStream.range(3 * i, 3 * i + 3).noneMatch(at -> graph.index()[at] == 0), "node " + i + " listens to a node that is not seen");
        }
    }

    @Test
    void oneNodeAloneHasItselfOnly() {
        WindowGraph graph = GraphBuilder.of(GraphSettings.standard()).build(new float[] {1, 2}, new byte[] {1, 1}, 2, 1, 1);
        assertArrayEquals(new int[] {0}, graph.index());
        assertEquals(0, GraphBuilder.of(GraphSettings.standard().withSelfLoop(false)).build(new float[] {1}, new byte[1], 1, 1, 1).index().length);
    }

    @Test
    void randomEdgesFollowTheSeedAndNotTheWindow() {
        GraphBuilder builder = GraphBuilder.of(GraphSettings.standard().withNeighbours(3).random(1));
        WindowGraph graph = builder.build(window(1), visible(1), TIME, NODES, CHANNELS);
        assertEquals(graph, builder.build(window(2), visible(2), TIME, NODES, CHANNELS));
        WindowGraph other = GraphBuilder.of(GraphSettings.standard().withNeighbours(3).random(2)).build(window(1), visible(1), TIME, NODES, CHANNELS);
        assertNotEquals(graph, other);
        for (int i = 0; i < NODES; i++) {
            assertEquals(4, Arrays.stream(graph.index(), i * 4, i * 4 + 4).distinct().count());
        }
    }

    @Test
    void aGivenGraphKeepsItsHeaviestEdgesAndLeavesPlacesEmpty() {
        NodeWeights given = NodeWeights.of(3, new float[] {0, .2f, .9f, 0, 0, 0, 1, 0, 0});
        GraphSettings settings = GraphSettings.standard().withKind(Kind.GIVEN);
        WindowGraph graph = GraphBuilder.of(settings, null, given).build(new float[3], new byte[3], 1, 3, 1);
        assertArrayEquals(new int[] {0, 2, 1, 1, -1, -1, 2, 0, -1}, graph.index());
        assertArrayEquals(new float[] {1, .9f, .2f, 1, 0, 0, 1, 1, 0}, graph.membership());
        WindowGraph one = GraphBuilder.of(settings.withNeighbours(1), null, given).build(new float[3], new byte[3], 1, 3, 1);
        assertArrayEquals(new int[] {0, 2, 1, -1, 2, 0}, one.index());
    }

    @Test
    void aUnionHoldsTheEdgesOfBoth() {
        float[] x = {0, 1, 5, 6};
        NodeWeights given = NodeWeights.of(4, new float[] {0, 0, 0, .5f, .01f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        GraphSettings settings = GraphSettings.standard().withNeighbours(1).withKappa(1).withKind(Kind.LEARNED_AND_GIVEN);
        WindowGraph graph = GraphBuilder.of(settings, null, given).build(x, new byte[4], 1, 4, 1);
        assertArrayEquals(new int[] {0, 1, 3, 1, 0, -1, 2, 3, -1, 3, 2, -1}, graph.index());
        assertEquals(Math.exp(-0.5), graph.membership(1, 0), 1e-6); // the learned membership is the larger one
        assertEquals(0.5, graph.membership(0, 3), 0);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("history must be there", () -> GraphBuilder.of(GraphSettings.standard().withScore(GraphScore.HISTORY)));
        refused("given must be there", () -> GraphBuilder.of(GraphSettings.standard().withKind(Kind.GIVEN)));
        refused("filled must be finite, got NaN at step 1 of node 0", () -> GraphBuilder.of(GraphSettings.standard())
                .build(new float[] {0, 0, Float.NaN, 0}, new byte[4], 2, 2, 1));
        refused("must hold time * nodes * channels", () -> GraphBuilder.of(GraphSettings.standard()).build(new float[3], new byte[4], 2, 2, 1));
        refused("got 3", () -> builder(GraphSettings.standard().withScore(GraphScore.HISTORY)).build(new float[3], new byte[3], 1, 3, 1));
        refused("alpha must be between 0 and 1, got NaN", () -> GraphSettings.standard().withAlpha(Double.NaN));
        refused("neighbours must be at least 1, got 0", () -> GraphSettings.standard().withNeighbours(0));
        refused("kappa must be", () -> GraphSettings.standard().withKappa(-1));
    }

    private static void refused(String words, org.junit.jupiter.api.function.Executable call) {
        String message = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(message.contains(words), message);
    }

    @Test
    void theMedianIsThatOfTheSortedValues() {
        Random random = new Random(5);
        for (int n = 1; n < 200; n++) {
            float[] values = new float[n + 3];
            for (int i = 0; i < n; i++) {
                values[i] = n % 3 == 0 ? random.nextInt(4) : random.nextFloat();
            }
            float[] sorted = Arrays.copyOf(values, n);
            Arrays.sort(sorted);
            double median = n % 2 == 1 ? sorted[n / 2] : ((double) sorted[n / 2 - 1] + sorted[n / 2]) / 2;
            assertEquals(median, Median.of(values, n), 0);
        }
    }

    private static GraphBuilder builder(GraphSettings settings) {
        return GraphBuilder.of(settings, history(), null);
    }

    private static NodeWeights history() {
        Random random = new Random(77);
        float[] weights = new float[NODES * NODES];
        for (int i = 0; i < NODES; i++) {
            for (int j = 0; j < i; j++) {
                weights[i * NODES + j] = random.nextFloat();
                weights[j * NODES + i] = weights[i * NODES + j];
            }
        }
        return NodeWeights.of(NODES, weights);
    }

    private static float[] window(long seed) {
        Random random = new Random(seed);
        float[] values = new float[TIME * NODES * CHANNELS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Some pairs have fewer than three common cells. */
    private static byte[] visible(long seed) {
        Random random = new Random(seed);
        byte[] visible = new byte[TIME * NODES * CHANNELS];
        for (int i = 0; i < visible.length; i++) {
            visible[i] = (byte) (random.nextInt(10) < 6 && (i / CHANNELS % NODES != 4 || i < 2 * NODES * CHANNELS) ? 1 : 0);
        }
        return visible;
    }
}
