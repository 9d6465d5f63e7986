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

/** {@link LayerNorm} and {@link RmsNorm}. */
class NormTest {

    private static final int WIDTH = 7;

    @Test
    void layerNormAgreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            LayerNorm layer = new LayerNorm(WIDTH, 1e-3, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 2, 5, WIDTH);
            double[] weight = parameters.get("weight").toDoubles();
            double[] bias = parameters.get("bias").toDoubles();
            assertArrayEquals(new long[] {2, 5, WIDTH}, layer.forward(x).shape());
            double[] expected = x.toDoubles();
            for (int row = 0; row < expected.length; row += WIDTH) {
                double mean = Arrays.stream(expected, row, row + WIDTH).sum() / WIDTH;
                double variance = Arrays.stream(expected, row, row + WIDTH).map(v -> (v - mean) * (v - mean)).sum() / WIDTH;
                for (int i = 0; i < WIDTH; i++) {
                    expected[row + i] = (expected[row + i] - mean) / Math.sqrt(variance + 1e-3) * weight[i] + bias[i];
                }
            }
            assertArrayEquals(expected, layer.forward(x).toDoubles(), 1e-14);
        }
    }

    @Test
    void rmsNormAgreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RmsNorm layer = new RmsNorm(WIDTH, 1e-3, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 2, 5, WIDTH);
            double[] weight = parameters.get("weight").toDoubles();
            double[] expected = x.toDoubles();
            for (int row = 0; row < expected.length; row += WIDTH) {
                double square = Arrays.stream(expected, row, row + WIDTH).map(v -> v * v).sum() / WIDTH;
                for (int i = 0; i < WIDTH; i++) {
                    expected[row + i] *= weight[i] / Math.sqrt(square + 1e-3);
                }
            }
            assertArrayEquals(expected, layer.forward(x).toDoubles(), 1e-14);
        }
    }

    @Test // Ba, Kiros and Hinton 2016, §5.1: re-scaling and re-centring a case changes nothing
    void layerNormIgnoresScaleAndShift() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            LayerNorm layer = new LayerNorm(WIDTH, 0, parameters);
            Tensor x = LayerCheck.input(scope, 3, WIDTH);
            assertArrayEquals(layer.forward(x).toDoubles(), layer.forward(x.scale(3.7).shift(-11)).toDoubles(), 1e-12);
        }
    }

    @Test // Zhang and Sennrich 2019, §4: re-scaling invariance only
    void rmsNormIgnoresScaleButNotShift() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RmsNorm layer = new RmsNorm(WIDTH, 0, parameters);
            Tensor x = LayerCheck.input(scope, 3, WIDTH);
            double[] expected = layer.forward(x).toDoubles();
            assertArrayEquals(expected, layer.forward(x.scale(3.7)).toDoubles(), 1e-12);
            assertEquals(false, Math.abs(expected[0] - layer.forward(x.shift(1)).toDoubles()[0]) < 1e-3);
        }
    }

    @Test
    void theGradientReachesEveryParameter() {
        try (Parameters parameters = LayerCheck.parameters()) {
            LayerNorm layer = new LayerNorm(WIDTH, parameters.child("layer"));
            RmsNorm rms = new RmsNorm(WIDTH, 1e-6, parameters.child("rms"));
            LayerCheck.checkGradients(parameters, scope -> rms.forward(layer.forward(LayerCheck.input(scope, 3, WIDTH))));
        }
    }

    @Test
    void startAsInPyTorch() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            new LayerNorm(3, parameters.child("layer"));
            new RmsNorm(3, 1e-6, parameters.child("rms"));
            assertArrayEquals(new double[] {1, 1, 1}, parameters.get("layer.weight").toDoubles());
            assertArrayEquals(new double[] {0, 0, 0}, parameters.get("layer.bias").toDoubles());
            assertArrayEquals(new double[] {1, 1, 1}, parameters.get("rms.weight").toDoubles());
        }
    }

    @Test
    void refuseAnotherWidthAndANegativeEps() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            LayerNorm layer = new LayerNorm(WIDTH, parameters);
            Tensor x = scope.zeros(WIDTH, 2);
            var error = assertThrows(IllegalArgumentException.class, () -> layer.forward(x));
            assertEquals("x must have shape (…, width=7), got (7, 2)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new RmsNorm(3, Double.NaN, parameters.child("rms")));
            assertEquals("eps must be at least 0 and finite, got NaN", error.getMessage());
        }
    }
}
