package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
import dev.trivium.nn.tensor.Gradients.Input;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of operations against plain Java. Layers and losses test those that only they use. */
class TensorTest {

    private final Input x = Input.spread(-1.9, 2.1, 2, 3, 5);
    private Scope scope;

    @BeforeEach
    void open() {
        scope = Scope.open(Compute.cpu64());
    }

    @AfterEach
    void close() {
        scope.close();
    }

    private Tensor tensor(Input input) {
        return scope.tensor(input.values(), input.shape());
    }

    static Stream<Arguments> functions() {
        return Stream.of(
                function("exp", Tensor::exp, Math::exp),
                function("abs", Tensor::abs, Math::abs),
                function("neg", Tensor::neg, v -> -v),
                function("square", Tensor::square, v -> v * v),
                function("tanh", Tensor::tanh, Math::tanh),
                function("sigmoid", Tensor::sigmoid, v -> 1 / (1 + Math.exp(-v))),
                function("logSigmoid", Tensor::logSigmoid, v -> -Math.log1p(Math.exp(-v))),
                function("softplus", Tensor::softplus, v -> Math.log1p(Math.exp(v))),
                function("relu", Tensor::relu, v -> Math.max(v, 0)),
                function("silu", Tensor::silu, v -> v / (1 + Math.exp(-v))),
                function("elu", Tensor::elu, v -> v > 0 ? v : Math.expm1(v)),
                function("gelu", Tensor::gelu, v -> v * 0.5 * (1 + erf(v / Math.sqrt(2)))),
                function("log of abs", t -> t.abs().log(), v -> Math.log(Math.abs(v))),
                function("sqrt of abs", t -> t.abs().sqrt(), v -> Math.sqrt(Math.abs(v))),
                function("scale", t -> t.scale(0.1), v -> v * 0.1),
                function("shift", t -> t.shift(0.1), v -> v + 0.1),
                function("power", t -> t.power(3), v -> v * v * v),
                function("clampMin", t -> t.clampMin(0.1), v -> Math.max(v, 0.1)));
    }

    private static Arguments function(String name, UnaryOperator<Tensor> operation, DoubleUnaryOperator plain) {
        return Arguments.of(name, operation, plain);
    }

