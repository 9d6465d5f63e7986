package dev.trivium.nn.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class GenConvTest {

    private static final int WIDTH = 5;

    @Test // Li et al. 2020, eq. 2 and 4, with sums
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GenConv layer = new GenConv(WIDTH, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 9, WIDTH);
            Tensor table = LayerCheck.input(scope, GraphCase.KINDS, WIDTH).scale(0.7);
            double[][] expected = new Plain(parameters).genConv("", Plain.rows(x), Plain.rows(table), GraphCase.three());
            Tensor y = layer.forward(x, table, GraphCase.three().in(scope));
            assertArrayEquals(new long[] {9, WIDTH}, y.shape());
            assertArrayEquals(Plain.flat(expected), y.toDoubles(), 1e-13);
        }
    }

    @Test
    void oneEdgeCarriesItsMessageToItsTargetOnly() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            GenConv layer = new GenConv(WIDTH, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 2, WIDTH);
            Tensor table = LayerCheck.input(scope, 1, WIDTH);
            Graphs edge = new Graphs(scope, Packing.of(2), new int[] {0}, new int[] {1}, new int[] {0});
            Graphs none = new Graphs(scope, Packing.of(2), new int[0], new int[0], new int[0]);
            double[][] moved = Plain.rows(x);
            double[][] vector = Plain.rows(table);
            for (int i = 0; i < WIDTH; i++) {
                moved[1][i] += Math.max(0, moved[0][i] + vector[0][i]) + 1e-7;
            }
            Tensor by = scope.tensor(Plain.flat(moved), 2, WIDTH);
            assertArrayEquals(layer.forward(by, table, none).toDoubles(), layer.forward(x, table, edge).toDoubles(), 1e-13);
        }
    }

    @Test
    void theGradientReachesEveryParameterTheNodesAndTheTable() {
        try (Parameters parameters = LayerCheck.parameters()) {
            GenConv layer = new GenConv(WIDTH, parameters.child("layer"));
            Tensor x = parameters.add("x", (values, random) -> { }, 9, WIDTH);
            Tensor table = parameters.add("table", (values, random) -> { }, GraphCase.KINDS, WIDTH);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(x, table, GraphCase.three().in(scope)));
        }
    }
}
