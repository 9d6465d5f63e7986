package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.xlstm.XlstmSettings.Activation;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlstmBlockTest {

    private static final XlstmSettings SETTINGS = new XlstmSettings(6, 2, 1, List.of(0), 3, 4, Activation.GELU);
    private static final Packing PACKING = Packing.of(3, 1, 5, 5, 2);

    @Test // the paper's stabilised form: cell, normaliser and stabiliser state
    void agreesWithPlainLoops() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            SlstmBlock block = new SlstmBlock(SETTINGS, 0, parameters);
            LayerCheck.scramble(parameters);
            Tensor x = LayerCheck.input(scope, PACKING.tokens(), 6);
            double[] actual = block.slstm(x, Layout.of(PACKING, 3, x)).toDoubles();
            SlstmLoops loops = new SlstmLoops(parameters, 6, 2, 3);
            for (int i = 0; i < PACKING.sequences(); i++) {
                int from = PACKING.offset(i) * 6;
                int to = from + PACKING.length(i) * 6;
                double[] expected = loops.run(Arrays.copyOfRange(x.toDoubles(), from, to));
                assertArrayEquals(expected, Arrays.copyOfRange(actual, from, to), 1e-13, "sequence " + i);
            }
        }
    }

    @Test
    void theGradientReachesEveryParameter() {
        try (Parameters parameters = LayerCheck.parameters()) {
            XlstmSettings settings = new XlstmSettings(4, 2, 1, List.of(0), 3, 4, Activation.GELU);
            SlstmBlock block = new SlstmBlock(settings, 0, parameters);
            LayerCheck.checkGradients(parameters, 1e-6, scope -> {
                Tensor x = LayerCheck.input(scope, PACKING.tokens(), 4);
                return block.forward(x, Layout.of(PACKING, 3, x));
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "30, -30", "-30, 30", "-30, -30", "500, -500", "-500, 500"})
    void isFiniteAfter512TokensWithExtremeGates(double input, double forget) {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 5); Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
            SlstmBlock block = new SlstmBlock(SETTINGS, 0, parameters);
            double[] bias = new double[2 * 4 * 3];
            for (int head = 0; head < 2; head++) {
                Arrays.fill(bias, head * 12, head * 12 + 3, input);
                Arrays.fill(bias, head * 12 + 3, head * 12 + 6, forget);
            }
            parameters.set("slstm.bias", bias);
            Tensor x = LayerCheck.input(scope, 512, 6);
            Tensor y = block.forward(x, Layout.of(Packing.of(512), 3, x));
            tape.backward(y.square().sum());
            assertFinite(y);
            for (Tensor parameter : parameters.tensors()) {
                assertFinite(parameter.gradient());
            }
        }
    }

    private static void assertFinite(Tensor x) {
        for (float value : x.toFloats()) {
            assertTrue(Float.isFinite(value), "not finite");
        }
    }

    @Test
    void forgetBiasesFallFromFiveToMinusSevenFasterInLaterBlocks() {
        try (Parameters parameters = LayerCheck.parameters()) {
            XlstmSettings settings = new XlstmSettings(8, 2, 3, List.of(0, 2), 4, 4, Activation.RELU);
            new SlstmBlock(settings, 0, parameters.child("first"));
            new SlstmBlock(settings, 2, parameters.child("last"));
            assertForgetBias(0.3, parameters.get("first.slstm.bias").toDoubles());
            assertForgetBias(1.6, parameters.get("last.slstm.bias").toDoubles());
        }
    }

    private static void assertForgetBias(double power, double[] bias) {
        double[] expected = new double[2 * 4 * 4];
        for (int head = 0; head < 2; head++) {
            for (int j = 0; j < 4; j++) {
                expected[head * 16 + 4 + j] = 5 - 12 * Math.pow(j / 3.0, power);
            }
        }
        assertArrayEquals(expected, bias, 1e-12);
        assertEquals(5, bias[4]);
        assertEquals(-7, bias[7], 1e-12);
    }
}
