package dev.trivium.nn.parameter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.optimizer.AdamW;
import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void namesArePrefixedByTheirChildren() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.add("first", Initial.zeros(), 2);
            Parameters layer = parameters.child("layer").child("0");
            Tensor weight = layer.add("weight", Initial.ones(), 3, 5);
            assertEquals(List.of("first", "layer.0.weight"), List.copyOf(parameters.names()));
            assertEquals(weight, parameters.get("layer.0.weight"));
            assertEquals(17, parameters.count());
        }
    }

    @Test
    void aBufferIsSavedAndRestoredButNotTrained() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.add("weight", Initial.ones(), 3);
            Tensor buffer = parameters.child("a").buffer("balance", new double[] {1, -2}, 2);
            assertEquals(List.of("weight", "a.balance"), List.copyOf(parameters.names()));
            assertEquals(List.of("weight"), List.copyOf(parameters.trainable()));
            assertEquals(List.of("weight"), ParameterGroup.all(parameters, 0).names());
            assertEquals(3, parameters.count());
            Map<String, float[]> before = parameters.snapshot();
            parameters.set("a.balance", new double[] {5, 6});
            assertArrayEquals(new float[] {5, 6}, buffer.toFloats());
            parameters.restore(before);
            assertArrayEquals(new float[] {1, -2}, buffer.toFloats());
            var taken = assertThrows(IllegalArgumentException.class, () -> parameters.buffer("weight", new double[1], 1));
            assertTrue(taken.getMessage().contains("weight"));
        }
    }

    @Test
    void aBufferDrawsNothing() {
        try (Parameters with = Parameters.create(Compute.cpu(), 4); Parameters without = Parameters.create(Compute.cpu(), 4)) {
            with.buffer("b", new double[2], 2);
            assertArrayEquals(without.add("a", Initial.normal(1), 5).toFloats(), with.add("a", Initial.normal(1), 5).toFloats());
        }
    }

    @Test
    void anOptimiserRefusesABuffer() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.buffer("balance", new double[2], 2);
            var group = List.of(new ParameterGroup(List.of("balance"), 1, 0));
            var error = assertThrows(IllegalArgumentException.class, () -> new AdamW(parameters, AdamSettings.standard(), group));
            assertTrue(error.getMessage().contains("buffer balance"), error.getMessage());
        }
    }

    @Test
    void equalSeedsStartEqual() {
        assertArrayEquals(drawn(5), drawn(5));
        assertEquals(false, Arrays.equals(drawn(5), drawn(6)));
    }

    private static float[] drawn(long seed) {
        try (Parameters parameters = Parameters.create(Compute.cpu(), seed)) {
            parameters.add("a", Initial.normal(2), 7);
            return parameters.child("b").add("c", Initial.uniform(3), 11).toFloats();
        }
    }

    @Test
    void initialValuesFollowTheirDistribution() {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 9)) {
            double[] uniform = parameters.add("uniform", Initial.fanIn(16), 100_000).toDoubles();
            assertTrue(Arrays.stream(uniform).allMatch(v -> Math.abs(v) <= 0.25));
            assertEquals(0, Arrays.stream(uniform).average().orElseThrow(), 0.002);
            double[] normal = parameters.add("normal", Initial.normal(3), 100_000).toDoubles();
            assertEquals(9, Arrays.stream(normal).map(v -> v * v).average().orElseThrow(), 0.2);
            assertArrayEquals(new double[] {4, 4}, parameters.add("constant", Initial.constant(4), 2).toDoubles());
        }
    }

    @Test
    void settingKeepsTheTensorAndItsGradient() {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64());
                Tape tape = Tape.record()) {
            Tensor weight = parameters.add("weight", Initial.zeros(), 2);
            parameters.set("weight", new double[] {3, 0.1});
            tape.backward(weight.square().sum());
            assertArrayEquals(new double[] {6, 0.2}, weight.gradient().toDoubles());
        }
    }

    @Test
    void aSnapshotRestores() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.add("a", Initial.normal(1), 2, 3);
            parameters.add("b", Initial.normal(1), 5);
            Map<String, float[]> before = parameters.snapshot();
            float[] a = before.get("a").clone();
            parameters.set("a", new double[6]);
            assertArrayEquals(a, before.get("a"), "a copy");
            parameters.restore(before);
            assertArrayEquals(a, parameters.get("a").toFloats());
        }
    }

    @Test
    void restoringRefusesOtherNamesAndSizesBeforeItChangesAnything() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.add("a", Initial.ones(), 2);
            parameters.add("b", Initial.ones(), 3);
            Map<String, float[]> other = new HashMap<>(Map.of("a", new float[2], "c", new float[3]));
            var error = assertThrows(IllegalArgumentException.class, () -> parameters.restore(other));
            assertEquals("snapshot must name the model's parameters, got missing=[b], unexpected=[c]", error.getMessage());
            error = assertThrows(IllegalArgumentException.class,
                    () -> parameters.restore(Map.of("a", new float[2], "b", new float[4])));
            assertEquals("values of b must have shape [3], got 4 numbers", error.getMessage());
            assertArrayEquals(new float[] {1, 1}, parameters.get("a").toFloats());
        }
    }

    @Test
    void refusesANameTwiceAndANameUnknown() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            parameters.child("a").add("weight", Initial.ones(), 2);
            var error = assertThrows(IllegalArgumentException.class, () -> parameters.child("a").add("weight", Initial.ones(), 2));
            assertEquals("name must be new, got a.weight", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> parameters.get("b"));
            assertEquals("name must be a parameter of the model, got b", error.getMessage());
        }
    }

    @Test
    void onlyTheOwnerCloses() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1)) {
            Parameters child = parameters.child("layer");
            var error = assertThrows(IllegalStateException.class, child::close);
            assertEquals("parameters must be closed by their owner, not through the child layer.", error.getMessage());
        }
    }
}
