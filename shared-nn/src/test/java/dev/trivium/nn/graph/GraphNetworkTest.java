package dev.trivium.nn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphNetworkTest {

    private static final GraphNetworkSettings SETTINGS = new GraphNetworkSettings(5, 3, 2, 0.3);
    private static final int WIDTH = SETTINGS.width();

    /** The equations of the class comment; masks (power - 1)(G, D). */
    private static double[][] plain(Parameters parameters, double[][] x, double[][] table, GraphCase graph, double[][][] masks) {
        Plain plain = new Plain(parameters);
        double[] start = plain.vector("start");
        int[] owner = graph.nodes().owner();
        double[][] h = plain.genConv("conv.0.", map(x, v -> Plain.plus(v, start)), table, graph);
        double[][] out = map(h, v -> plain.linear("project.0", v));
        double[][] g = IntStream.range(0, graph.nodes().sequences()).mapToObj(i -> start).toArray(double[][]::new);
        for (int l = 1; l < SETTINGS.power(); l++) {
            String norm = "norm." + (l - 1);
            String virtual = "virtual." + (l - 1);
            double[][] r = map(h, v -> plain.normalised(norm, v));
            for (int i = 0; i < g.length; i++) {
                for (int v = 0; v < r.length; v++) {
                    g[i] = owner[v] == i ? Plain.plus(g[i], r[v]) : g[i];
                }
                double[] hidden = plain.normalised(virtual + ".norm1", plain.linear(virtual + ".linear1", g[i]));
                g[i] = plain.normalised(virtual + ".norm2", plain.linear(virtual + ".linear2", hidden));
                for (int d = 0; d < WIDTH; d++) {
                    g[i][d] *= masks[l - 1][i][d];
                }
            }
            for (int v = 0; v < r.length; v++) {
                r[v] = Plain.plus(r[v], g[owner[v]]);
            }
            double[][] convolved = plain.genConv("conv." + l + ".", r, table, graph);
            String project = "project." + l;
            for (int v = 0; v < h.length; v++) {
                h[v] = Plain.plus(convolved[v], h[v]);
                double[] joined = Arrays.copyOf(out[v], out[v].length + SETTINGS.dims());
                System.arraycopy(plain.linear(project, h[v]), 0, joined, out[v].length, SETTINGS.dims());
                out[v] = joined;
            }
        }
        return out;
    }

    private static double[][] map(double[][] rows, java.util.function.UnaryOperator<double[]> function) {
        return Arrays.stream(rows).map(function).toArray(double[][]::new);
    }

    private static double[][][] ones(int graphs) {
        double[][][] masks = new double[SETTINGS.power() - 1][graphs][WIDTH];
        Arrays.stream(masks).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 1));
        return masks;
    }

    private static Tensor table(Scope scope) {
        return LayerCheck.input(scope, GraphCase.KINDS, WIDTH).scale(0.6);
    }

    @Test
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 9, WIDTH);
            double[][] expected = plain(parameters, Plain.rows(x), Plain.rows(table(scope)), GraphCase.three(), ones(3));
            Tensor h = network.forward(x, table(scope), GraphCase.three().in(scope), Mode.PREDICT);
            assertArrayEquals(new long[] {9, WIDTH}, h.shape());
            assertArrayEquals(Plain.flat(expected), h.toDoubles(), 1e-12);
        }
    }

    @Test
    void trainingDropsElementsOfVirtualNodesAndNothingElse() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 9, WIDTH);
            long[] shape = {3, WIDTH};
            double[][][] masks = Mode.train(scope, 8, 4).masks(0.3, shape, shape).stream().map(Plain::rows).toArray(double[][][]::new);
            double[][] expected = plain(parameters, Plain.rows(x), Plain.rows(table(scope)), GraphCase.three(), masks);
            double[] actual = network.forward(x, table(scope), GraphCase.three().in(scope), Mode.train(scope, 8, 4)).toDoubles();
            assertArrayEquals(Plain.flat(expected), actual, 1e-12);
            double[] other = network.forward(x, table(scope), GraphCase.three().in(scope), Mode.train(scope, 8, 5)).toDoubles();
            assertFalse(Arrays.equals(actual, other), "two steps dropped the same elements");
        }
    }

    @Test
    void renumberingNodesRenumbersTheRows() {
        int[] order = {3, 0, 4, 1, 2, 5, 8, 6, 7}; // within each graph
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters);
            LayerCheck.scramble(parameters);
            double[][] x = Plain.rows(LayerCheck.input(scope, 9, WIDTH));
            double[][] renumbered = new double[9][];
            IntStream.range(0, 9).forEach(v -> renumbered[order[v]] = x[v]);
            double[][] h = forward(network, scope, x, GraphCase.three());
            double[][] other = forward(network, scope, renumbered, GraphCase.three().renumbered(order));
            for (int v = 0; v < 9; v++) {
                assertArrayEquals(h[v], other[order[v]], 1e-13, "node " + v);
            }
        }
    }

    private static double[][] forward(GraphNetwork network, Scope scope, double[][] x, GraphCase graph) {
        Tensor nodes = scope.tensor(Plain.flat(x), x.length, WIDTH);
        return Plain.rows(network.forward(nodes, table(scope), graph.in(scope), Mode.PREDICT));
    }

    @Test
    void aGraphAloneIsTheSameAsInABatch() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters);
            LayerCheck.scramble(parameters);
            double[][] x = Plain.rows(LayerCheck.input(scope, 9, WIDTH));
            double[][] batch = forward(network, scope, x, GraphCase.three());
            double[][] alone = forward(network, scope, Arrays.copyOf(x, 5), GraphCase.firstOfThree());
            assertArrayEquals(Plain.flat(Arrays.copyOf(batch, 5)), Plain.flat(alone), 1e-13);
            double[][] single = forward(network, scope, new double[][] {x[5]}, GraphCase.singleNode());
            assertArrayEquals(batch[5], single[0], 1e-13);
        }
    }

    @Test
    void theGradientReachesEveryParameterTheNodesAndTheTable() {
        GraphNetworkSettings small = new GraphNetworkSettings(2, 2, 2, 0.3);
        try (Parameters parameters = LayerCheck.parameters()) {
            GraphNetwork network = new GraphNetwork(small, parameters.child("network"));
            Tensor x = parameters.add("x", (values, random) -> { }, 9, small.width());
            Tensor table = parameters.add("table", (values, random) -> { }, GraphCase.KINDS, small.width());
            LayerCheck.checkGradients(parameters,
                    scope -> network.forward(x, table, GraphCase.three().in(scope), Mode.train(scope, 3, 1)));
        }
    }

    @Test
    void theGradientReachesEveryParameterOfABatchWithoutEdges() {
        GraphNetworkSettings small = new GraphNetworkSettings(2, 2, 2, 0.3);
        GraphCase apart = new GraphCase(Packing.of(3, 1, 2), new int[0], new int[0], new int[0]);
        try (Parameters parameters = LayerCheck.parameters()) {
            GraphNetwork network = new GraphNetwork(small, parameters.child("network"));
            Tensor x = parameters.add("x", (values, random) -> { }, 6, small.width());
            LayerCheck.checkGradients(parameters,
                    scope -> network.forward(x, scope.zeros(1, small.width()), apart.in(scope), Mode.PREDICT));
        }
    }

    @Test
    void whatInfluencesNothingIsNotThere() {
        try (Parameters deep = LayerCheck.parameters(); Parameters shallow = LayerCheck.parameters();
                Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork published = new GraphNetwork(new GraphNetworkSettings(7, 2, 3, 0), deep);
            GraphNetwork short2 = new GraphNetwork(new GraphNetworkSettings(2, 2, 3, 0), shallow);
            assertEquals(shallow.names(), deep.names());
            assertTrue(deep.names().containsAll(Set.of("conv.1.linear1.weight", "project.1.bias", "norm.0.weight", "virtual.0.norm2.bias")));
            assertFalse(deep.names().stream().anyMatch(name -> name.matches("(conv|project)\\.2.*|(norm|virtual)\\.1.*")));
            Tensor x = LayerCheck.input(scope, 9, WIDTH);
            Graphs graphs = GraphCase.three().in(scope);
            assertArrayEquals(short2.forward(x, table(scope), graphs, Mode.PREDICT).toDoubles(),
                    published.forward(x, table(scope), graphs, Mode.PREDICT).toDoubles());
        }
    }

    @Test
    void startsAsInPyTorchWithAVirtualNodeOfZeros() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new GraphNetwork(new GraphNetworkSettings(2, 2, 16, 0), parameters);
            assertArrayEquals(new double[32], parameters.get("start").toDoubles());
            assertArrayEquals(new long[] {64, 32}, parameters.get("conv.0.linear1.weight").shape());
            LayerCheck.assertUniform(1 / Math.sqrt(32), parameters.get("conv.0.linear1.weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(64), parameters.get("conv.1.linear2.weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(32), parameters.get("project.1.weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(32), parameters.get("virtual.0.linear2.weight"));
            assertTrue(Arrays.stream(parameters.get("virtual.0.norm1.weight").toDoubles()).allMatch(v -> v == 1));
        }
    }

    @Test
    void refusesSettingsThatMakeNoNetwork() {
        assertMessage("power must be at least 1, got 0", () -> new GraphNetworkSettings(3, 0, 8, 0));
        assertMessage("layers must be at least power=4, got 3", () -> new GraphNetworkSettings(3, 4, 8, 0));
        assertMessage("dims must be at least 1, got 0", () -> new GraphNetworkSettings(3, 2, 0, 0));
        assertMessage("dropout must be in [0, 1), got NaN", () -> new GraphNetworkSettings(3, 2, 8, Double.NaN));
    }

    @Test
    void refusesNodesAndTablesOfOtherSizes() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters);
            Graphs graphs = GraphCase.three().in(scope);
            assertMessage("x must have shape (nodes=9, D=6), got (8, 6)",
                    () -> network.forward(scope.zeros(8, 6), table(scope), graphs, Mode.PREDICT));
            assertMessage("table must have shape (kinds, at least 4, D=6), got (3, 6)",
                    () -> network.forward(scope.zeros(9, 6), scope.zeros(3, 6), graphs, Mode.PREDICT));
        }
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
