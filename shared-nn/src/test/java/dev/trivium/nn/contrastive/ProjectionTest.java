package dev.trivium.nn.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.layer.Dropout;
import dev.trivium.nn.layer.FeedForward;
import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProjectionTest {

    private static final int WIDTH = 5;

    @ParameterizedTest
    @EnumSource
    void isAFeedForwardNetworkDividedByItsNorm(VectorNorm norm) {
        try (Parameters parameters = LayerCheck.parameters(); Parameters plain = LayerCheck.parameters();
                Scope scope = Scope.open(Compute.cpu64())) {
            Projection projection = new Projection(WIDTH, norm, parameters);
            FeedForward network = new FeedForward(WIDTH, WIDTH, Tensor::relu, new Dropout(0), plain);
            LayerCheck.scramble(parameters);
            LayerCheck.scramble(plain);
            Tensor f = LayerCheck.input(scope, 3, WIDTH);
            double[] expected = network.forward(f, Mode.PREDICT).toDoubles();
            for (int row = 0; row < expected.length; row += WIDTH) {
                double[] p = Arrays.copyOfRange(expected, row, row + WIDTH);
                double length = norm == VectorNorm.L1 ? Arrays.stream(p).map(Math::abs).sum()
                        : Math.sqrt(Arrays.stream(p).map(v -> v * v).sum());
                for (int i = 0; i < WIDTH; i++) {
                    expected[row + i] = p[i] / length;
                }
            }
            assertArrayEquals(expected, projection.forward(f).toDoubles(), 1e-15);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aVectorOfZerosStaysOneWithAFiniteGradient(VectorNorm norm) {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor p = scope.zeros(2, WIDTH).requireGradient();
            Tensor z = Projection.normalised(p, norm);
            assertArrayEquals(new double[2 * WIDTH], z.toDoubles());
            tape.backward(z.sum());
            assertEquals(0, Arrays.stream(p.gradient().toDoubles()).filter(v -> !Double.isFinite(v)).count());
        }
    }

    @Test
    void refusesAnotherWidth() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Projection projection = new Projection(WIDTH, VectorNorm.L1, parameters);
            var error = assertThrows(IllegalArgumentException.class, () -> projection.forward(scope.zeros(3, 4)));
            assertEquals("f must have shape (batch, D=5), got (3, 4)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new Projection(0, VectorNorm.L1, parameters));
            assertEquals("width must be at least 1, got 0", error.getMessage());
        }
    }
}
