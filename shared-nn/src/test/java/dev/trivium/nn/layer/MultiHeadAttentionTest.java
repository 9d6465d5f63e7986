package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiHeadAttentionTest {

    private static final AttentionSettings SETTINGS = new AttentionSettings(6, 3, 0);
    private static final int BATCH = 2;
    private static final int TIME = 5;
    private static final int MEMORY = 7;

    @Test // Vaswani et al. 2017, eq. 1
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(SETTINGS, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            Tensor memory = LayerCheck.input(scope, BATCH, MEMORY, 6);
            assertArrayEquals(new long[] {BATCH, TIME, 6}, layer.forward(x, Mode.PREDICT).shape());
            assertArrayEquals(plain(parameters, x.toDoubles(), x.toDoubles(), new double[TIME][TIME]),
                    layer.forward(x, Mode.PREDICT).toDoubles(), 1e-13);
            assertArrayEquals(plain(parameters, x.toDoubles(), memory.toDoubles(), new double[TIME][MEMORY]),
                    layer.forwardTo(x, memory, Mode.PREDICT).toDoubles(), 1e-13);
            double[] causal = causal(-0.5);
            double[][] rows = new double[TIME][];
            Arrays.setAll(rows, t -> Arrays.copyOfRange(causal, t * TIME, (t + 1) * TIME));
            assertArrayEquals(plain(parameters, x.toDoubles(), x.toDoubles(), rows),
                    layer.forwardMasked(x, scope.tensor(causal, TIME, TIME), Mode.PREDICT).toDoubles(), 1e-13);
        }
    }

    private static double[] plain(Parameters parameters, double[] query, double[] memory, double[][] mask) {
        int width = SETTINGS.width();
        double[] weight = parameters.get("in_proj_weight").toDoubles();
        double[] bias = parameters.get("in_proj_bias").toDoubles();
        double[][] qkv = new double[3][];
        for (int part = 0; part < 3; part++) {
            qkv[part] = LinearTest.plain(part == 0 ? query : memory,
                    Arrays.copyOfRange(weight, part * width * width, (part + 1) * width * width),
                    Arrays.copyOfRange(bias, part * width, (part + 1) * width), width);
        }
        double[] mixed = new double[query.length];
        for (int b = 0; b < BATCH; b++) {
            for (int head = 0; head < SETTINGS.heads(); head++) {
                for (int t = 0; t < TIME; t++) {
                    mix(qkv, mixed, mask[t], (b * TIME + t) * width + head * SETTINGS.headWidth(),
                            b * mask[t].length * width + head * SETTINGS.headWidth());
                }
            }
        }
        return LinearTest.plain(mixed, parameters.get("out_proj.weight").toDoubles(), parameters.get("out_proj.bias").toDoubles(), width);
    }

    /** One query of one head: its vector starts at {@code at}, the head's first key at {@code from}. */
    private static void mix(double[][] qkv, double[] mixed, double[] mask, int at, int from) {
        int d = SETTINGS.headWidth();
        double[] weights = new double[mask.length];
        for (int s = 0; s < weights.length; s++) {
            double score = 0;
            for (int i = 0; i < d; i++) {
                score += qkv[0][at + i] * qkv[1][from + s * SETTINGS.width() + i];
            }
            weights[s] = Math.exp(score / Math.sqrt(d) + mask[s]);
        }
        double sum = Arrays.stream(weights).sum();
        for (int s = 0; s < weights.length; s++) {
            for (int i = 0; i < d; i++) {
                mixed[at + i] += weights[s] / sum * qkv[2][from + s * SETTINGS.width() + i];
            }
        }
    }

    /** Nothing is added for the past and the present, minus infinity for the future; {@code past} for the step before. */
    private static double[] causal(double past) {
        double[] mask = new double[TIME * TIME];
        Arrays.setAll(mask, i -> i % TIME > i / TIME ? Double.NEGATIVE_INFINITY : i % TIME == i / TIME - 1 ? past : 0);
        return mask;
    }

    @Test // Vaswani et al. 2017, §3.5: without positions, permuting time permutes the output
    void permutingTimePermutesTheOutput() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(SETTINGS, parameters);
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            assertArrayEquals(layer.forward(x, Mode.PREDICT).flip(1).toDoubles(), layer.forward(x.flip(1), Mode.PREDICT).toDoubles(), 1e-14);
        }
    }

    @Test // Su et al. 2021: with rotary positions it does, and only differences of positions count
    void rotaryPositionsMakeOrderMatter() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            RotaryEmbedding rotary = new RotaryEmbedding(2, 11, 100, parameters);
            MultiHeadAttention layer = new MultiHeadAttention(SETTINGS, rotary, parameters);
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            double[] flipped = layer.forward(x, Mode.PREDICT).flip(1).toDoubles();
            assertFalse(Math.abs(flipped[0] - layer.forward(x.flip(1), Mode.PREDICT).toDoubles()[0]) < 1e-6);
        }
    }

    @Test
    void whatTheMaskHidesHasNoInfluence() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(SETTINGS, parameters);
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            Tensor other = Tensor.concat(List.of(x.narrow(1, 0, 3), x.narrow(1, 3, 2).scale(-5)), 1);
            Tensor mask = scope.tensor(causal(0), TIME, TIME);
            assertArrayEquals(layer.forwardMasked(x, mask, Mode.PREDICT).narrow(1, 0, 3).toDoubles(),
                    layer.forwardMasked(other, mask, Mode.PREDICT).narrow(1, 0, 3).toDoubles(), 1e-14);
        }
    }

    @Test
    void aRowThatMustLookNowhereMixesNothing() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(new AttentionSettings(6, 3, 0.1), parameters);
            Tensor x = LayerCheck.input(scope, 1, TIME, 6);
            double[] nowhere = causal(0);
            Arrays.fill(nowhere, 0, TIME, Double.NEGATIVE_INFINITY);
            Tensor mask = scope.tensor(nowhere, TIME, TIME);
            for (Mode mode : List.of(Mode.PREDICT, Mode.train(scope, 1, 1))) {
                try (Tape tape = Tape.record()) {
                    Tensor y = layer.forwardMasked(x, mask, mode);
                    assertArrayEquals(new double[6], y.select(1, 0).toDoubles(), "the output map's bias is zero at first");
                    tape.backward(y.square().sum());
                }
            }
            for (Tensor parameter : parameters.tensors()) {
                assertTrue(Double.isFinite(parameter.gradient().sum().item()), "training goes on");
            }
        }
    }

    @Test
    void bothWaysToComputeAgree() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention plain = new MultiHeadAttention(SETTINGS, parameters);
            MultiHeadAttention dropping = new MultiHeadAttention(new AttentionSettings(6, 3, 1e-9), parameters.child("dropping"));
            for (String name : List.of("in_proj_weight", "in_proj_bias", "out_proj.weight", "out_proj.bias")) {
                parameters.set("dropping." + name, parameters.get(name).toDoubles());
            }
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            Tensor mask = scope.tensor(causal(-0.5), TIME, TIME);
            // one in 65,536 weights is dropped: seed 1 drops none of these 150
            assertArrayEquals(plain.forward(x, Mode.PREDICT).toDoubles(),
                    dropping.forward(x, Mode.train(scope, 1, 0)).toDoubles(), 1e-4);
            assertArrayEquals(plain.forwardMasked(x, mask, Mode.PREDICT).toDoubles(),
                    dropping.forwardMasked(x, mask, Mode.train(scope, 1, 0)).toDoubles(), 1e-4);
        }
    }

    @Test
    void dropoutFallsOnTheWeightsInTrainingOnly() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(new AttentionSettings(6, 3, 0.5), parameters);
            Tensor x = LayerCheck.input(scope, BATCH, TIME, 6);
            double[] predicted = layer.forward(x, Mode.PREDICT).toDoubles();
            assertArrayEquals(predicted, layer.forward(x, Mode.PREDICT).toDoubles());
            double[] mean = new double[predicted.length];
            int draws = 4000;
            for (int n = 0; n < draws; n++) {
                double[] one = layer.forward(x, Mode.train(scope, 3, n)).toDoubles();
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += one[i] / draws;
                }
            }
            assertArrayEquals(predicted, mean, 0.05, "the expectation is the prediction");
            assertFalse(Arrays.equals(predicted, layer.forward(x, Mode.train(scope, 3, 0)).toDoubles()));
        }
    }

    @Test
    void theGradientReachesEveryParameter() {
        try (Parameters parameters = LayerCheck.parameters()) {
            RotaryEmbedding rotary = new RotaryEmbedding(2, MEMORY, 100, parameters);
            MultiHeadAttention layer = new MultiHeadAttention(new AttentionSettings(6, 3, 0.2), rotary, parameters);
            LayerCheck.checkGradients(parameters,
                    scope -> layer.forward(LayerCheck.input(scope, BATCH, TIME, 6), Mode.train(scope, 5, 0)));
            LayerCheck.checkGradients(parameters, scope ->
                    layer.forwardTo(LayerCheck.input(scope, BATCH, TIME, 6), LayerCheck.input(scope, BATCH, MEMORY, 6), Mode.PREDICT));
        }
    }

    @Test
    void startsAsInPyTorch() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new MultiHeadAttention(new AttentionSettings(62, 2, 0), parameters);
            LayerCheck.assertUniform(Math.sqrt(6.0 / (4 * 62)), parameters.get("in_proj_weight"));
            LayerCheck.assertUniform(1 / Math.sqrt(62), parameters.get("out_proj.weight"));
            assertArrayEquals(new double[3 * 62], parameters.get("in_proj_bias").toDoubles());
            assertArrayEquals(new double[62], parameters.get("out_proj.bias").toDoubles());
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MultiHeadAttention layer = new MultiHeadAttention(SETTINGS, parameters);
            var error = assertThrows(IllegalArgumentException.class, () -> layer.forward(scope.zeros(2, 6), Mode.PREDICT));
            assertEquals("x must have shape (batch, time, width=6), got (2, 6)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new AttentionSettings(10, 3, 0));
            assertEquals("width must be a positive multiple of heads, got width=10, heads=3", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> new AttentionSettings(6, 3, 1));
            assertEquals("dropout must be in [0, 1), got 1.0", error.getMessage());
            RotaryEmbedding wide = new RotaryEmbedding(6, 11, 100, parameters);
            error = assertThrows(IllegalArgumentException.class, () -> new MultiHeadAttention(SETTINGS, wide, parameters.child("b")));
            assertEquals("rotary must have the width of a head, 2, got 6", error.getMessage());
        }
    }
}