    /** The error function by its Maclaurin series, which is exact enough up to |v| = 2. */
    private static double erf(double v) {
        double sum = 0;
        double term = v;
        for (int n = 0; n < 60; n++) {
            sum += term / (2 * n + 1);
            term *= -v * v / (n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void functionsOfAnElement(String name, UnaryOperator<Tensor> operation, DoubleUnaryOperator plain) {
        assertArrayEquals(Arrays.stream(x.values()).map(plain).toArray(), operation.apply(tensor(x)).toDoubles(), 1e-14);
    }

    @Test
    void numbersKeepTheirFullPrecision() {
        assertEquals(0.1, scope.tensor(new double[] {1}).scale(0.1).item());
        assertEquals(1e-17, scope.tensor(new double[] {0}).shift(1e-17).item());
    }

    @Test
    void arithmeticBroadcasts() {
        Input row = Input.spread(0.5, 1.5, 5);
        double[] a = x.values();
        double[] b = row.values();
        List<BiFunction<Tensor, Tensor, Tensor>> operations = List.of(Tensor::add, Tensor::sub, Tensor::mul, Tensor::div, Tensor::maximum);
        double[][] expected = new double[5][a.length];
        for (int i = 0; i < a.length; i++) {
            double y = b[i % 5];
            double[] values = {a[i] + y, a[i] - y, a[i] * y, a[i] / y, Math.max(a[i], y)};
            for (int n = 0; n < values.length; n++) {
                expected[n][i] = values[n];
            }
        }
        for (int n = 0; n < expected.length; n++) {
            assertArrayEquals(expected[n], operations.get(n).apply(tensor(x), tensor(row)).toDoubles(), 1e-15);
        }
    }

    @Test
    void sumsAndMeansOverAxes() {
        double[] first = new double[3];
        double[] largest = new double[10];
        Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < 30; i++) {
            first[i / 5 % 3] += x.values()[i];
            int at = i / 15 * 5 + i % 5;
            largest[at] = Math.max(largest[at], x.values()[i]);
        }
        assertArrayEquals(first, tensor(x).sum(false, 0, 2).toDoubles(), 1e-14);
        assertArrayEquals(new long[] {1, 3, 1}, tensor(x).sum(true, 0, 2).shape());
        assertArrayEquals(Arrays.stream(first).map(v -> v / 10).toArray(), tensor(x).mean(false, 0, -1).toDoubles(), 1e-14);
        assertArrayEquals(largest, tensor(x).max(false, 1).toDoubles());
        assertEquals(Arrays.stream(x.values()).sum(), tensor(x).sum().item(), 1e-14);
        assertEquals(Arrays.stream(x.values()).sum() / 30, tensor(x).mean().item(), 1e-14);
    }

    @Test
    void equalMaximaShareTheGradient() {
        Tensor tied = scope.tensor(new double[] {2, 5, 5, 1}, 4).requireGradient();
        try (Tape tape = Tape.record()) {
            tape.backward(tied.max(false, 0));
        }
        assertArrayEquals(new double[] {0, 0.5, 0.5, 0}, tied.gradient().toDoubles());
    }

    @Test
    void softmaxIsNormalisedAndStable() {
        Tensor great = tensor(x).scale(1000);
        for (double sum : great.softmax(1).sum(false, 1).toDoubles()) {
            assertEquals(1, sum, 1e-14);
        }
        assertArrayEquals(tensor(x).softmax(-1).log().toDoubles(), tensor(x).logSoftmax(-1).toDoubles(), 1e-13);
        Tensor difference = tensor(x).sub(tensor(x).logSumExp(2).reshape(2, 3, 1));
        assertArrayEquals(difference.toDoubles(), tensor(x).logSoftmax(2).toDoubles(), 1e-14);
        assertEquals(true, Double.isFinite(great.logSumExp(0).sum().item()));
    }

    @Test
    void axesMove() {
        double[] permuted = new double[30];
        double[] flipped = new double[30];
        for (int i = 0; i < 30; i++) {
            int a = i / 15;
            int b = i / 5 % 3;
            int c = i % 5;
            permuted[(c * 2 + a) * 3 + b] = x.values()[i];
            flipped[(a * 3 + 2 - b) * 5 + c] = x.values()[i];
        }
        assertArrayEquals(permuted, tensor(x).permute(2, 0, 1).toDoubles());
        assertArrayEquals(permuted, tensor(x).transpose(1, 2).transpose(0, 1).toDoubles());
        assertArrayEquals(flipped, tensor(x).flip(1).toDoubles());
        assertArrayEquals(new long[] {5, 6}, tensor(x).reshape(5, -1).shape());
    }

    @Test
    void partsAreTakenAndJoined() {
        Tensor t = tensor(x);
        assertArrayEquals(x.values(), Tensor.concat(List.of(t.narrow(1, 0, 1), t.narrow(1, 1, 2)), 1).toDoubles());
        assertArrayEquals(x.values(), Tensor.stack(List.of(t.select(0, 0), t.select(0, 1)), 0).toDoubles());
        assertArrayEquals(new long[] {2, 3, 5, 2}, Tensor.stack(List.of(t, t), -1).shape());
        Tensor padded = t.pad(1, 2, 0, 1);
        assertArrayEquals(new long[] {2, 4, 8}, padded.shape());
        assertArrayEquals(x.values(), padded.narrow(1, 0, 3).narrow(2, 1, 5).toDoubles());
        assertEquals(t.abs().sum().item(), padded.abs().sum().item(), 1e-13);
        assertArrayEquals(new double[] {1, 1, 2, 2}, scope.tensor(new double[] {1, 2}, 2, 1).expand(-1, 2).toDoubles());
    }

    @Test
    void rowsAreGatheredAndScattered() {
        Tensor index = scope.indices(new long[] {2, 0, 2}, 3);
        Tensor table = scope.tensor(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);
        assertArrayEquals(new double[] {5, 6, 1, 2, 5, 6}, table.rows(index).toDoubles());
        assertArrayEquals(new double[] {2, 4, 3, 4, 15, 18}, table.addRows(index, table.rows(index)).toDoubles());
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, table.toDoubles(), "inputs stay as they are");
    }

    @Test
    void whereChooses() {
        Tensor mask = scope.bytes(new byte[] {1, 0, 2}, 3);
        Tensor nan = scope.tensor(new double[] {1, Double.NaN, 3}, 3);
        assertArrayEquals(new double[] {1, 0, 3}, Tensor.where(mask, nan, scope.zeros(3)).toDoubles());
        assertArrayEquals(new double[] {1, 0, 2}, mask.typeAs(nan).toDoubles());
    }

    @Test
    void matricesMultiplyInBatches() {
        Input y = Input.spread(-1, 1, 5, 7);
        double[] expected = new double[2 * 3 * 7];
        for (int i = 0; i < expected.length; i++) {
            for (int k = 0; k < 5; k++) {
                expected[i] += x.values()[i / 7 * 5 + k] * y.values()[k * 7 + i % 7];
            }
        }
        assertArrayEquals(expected, tensor(x).matmul(tensor(y)).toDoubles(), 1e-14);
    }

    @Test
    void knowsItsShape() {
        Tensor t = tensor(x);
        t.shape()[0] = 99;
        assertArrayEquals(new long[] {2, 3, 5}, t.shape());
        assertEquals(5, t.size(-1));
        assertEquals(2, t.size(0));
        assertEquals(30, t.count());
        assertEquals("(2, 3, 5)", t.shapeText());
    }

    @Test
    void anItemIsOneElement() {
        var error = assertThrows(IllegalArgumentException.class, () -> tensor(x).item());
        assertEquals("item needs a tensor with one element, got shape (2, 3, 5)", error.getMessage());
    }

    @Test
    void shapesThatDoNotFitAreTheEnginesError() {
        assertThrows(EngineException.class, () -> tensor(x).add(scope.zeros(4)));
    }
}
