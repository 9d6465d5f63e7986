package dev.trivium.nn.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static final Packing PACKING = Packing.of(3, 1, 5, 2);
    private static final int WIDTH = 7;
    private static final Input X = Input.spread(-1.4, 1.6, 11, WIDTH);

    @Test
    void agreeWithPlainLoops() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Segments segments = new Segments(scope, PACKING);
            Tensor x = scope.tensor(X.values(), X.shape());
            double[] sum = new double[4 * WIDTH];
            double[] max = new double[4 * WIDTH];
            double[] softmax = new double[11 * WIDTH];
            for (int s = 0; s < 4; s++) {
                for (int c = 0; c < WIDTH; c++) {
                    double total = 0;
                    max[s * WIDTH + c] = Double.NEGATIVE_INFINITY;
                    for (int t = PACKING.offset(s); t < PACKING.offset(s) + PACKING.length(s); t++) {
                        double value = X.values()[t * WIDTH + c];
                        sum[s * WIDTH + c] += value;
                        max[s * WIDTH + c] = Math.max(max[s * WIDTH + c], value);
                        total += Math.exp(value);
                    }
                    for (int t = PACKING.offset(s); t < PACKING.offset(s) + PACKING.length(s); t++) {
                        softmax[t * WIDTH + c] = Math.exp(X.values()[t * WIDTH + c]) / total;
                    }
                }
            }
            assertArrayEquals(new long[] {4, WIDTH}, segments.sum(x).shape());
            assertArrayEquals(sum, segments.sum(x).toDoubles(), 1e-14);
            assertArrayEquals(max, segments.max(x).toDoubles());
            assertArrayEquals(softmax, segments.softmax(x).toDoubles(), 1e-14);
        }
    }

    @Test
    void winnersAreTheFirstOfEqualRowsAndNaN() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Segments segments = new Segments(scope, Packing.of(2, 3));
            Tensor x = scope.tensor(new double[] {1, 2, 1, 2.5, -3, Double.NaN, -1, 7, -2, Double.NaN}, 5, 2);
            assertArrayEquals(new double[] {0, 1, 3, 2}, segments.winners(x).toDoubles());
            assertArrayEquals(new double[] {1, 2.5, -1, Double.NaN}, segments.max(x).toDoubles());
        }
    }

    @Test
    void theGradientOfTheMaximumGoesToTheWinnerOnly() {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor x = scope.tensor(new double[] {1, 1, 0, -1}, 4, 1).requireGradient();
            tape.backward(new Segments(scope, Packing.of(3, 1)).max(x).sum());
            assertArrayEquals(new double[] {1, 0, 0, 1}, x.gradient().toDoubles());
        }
    }

    @Test
    void softmaxOfLargeNumbersIsFinite() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.tensor(new double[] {1000, 1000, -1000}, 3, 1);
            assertArrayEquals(new double[] {0.5, 0.5, 1}, new Segments(scope, Packing.of(2, 1)).softmax(x).toDoubles());
        }
    }

    @Test
    void everySequenceIsComputedAsIfAlone() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.tensor(X.values(), X.shape());
            Segments segments = new Segments(scope, PACKING);
            Segments alone = new Segments(scope, Packing.of(5));
            Tensor part = x.narrow(0, 4, 5);
            assertArrayEquals(alone.sum(part).toFloats(), segments.sum(x).narrow(0, 2, 1).toFloats());
            assertArrayEquals(alone.max(part).toFloats(), segments.max(x).narrow(0, 2, 1).toFloats());
            assertArrayEquals(alone.softmax(part).toFloats(), segments.softmax(x).narrow(0, 4, 5).toFloats());
        }
    }

    @Test
    void gradientsAgreeWithDifferences() {
        Gradients.check((scope, in) -> new Segments(scope, PACKING).sum(in.get(0)).square(), X);
        Gradients.check((scope, in) -> new Segments(scope, PACKING).max(in.get(0)).square(), X);
        Gradients.check((scope, in) -> new Segments(scope, PACKING).softmax(in.get(0)).square(), X);
        Gradients.check((scope, in) -> new Segments(scope, PACKING).spread(in.get(0)).square(), Input.spread(-1, 1, 4, WIDTH));
        Gradients.torture((scope, in) -> new Segments(scope, PACKING).softmax(in.get(0)), X);
    }

    @Test
    void spreadGivesEachTokenTheRowOfItsSequence() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor y = scope.tensor(new double[] {4, 5}, 2, 1);
            assertArrayEquals(new double[] {4, 4, 5}, new Segments(scope, Packing.of(2, 1)).spread(y).toDoubles());
        }
    }

    @Test
    void refuseAnotherNumberOfRows() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Segments segments = new Segments(scope, PACKING);
            Tensor wrong = scope.zeros(10, WIDTH);
            var error = assertThrows(IllegalArgumentException.class, () -> segments.sum(wrong));
            assertEquals("x must have shape (tokens=11, D), got (10, 7)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> segments.spread(wrong));
            assertEquals("y must have shape (sequences=4, D), got (10, 7)", error.getMessage());
        }
    }
}
