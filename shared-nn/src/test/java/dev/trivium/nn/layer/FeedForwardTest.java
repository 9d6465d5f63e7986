package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedForwardTest {

    @Test
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FeedForward layer = new FeedForward(5, 7, Tensor::tanh, new Dropout(0.3), parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, 2, 3, 5);
            double[] hidden = LinearTest.plain(x.toDoubles(), parameters.get("linear1.weight").toDoubles(),
                    parameters.get("linear1.bias").toDoubles(), 5);
            double[] active = Arrays.stream(hidden).map(Math::tanh).toArray();
            double[] expected = LinearTest.plain(active, parameters.get("linear2.weight").toDoubles(),
                    parameters.get("linear2.bias").toDoubles(), 7);
            assertArrayEquals(new long[] {2, 3, 5}, layer.forward(x, Mode.PREDICT).shape());
            assertArrayEquals(expected, layer.forward(x, Mode.PREDICT).toDoubles(), 1e-14);
        }
    }

    @Test // Vaswani et al. 2017, §3.3: "applied to each position separately and identically"
    void positionsDoNotSeeEachOther() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FeedForward layer = new FeedForward(5, 7, Tensor::gelu, new Dropout(0), parameters);
            Tensor x = LayerCheck.input(scope, 2, 3, 5);
            assertArrayEquals(layer.forward(x, Mode.PREDICT).select(1, 2).toDoubles(),
                    layer.forward(x.select(1, 2), Mode.PREDICT).toDoubles(), 1e-15);
        }
    }

    @Test
    void dropsInTrainingOnly() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FeedForward layer = new FeedForward(5, 7, Tensor::gelu, new Dropout(0.5), parameters);
            Tensor x = LayerCheck.input(scope, 3, 5);
            double[] predicted = layer.forward(x, Mode.PREDICT).toDoubles();
            double[] trained = layer.forward(x, Mode.train(scope, 1, 1)).toDoubles();
            assertFalse(Arrays.equals(predicted, trained));
            assertArrayEquals(trained, layer.forward(x, Mode.train(scope, 1, 1)).toDoubles());
        }
    }

    @Test
    void theGradientReachesEveryParameter() {
        try (Parameters parameters = LayerCheck.parameters()) {
            FeedForward layer = new FeedForward(5, 7, Tensor::silu, new Dropout(0.2), parameters);
            LayerCheck.checkGradients(parameters, scope -> layer.forward(LayerCheck.input(scope, 3, 5), Mode.train(scope, 2, 2)));
        }
    }

    @Test
    void namesAreThoseOfPyTorchsEncoderLayer() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new FeedForward(5, 7, Tensor::relu, new Dropout(0), parameters);
            assertEquals(List.of("linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias"), List.copyOf(parameters.names()));
        }
    }
}
