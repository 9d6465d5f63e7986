package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinearTest {

    @Test
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Linear layer = new Linear(5, 7, parameters);
            Linear unbiased = Linear.withoutBias(5, 7, parameters.child("other"));
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 2, 3, 5);
            assertArrayEquals(new long[] {2, 3, 7}, layer.forward(x).shape());
            double[] bias = parameters.get("bias").toDoubles();
            assertArrayEquals(plain(x.toDoubles(), parameters.get("weight").toDoubles(), bias, 5), layer.forward(x).toDoubles(), 1e-14);
            assertArrayEquals(plain(x.toDoubles(), parameters.get("other.weight").toDoubles(), new double[7], 5),
                    unbiased.forward(x).toDoubles(), 1e-14);
        }
    }

    static double[] plain(double[] x, double[] weight, double[] bias, int in) {
        int out = bias.length;
        double[] y = new double[x.length / in * out];
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i % out];
            for (int k = 0; k < in; k++) {
                y[i] += x[i / out * in + k] * weight[i % out * in + k];
            }
        }
        return y;
    }

    @Test
    void isAdditiveWithoutBias() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Linear layer = Linear.withoutBias(5, 7, parameters);
            Tensor x = LayerCheck.input(scope, 3, 5);
            Tensor y = LayerCheck.input(scope, 5);
            assertArrayEquals(layer.forward(x).add(layer.forward(y)).toDoubles(), layer.forward(x.add(y)).toDoubles(), 1e-14);
        }
    }

    @Test
    void theGradientReachesEveryParameter() {
        try (Parameters parameters = LayerCheck.parameters()) {
            Linear layer = new Linear(5, 7, parameters);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(LayerCheck.input(scope, 3, 5)).square());
        }
    }

    @Test
    void startsAsInPyTorch() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new Linear(101, 211, parameters);
            assertEquals(Set.of("weight", "bias"), parameters.names());
            LayerCheck.assertUniform(1 / Math.sqrt(101), parameters.get("weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(101), parameters.get("bias"));
        }
    }

    @Test
    void refusesAnotherWidth() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Linear layer = new Linear(5, 7, parameters);
            Tensor x = scope.zeros(2, 3);
            var error = assertThrows(IllegalArgumentException.class, () -> layer.forward(x));
            assertEquals("x must have shape (…, in=5), got (2, 3)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new Linear(0, 7, parameters.child("empty")));
            assertEquals("in must be at least 1, got 0", error.getMessage());
        }
    }
}
