package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    private static final long[] INDEX = {4, 0, 2, 4, 1, 0};

    @Test
    void looksRowsUp() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Embedding layer = new Embedding(5, 3, parameters);
            double[] table = parameters.get("weight").toDoubles();
            Tensor y = layer.forward(scope.indices(INDEX, 2, 3));
            assertArrayEquals(new long[] {2, 3, 3}, y.shape());
            double[] expected = new double[18];
            Arrays.setAll(expected, i -> table[(int) INDEX[i / 3] * 3 + i % 3]);
            assertArrayEquals(expected, y.toDoubles());
        }
    }

    @Test
    void theGradientReachesTheRowsThatWereUsedAsOftenAsTheyWere() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Embedding layer = new Embedding(5, 2, parameters);
            tape.backward(layer.forward(scope.indices(INDEX, 6)).sum());
            assertArrayEquals(new double[] {2, 2, 1, 1, 1, 1, 0, 0, 2, 2}, parameters.get("weight").gradient().toDoubles());
        }
    }

    @Test
    void theGradientAgreesWithCentralDifferences() {
        try (Parameters parameters = LayerCheck.parameters()) {
            Embedding layer = new Embedding(5, 3, parameters);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(scope.indices(INDEX, 6)).square());
        }
    }

    @Test
    void startsStandardNormal() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new Embedding(1009, 11, parameters);
            double[] values = parameters.get("weight").toDoubles();
            assertEquals(0, Arrays.stream(values).average().orElseThrow(), 4 / Math.sqrt(values.length));
            assertEquals(1, Arrays.stream(values).map(v -> v * v).average().orElseThrow(), 4 * Math.sqrt(2.0 / values.length));
        }
    }

    @Test
    void anIndexBeyondTheTableIsAnError() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Embedding layer = new Embedding(5, 3, parameters);
            assertThrows(RuntimeException.class, () -> layer.forward(scope.indices(new long[] {5}, 1)));
            assertThrows(RuntimeException.class, () -> layer.forward(scope.indices(new long[] {-1}, 1)));
        }
    }
}
