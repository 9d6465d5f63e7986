package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.xlstm.XlstmSettings.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XlstmStackTest {

    private static final int WIDTH = 12;
    /** Every kind of block twice, next to its own kind and to the other. */
    private static final XlstmSettings DEEP = new XlstmSettings(WIDTH, 2, 4, List.of(1, 2), 3, 4, Activation.RELU);

    private static XlstmStack stack(XlstmSettings settings, Parameters parameters) {
        XlstmStack stack = new XlstmStack(settings, parameters);
        LayerCheck.scramble(parameters);
        return stack;
    }

    @Test
    void aSequenceInABatchGivesWhatItGivesAlone() {
        Packing packing = Packing.of(4, 1, 9, 3, 30, 9, 1);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            XlstmStack stack = stack(DEEP, parameters);
            Tensor x = LayerCheck.input(scope, packing.tokens(), WIDTH);
            Tensor y = stack.forward(x, packing);
            assertArrayEquals(x.shape(), y.shape());
            for (int i = 0; i < packing.sequences(); i++) {
                Tensor alone = stack.forward(x.narrow(0, packing.offset(i), packing.length(i)), Packing.of(packing.length(i)));
                assertArrayEquals(alone.toDoubles(), y.narrow(0, packing.offset(i), packing.length(i)).toDoubles(), 1e-11, "sequence " + i);
            }
        }
    }

    @ParameterizedTest // with 300 tokens the mLSTM cell works in chunks
    @ValueSource(ints = {10, 300})
    void aTokenDoesNotSeeLaterOnes(int length) {
        int kept = length * 2 / 3;
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            XlstmStack stack = stack(DEEP, parameters);
            Tensor x = LayerCheck.input(scope, length, WIDTH);
            double[] expected = stack.forward(x, Packing.of(length)).narrow(0, 0, kept).toDoubles();
            double[] prefix = stack.forward(x.narrow(0, 0, kept), Packing.of(kept)).toDoubles();
            assertArrayEquals(expected, prefix, 1e-10);
            Tensor changed = Tensor.concat(List.of(x.narrow(0, 0, kept), x.narrow(0, kept, length - kept).neg()), 0);
            assertArrayEquals(expected, stack.forward(changed, Packing.of(length)).narrow(0, 0, kept).toDoubles(), 1e-10);
        }
    }

    @Test
    void aTokenSeesAllBeforeIt() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            XlstmStack stack = stack(DEEP, parameters);
            Tensor x = LayerCheck.input(scope, 9, WIDTH).requireGradient();
            Tensor last = stack.forward(x, Packing.of(4, 5)).select(0, 8);
            tape.backward(last.mul(LayerCheck.input(scope, WIDTH)).sum());
            double[] gradient = x.gradient().toDoubles();
            for (int t = 0; t < 9; t++) {
                double size = Arrays.stream(gradient, t * WIDTH, (t + 1) * WIDTH).map(Math::abs).max().orElseThrow();
                assertEquals(t >= 4, size > 0, "token " + t);
            }
        }
    }

    @Test // large enough for convolutions in place of products, with rows to fill up to a multiple of 16
    void floatsGiveWhatDoublesGive() {
        int[] lengths = IntStream.range(0, 40).map(i -> 1 + i * 7 % 41).toArray();
        XlstmSettings settings = XlstmSettings.pair(64, Activation.GELU);
        List<double[]> doubles = resultAndGradients(settings, Packing.of(lengths), Compute.cpu64());
        List<double[]> floats = resultAndGradients(settings, Packing.of(lengths), Compute.cpu());
        for (int i = 0; i < doubles.size(); i++) {
            double largest = Arrays.stream(doubles.get(i)).map(Math::abs).max().orElseThrow();
            assertArrayEquals(doubles.get(i), floats.get(i), 1e-4 * largest, "tensor " + i);
        }
    }

    private static List<double[]> resultAndGradients(XlstmSettings settings, Packing packing, Compute compute) {
        try (Parameters parameters = Parameters.create(compute, 3); Scope scope = Scope.open(compute); Tape tape = Tape.record()) {
            XlstmStack stack = new XlstmStack(settings, parameters);
            Tensor x = LayerCheck.input(scope, packing.tokens(), settings.width()).requireGradient();
            Tensor y = stack.forward(x, packing);
            tape.backward(y.mul(LayerCheck.input(scope, packing.tokens(), settings.width())).sum());
            List<double[]> all = new ArrayList<>(List.of(y.toDoubles(), x.gradient().toDoubles()));
            parameters.tensors().forEach(p -> all.add(p.gradient().toDoubles()));
            return all;
        }
    }

    @Test
    void equalSeedsGiveEqualBits() {
        Packing packing = Packing.of(IntStream.range(0, 60).map(i -> 1 + i % 9).toArray());
        XlstmSettings settings = XlstmSettings.pair(64, Activation.RELU);
        List<double[]> first = resultAndGradients(settings, packing, Compute.cpu());
        List<double[]> second = resultAndGradients(settings, packing, Compute.cpu());
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i), second.get(i), "tensor " + i);
        }
    }

    @Test
    void sequencesOf500TokensAreComputed() {
        Packing packing = Packing.of(500, 2, 129, 1);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            XlstmStack stack = stack(DEEP, parameters);
            Tensor x = LayerCheck.input(scope, packing.tokens(), WIDTH);
            double[] y = stack.forward(x, packing).toDoubles();
            assertTrue(Arrays.stream(y).allMatch(Double::isFinite));
            double[] single = stack.forward(x.narrow(0, 631, 1), Packing.of(1)).toDoubles();
            assertArrayEquals(single, Arrays.copyOfRange(y, 631 * WIDTH, 632 * WIDTH), 1e-11);
        }
    }

    @Test // a convolution over one token, one head, dense projections, no block of the other kind
    void theSmallestSettingsWork() {
        for (List<Integer> slstmAt : List.of(List.of(0), List.<Integer>of())) {
            try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
                XlstmStack stack = stack(new XlstmSettings(1, 1, 1, slstmAt, 1, 64, Activation.GELU), parameters);
                assertArrayEquals(new long[] {3, 1}, stack.forward(LayerCheck.input(scope, 3, 1), Packing.of(1, 2)).shape());
            }
        }
    }

    @Test
    void matricesStartWithTheSpreadOfTheirWidths() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 11)) {
            new XlstmStack(new XlstmSettings(256, 4, 4, List.of(0), 4, 4, Activation.GELU), parameters);
            double small = Math.sqrt(2 / (5 * 256.0));
            for (String name : List.of("0.slstm.cell.weight", "0.ffn.up.weight", "1.mlstm.up.weight", "3.mlstm.query.weight")) {
                assertEquals(small, deviation(parameters.get(name)), 0.05 * small, name);
            }
            for (String name : List.of("0.ffn.down.weight", "2.mlstm.down.weight")) { // 2 / (blocks √D)
                assertEquals(0.5 / 16, deviation(parameters.get(name)), 0.05 * 0.5 / 16, name);
            }
            LayerCheck.assertUniform(0.5, parameters.get("0.slstm.conv.weight"));
            assertEquals(0, deviation(parameters.get("0.slstm.recurrent")));
            assertEquals(0, deviation(parameters.get("norm.weight")));
        }
    }

    private static double deviation(Tensor tensor) {
        double[] values = tensor.toDoubles();
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum() / values.length);
    }

    @Test
    void refusesTokensThatDoNotFitThePacking() {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            XlstmStack stack = new XlstmStack(DEEP, parameters);
            Tensor x = scope.zeros(4, WIDTH);
            var error = assertThrows(IllegalArgumentException.class, () -> stack.forward(x, Packing.of(2, 3)));
            assertEquals("tokens must have shape (tokens=5, width=12), got (4, 12)", error.getMessage());
        }
    }
}
