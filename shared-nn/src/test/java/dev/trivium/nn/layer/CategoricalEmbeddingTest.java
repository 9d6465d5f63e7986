package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CategoricalEmbeddingTest {

    private static final int[] SIZES = {5, 2, 3};
    private static final int WIDTH = 7;
    private static final int[] FEATURES = {4, 1, 0, 0, 0, 2, 4, 1, 2, 3, 0, 1, 1, 1, 1, 2, 0, 0};

    private static double[] expected(Parameters parameters) {
        double[] tables = parameters.get("weight").toDoubles();
        int[] starts = {0, 5, 7};
        double[] sums = new double[FEATURES.length / 3 * WIDTH];
        for (int i = 0; i < FEATURES.length; i++) {
            for (int d = 0; d < WIDTH; d++) {
                sums[i / 3 * WIDTH + d] += tables[(starts[i % 3] + FEATURES[i]) * WIDTH + d];
            }
        }
        return sums;
    }

    @Test
    void addsOneRowOfEachTable() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            CategoricalEmbedding layer = new CategoricalEmbedding(SIZES, WIDTH, parameters);
            Tensor y = layer.forward(scope, FEATURES);
            assertArrayEquals(new long[] {6, WIDTH}, y.shape());
            assertArrayEquals(expected(parameters), y.toDoubles(), 1e-15);
        }
    }

    @Test
    void aLookUpInTheTableOfCombinationsIsTheSame() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            CategoricalEmbedding layer = new CategoricalEmbedding(SIZES, WIDTH, parameters);
            long[] rows = Arrays.stream(layer.combinations(FEATURES)).asLongStream().toArray();
            assertArrayEquals(new long[] {27, 2, 29, 19, 10, 12}, rows);
            assertArrayEquals(new long[] {30, WIDTH}, layer.table().shape());
            assertArrayEquals(expected(parameters), layer.table().rows(scope.indices(rows, 6)).toDoubles(), 1e-15);
        }
    }

    @Test
    void theGradientReachesEveryTable() {
        try (Parameters parameters = LayerCheck.parameters()) {
            CategoricalEmbedding layer = new CategoricalEmbedding(SIZES, 3, parameters);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(scope, FEATURES).square());
            LayerCheck.checkGradients(parameters, scope -> layer.table().square());
        }
    }

    @Test // Glorot and Bengio 2010, eq. 16, for each table
    void startsUniformWithABoundOfEachTablesOwn() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            new CategoricalEmbedding(new int[] {97, 3}, 101, parameters);
            Tensor weight = parameters.get("weight");
            LayerCheck.assertUniform(Math.sqrt(6.0 / 198), weight.narrow(0, 0, 97));
            LayerCheck.assertUniform(Math.sqrt(6.0 / 104), weight.narrow(0, 97, 3));
        }
    }

    @Test
    void refusesFeaturesOutsideTheTables() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            CategoricalEmbedding layer = new CategoricalEmbedding(SIZES, WIDTH, parameters);
            assertMessage("features must be in [0, 2) in column 1, got 2 in row 1", () -> layer.forward(scope, 0, 0, 0, 0, 2, 0));
            assertMessage("features must be in [0, 5) in column 0, got -1 in row 0", () -> layer.combinations(-1, 0, 0));
            assertMessage("features must have shape (things, 3), at least one thing, got 4 numbers", () -> layer.forward(scope, 0, 0, 0, 0));
            assertMessage("sizes must name at least one feature, got none", () -> new CategoricalEmbedding(new int[0], 3, parameters));
            assertMessage("sizes[1] must be at least 1, got 0", () -> new CategoricalEmbedding(new int[] {2, 0}, 3, parameters));
        }
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
