package dev.trivium.nn.xlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.reference.ReferenceFigures;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cell of {@link MlstmScript}: q, k, v (sequences, heads, tokens, d), gates (sequences, heads, tokens). */
class MlstmCellTest {

    private static Tensor cell(Tensor q, Tensor k, Tensor v, Tensor i, Tensor f, long chunk) {
        return MlstmScript.SCRIPT.call("cell", q, k.scale(1 / Math.sqrt(q.size(-1))), v, i, f, chunk);
    }

    /** The recurrent form, with m = -∞ before the first token. */
    private static double[] recurrent(double[] q, double[] k, double[] v, double[] i, double[] f, int d) {
        double[] h = new double[v.length];
        double[][] state = new double[d][d];
        double[] norm = new double[d];
        double m = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < i.length; t++) {
            double log = -Math.log1p(Math.exp(-f[t])) + m;
            double next = Math.max(log, i[t]);
            double keep = Math.exp(log - next);
            double add = Math.exp(i[t] - next);
            m = next;
            double weight = 0;
            for (int a = 0; a < d; a++) {
                double key = k[t * d + a] / Math.sqrt(d);
                norm[a] = keep * norm[a] + add * key;
                weight += q[t * d + a] * norm[a];
                for (int b = 0; b < d; b++) {
                    state[a][b] = keep * state[a][b] + add * key * v[t * d + b];
                    h[t * d + b] += q[t * d + a] * state[a][b];
                }
            }
            for (int b = 0; b < d; b++) {
                h[t * d + b] /= Math.max(Math.abs(weight), Math.exp(-m)) + 1e-6;
            }
        }
        return h;
    }

    @Test
    void agreesWithTheReference() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor[] in = {figure(scope, "q", 4), figure(scope, "k", 4), figure(scope, "v", 4),
                figure(scope, "i_pre", 1).reshape(1, 1, 6), figure(scope, "f_pre", 1).reshape(1, 1, 6)};
            double[] h = cell(in[0], in[1], in[2], in[3], in[4], 6).toDoubles();
            assertArrayEquals(ReferenceFigures.numbers("mlstm_cell", "h"), h, 1e-9);
        }
    }

    private static Tensor figure(Scope scope, String name, int width) {
        return scope.tensor(ReferenceFigures.numbers("mlstm_cell", name), 1, 1, 6, width);
    }

    @ParameterizedTest // the whole sequence in parallel, in chunks with a rest, one token after the other
    @ValueSource(longs = {11, 4, 3, 1})
    void agreesWithTheRecurrentFormWhateverTheChunk(long chunk) {
        int d = 3;
        Input[] x = {Input.spread(-2, 2.1, 1, 1, 11, d), Input.spread(-1.9, 2, 1, 1, 11, d), Input.spread(-3, 2, 1, 1, 11, d),
            Input.spread(-3, 4, 1, 1, 11), Input.spread(-5, 3, 1, 1, 11)};
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor[] in = Arrays.stream(x).map(one -> scope.tensor(one.values(), one.shape())).toArray(Tensor[]::new);
            double[] expected = recurrent(x[0].values(), x[1].values(), x[2].values(), x[3].values(), x[4].values(), d);
            assertArrayEquals(expected, cell(in[0], in[1], in[2], in[3], in[4], chunk).toDoubles(), 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 3})
    void gradientsAgreeWithDifferences(long chunk) {
        Gradients.check((scope, in) -> cell(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4), chunk),
                Input.spread(-2, 2.1, 2, 2, 7, 3), Input.spread(-1.9, 2, 2, 2, 7, 3), Input.spread(-3, 2, 2, 2, 7, 3),
                Input.spread(-3, 4, 2, 2, 7), Input.spread(-5, 3, 2, 2, 7));
    }

    @Test
    void sequencesAndHeadsDoNotMix() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor x = LayerCheck.input(scope, 2, 3, 5, 4);
            Tensor gate = LayerCheck.input(scope, 2, 3, 5);
            double[] all = cell(x, x, x, gate, gate, 2).select(0, 1).select(0, 2).toDoubles();
            Tensor one = x.narrow(0, 1, 1).narrow(1, 2, 1);
            Tensor oneGate = gate.narrow(0, 1, 1).narrow(1, 2, 1);
            assertArrayEquals(all, cell(one, one, one, oneGate, oneGate, 2).toDoubles(), 1e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {30, -30, 1000, -1000})
    void isFiniteAfter512TokensWithExtremeGates(double gate) {
        for (double sign : new double[] {1, -1}) {
            try (Scope scope = Scope.open(Compute.cpu()); Tape tape = Tape.record()) {
                List<Tensor> in = List.of(constant(scope, 1.5, 4), constant(scope, -0.5, 4), constant(scope, 2, 4),
                        constant(scope, gate, 1).reshape(1, 1, 512), constant(scope, sign * gate, 1).reshape(1, 1, 512));
                in.forEach(Tensor::requireGradient);
                Tensor h = cell(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4), 128);
                tape.backward(h.square().sum());
                assertFinite(h);
                in.forEach(x -> assertFinite(x.gradient()));
            }
        }
    }

    /** Values near one, in no pattern. */
    private static Tensor constant(Scope scope, double value, int width) {
        Input input = Input.spread(value - 0.01, value, 1, 1, 512, width);
        return scope.tensor(input.values(), input.shape());
    }

    private static void assertFinite(Tensor x) {
        for (float value : x.toFloats()) {
            assertTrue(Float.isFinite(value), "not finite");
        }
    }

    @Test // all tokens alike, nothing forgotten: the weights of the values add up to one
    void aConstantSequenceGivesItsValue() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor one = scope.tensor(filled(300 * 2, 1), 1, 1, 300, 2);
            Tensor gate = scope.tensor(filled(300, 20), 1, 1, 300);
            for (double h : cell(one, one, one, gate, gate, 128).toDoubles()) {
                assertEquals(1, h, 1e-5);
            }
        }
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }
}
