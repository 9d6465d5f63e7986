package dev.trivium.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartedLossTest {

    private static final double[] ITEMS = {1, -2, 3, 0.5, 4};

    @Test
    void partsGiveTheValueAndTheGradientOfTheWhole() {
        double[] whole = valueAndGradient(5, new ArrayList<>());
        for (int size : new int[] {1, 2, 3, 4}) {
            List<String> asked = new ArrayList<>();
            assertArrayEquals(whole, valueAndGradient(size, asked), 1e-5);
            assertEquals((5 + size - 1) / size, asked.size());
            assertEquals("0 to " + size, asked.get(0));
        }
        double square = 1 + 4 + 9 + 0.25 + 16;
        assertEquals(square * 0.49, whole[0], 1e-4); // Σ (w x)² at w = 0.7
        assertEquals(2 * 0.7 * square, whole[1], 1e-4);
    }

    @Test
    void whatTheParametersHadCollectedBeforeDoesNotCount() {
        try (Parameters parameters = Parameters.create(Compute.choose("cpu"), 1)) {
            Tensor w = parameters.add("w", Initial.constant(0.7), 1);
            step(parameters, w, 2, new ArrayList<>());
            double[] second = step(parameters, w, 2, new ArrayList<>());
            assertArrayEquals(valueAndGradient(5, new ArrayList<>()), second, 1e-5);
        }
    }

    @Test
    void aPartHasAnItem() {
        try (Parameters parameters = Parameters.create(Compute.choose("cpu"), 1)) {
            Tensor w = parameters.add("w", Initial.constant(0.7), 1);
            assertEquals("size must be at least 1, got 0",
                    assertThrows(IllegalArgumentException.class, () -> step(parameters, w, 0, new ArrayList<>())).getMessage());
        }
    }

    private static double[] valueAndGradient(int size, List<String> asked) {
        try (Parameters parameters = Parameters.create(Compute.choose("cpu"), 1)) {
            return step(parameters, parameters.add("w", Initial.constant(0.7), 1), size, asked);
        }
    }

    private static double[] step(Parameters parameters, Tensor w, int size, List<String> asked) {
        try (Scope scope = Scope.open(parameters.compute()); Tape tape = Tape.record()) {
            Tensor loss = PartedLoss.of(parameters, scope, ITEMS.length, size, (inner, from, to) -> {
                asked.add(from + " to " + to);
                double[] items = java.util.Arrays.copyOfRange(ITEMS, from, to);
                Tensor y = inner.tensor(items, items.length).mul(w);
                return y.mul(y).sum();
            });
            double collected = w.gradient().item(); // of all parts but the last; the loss has the gradient of all
            tape.backward(loss);
            return new double[] {loss.item(), w.gradient().item() - collected};
        }
    }
}
