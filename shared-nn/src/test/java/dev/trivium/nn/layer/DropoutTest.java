package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class DropoutTest {

    @Test
    void predictionLeavesItsInputAlone() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.zeros(2, 3);
            assertSame(x, new Dropout(0.5).forward(x, Mode.PREDICT));
            assertSame(x, new Dropout(0).forward(x, Mode.train(scope, 1, 1)));
        }
    }

    @Test
    void trainingDropsAndScales() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            double[] ones = new double[100_003];
            java.util.Arrays.fill(ones, 1);
            double[] y = new Dropout(0.25).forward(scope.tensor(ones, ones.length), Mode.train(scope, 1, 1)).toDoubles();
            double mean = 0;
            for (double element : y) {
                assertEquals(element == 0 ? 0 : 1 / 0.75, element);
                mean += element / y.length;
            }
            assertEquals(1, mean, 4 * Math.sqrt(0.25 / 0.75 / y.length));
        }
    }

    @Test
    void aStepCanBeRepeatedAndItsLayersDiffer() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.zeros(7, 11).shift(1);
            Dropout layer = new Dropout(0.5);
            Mode once = Mode.train(scope, 3, 4);
            float[] first = layer.forward(x, once).toFloats();
            float[] second = layer.forward(x, once).toFloats();
            assertEquals(false, java.util.Arrays.equals(first, second));
            Mode again = Mode.train(scope, 3, 4);
            assertArrayEquals(first, layer.forward(x, again).toFloats());
            assertArrayEquals(second, layer.forward(x, again).toFloats());
        }
    }

    @Test
    void theGradientGoesThroughWhatWasKept() {
        Gradients.check((scope, in) -> new Dropout(0.5).forward(in.get(0).square(), Mode.train(scope, 5, 6)), Input.spread(-1, 1, 3, 5));
    }

    @Test
    void refusesAProbabilityThatIsNone() {
        var error = assertThrows(IllegalArgumentException.class, () -> new Dropout(1));
        assertEquals("probability must be in [0, 1), got 1.0", error.getMessage());
    }
}
