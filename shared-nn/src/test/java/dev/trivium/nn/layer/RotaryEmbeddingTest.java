package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RotaryEmbeddingTest {

    private static final int WIDTH = 6;
    private static final int TIME = 5;

    @Test
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RotaryEmbedding layer = new RotaryEmbedding(WIDTH, 11, 100, parameters);
            Tensor x = LayerCheck.input(scope, 2, 3, TIME, WIDTH);
            for (int first : new int[] {0, 4, 6}) {
                Tensor y = layer.forward(x, first);
                assertArrayEquals(new long[] {2, 3, TIME, WIDTH}, y.shape());
                assertArrayEquals(plain(x.toDoubles(), first), y.toDoubles(), 1e-14);
            }
            assertEquals(Set.of(), parameters.names(), "nothing is trained");
        }
    }

    private static double[] plain(double[] x, int first) {
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i += 2) {
            int k = i % WIDTH / 2;
            double angle = (first + i / WIDTH % TIME) / Math.pow(100, 2.0 * k / WIDTH);
            y[i] = x[i] * Math.cos(angle) - x[i + 1] * Math.sin(angle);
            y[i + 1] = x[i] * Math.sin(angle) + x[i + 1] * Math.cos(angle);
        }
        return y;
    }

    @Test // Su et al. 2021, eq. 16
    void aProductDependsOnTheDifferenceOfPositionsOnly() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RotaryEmbedding layer = new RotaryEmbedding(WIDTH, 1000, RotaryEmbedding.BASE, parameters);
            Tensor q = LayerCheck.input(scope, 1, WIDTH);
            Tensor k = LayerCheck.input(scope, 2, WIDTH).narrow(0, 1, 1);
            double near = layer.forward(q, 13).mul(layer.forward(k, 8)).sum().item();
            double far = layer.forward(q, 905).mul(layer.forward(k, 900)).sum().item();
            assertEquals(near, far, 1e-11);
            assertEquals(q.square().sum().item(), layer.forward(q, 777).square().sum().item(), 1e-13, "lengths stay");
        }
    }

    @Test
    void theGradientGoesThrough() {
        try (Parameters parameters = LayerCheck.parameters()) {
            RotaryEmbedding layer = new RotaryEmbedding(WIDTH, TIME, 100, parameters);
            Gradients.check((scope, in) -> layer.forward(in.get(0)).square().square(), Input.spread(-1, 1, 2, TIME, WIDTH));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RotaryEmbedding layer = new RotaryEmbedding(WIDTH, TIME, 100, parameters);
            var error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(7, WIDTH)));
            assertEquals("x must have shape (…, time, width) with positions from 0 below 5, got (7, 6)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(3, WIDTH), 3));
            assertEquals("x must have shape (…, time, width) with positions from 3 below 5, got (3, 6)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(3, 4)));
            assertEquals("x must have shape (…, width=6), got (3, 4)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new RotaryEmbedding(5, 3, 100, parameters));
            assertEquals("width must be even and at least 2, got 5", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new RotaryEmbedding(6, 3, -1, parameters));
            assertEquals("base must be positive and finite, got -1.0", error.getMessage());
        }
    }
}
