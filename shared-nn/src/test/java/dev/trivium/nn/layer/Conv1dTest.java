package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Conv1dTest {

    private static final int BATCH = 2;
    private static final int TIME = 17;

    static Stream<Conv1dSettings> settings() {
        return Stream.of(
                Conv1dSettings.of(3, 5, 1),
                Conv1dSettings.of(3, 5, 7),
                Conv1dSettings.of(3, 5, 4).withPadding(2),
                Conv1dSettings.of(3, 5, 3).withStride(2).withPadding(1),
                Conv1dSettings.of(3, 5, 3).withDilation(4).withPadding(5),
                Conv1dSettings.of(6, 9, 3).withGroups(3).withStride(3),
                Conv1dSettings.of(5, 5, 3).withGroups(5).withPadding(1));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void agreesWithPlainLoops(Conv1dSettings s) {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Conv1d layer = new Conv1d(s, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, BATCH, s.in(), TIME);
            Tensor y = layer.forward(x);
            assertArrayEquals(new long[] {BATCH, s.out(), s.outputs(TIME)}, y.shape());
            double[] expected = plain(s, x.toDoubles(), parameters.get("weight").toDoubles(), parameters.get("bias").toDoubles());
            assertArrayEquals(expected, y.toDoubles(), 1e-13);
        }
    }

    private static double[] plain(Conv1dSettings s, double[] x, double[] weight, double[] bias) {
        int channels = s.in() / s.groups();
        int times = (int) s.outputs(TIME);
        double[] y = new double[BATCH * s.out() * times];
        for (int i = 0; i < y.length; i++) {
            int t = i % times;
            int o = i / times % s.out();
            int b = i / times / s.out();
            int first = o / (s.out() / s.groups()) * channels;
            y[i] = bias[o];
            for (int c = 0; c < channels; c++) {
                for (int k = 0; k < s.kernel(); k++) {
                    int at = s.stride() * t + s.dilation() * k - s.padding();
                    double value = at < 0 || at >= TIME ? 0 : x[(b * s.in() + first + c) * TIME + at];
                    y[i] += weight[(o * channels + c) * s.kernel() + k] * value;
                }
            }
        }
        return y;
    }

    @Test
    void shiftingTimeShiftsTheOutput() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Conv1d layer = new Conv1d(Conv1dSettings.of(3, 5, 4), parameters);
            Tensor x = LayerCheck.input(scope, BATCH, 3, TIME);
            Tensor late = layer.forward(x).narrow(2, 2, 12);
            assertArrayEquals(late.toDoubles(), layer.forward(x.narrow(2, 2, 15)).toDoubles(), 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theGradientReachesEveryParameter(Conv1dSettings s) {
        try (Parameters parameters = LayerCheck.parameters()) {
            Conv1d layer = new Conv1d(s, parameters);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(LayerCheck.input(scope, BATCH, s.in(), TIME)).square());
        }
    }

    @Test
    void startsAsInPyTorch() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new Conv1d(Conv1dSettings.of(12, 66, 5).withGroups(3), parameters);
            assertArrayEquals(new long[] {66, 4, 5}, parameters.get("weight").shape());
            LayerCheck.assertUniform(1 / Math.sqrt(20), parameters.get("weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(20), parameters.get("bias"));
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Conv1d layer = new Conv1d(Conv1dSettings.of(3, 5, 7), parameters);
            var error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(2, 17, 3)));
            assertEquals("x must have shape (batch, in=3, time), got (2, 17, 3)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(2, 3, 6)));
            assertEquals("x must be long enough for one output of " + Conv1dSettings.of(3, 5, 7) + ", got (2, 3, 6)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> Conv1dSettings.of(3, 5, 7).withGroups(3));
            assertEquals("groups must divide in and out, got groups=3, in=3, out=5", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> Conv1dSettings.of(3, 5, 7).withPadding(-1));
            assertEquals("padding must be at least 0, got -1", error.getMessage());
        }
    }
}
