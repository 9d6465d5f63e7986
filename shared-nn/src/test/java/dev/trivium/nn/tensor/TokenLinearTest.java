package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.tensor.Gradients.Input;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenLinearTest {

    private static final int IN = 96;
    private static final int OUT = 160;

    private static final Script SCRIPT = new Script("TokenLinearCases", TokenLinear.FUNCTIONS + """
            def biased(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              return self.packed_linear(x, weight, bias)
            def unbiased(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              return self.packed_linear(x, weight, None)
            def images(self, x: Tensor, weight: Tensor) -> Tensor:
              return torch.full([1], self.as_images(x, weight), dtype=6)
            """);

    /** Result, and gradients of x, weight and bias (none without one), of the sum of squares. */
    private static double[][] run(Compute compute, boolean biased, int rows) {
        try (Scope scope = Scope.open(compute); Tape tape = Tape.record()) {
            Tensor x = parameter(scope, rows, IN);
            Tensor weight = parameter(scope, OUT, IN);
            Tensor bias = parameter(scope, OUT);
            Tensor y = SCRIPT.call(biased ? "biased" : "unbiased", x, weight, bias);
            tape.backward(y.square().mean());
            return Stream.of(y, x.gradient(), weight.gradient(), bias.gradient()).map(Tensor::toDoubles).toArray(double[][]::new);
        }
    }

    private static Tensor parameter(Scope scope, long... shape) {
        return scope.tensor(Input.spread(-0.8, 0.9, shape).values(), shape).requireGradient();
    }

    @ParameterizedTest // the last multiple of 16, and rows to be added
    @ValueSource(ints = {400, 401, 415})
    void manyRowsGiveTheSameAsImagesAndAsAMatrix(int rows) {
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertTrue(SCRIPT.call("images", scope.zeros(rows, IN), scope.zeros(OUT, IN)).item() == 1, "not computed as images");
        }
        for (boolean biased : new boolean[] {true, false}) {
            double[][] expected = run(Compute.cpu64(), biased, rows); // never images
            double[][] actual = run(Compute.cpu(), biased, rows);
            for (int i = 0; i < expected.length; i++) {
                double largest = Arrays.stream(expected[i]).map(Math::abs).max().orElseThrow();
                assertArrayEquals(expected[i], actual[i], 1e-5 * largest, "result " + i + ", biased " + biased);
            }
        }
    }

    @Test
    void fewRowsAndDoublesAreNotWorthIt() {
        try (Scope scope = Scope.open(Compute.cpu()); Scope doubles = Scope.open(Compute.cpu64())) {
            assertTrue(SCRIPT.call("images", scope.zeros(64, 1024), scope.zeros(1024, 1024)).item() == 0);
            assertTrue(SCRIPT.call("images", doubles.zeros(400, IN), doubles.zeros(OUT, IN)).item() == 0);
        }
    }
}
