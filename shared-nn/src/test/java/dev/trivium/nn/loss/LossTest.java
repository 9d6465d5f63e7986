package dev.trivium.nn.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {

    private static final int ELEMENTS = 15;
    private static final byte[] MASK = {1, 0, 1, 1, 0, 1, 1, 1, 0, 0, 1, 1, 0, 1, 1};
    private static final double[] LEVELS = {0.1, 0.5, 0.9};

    /** The loss of one element, written down plainly: the element's predictions and its target. */
    @FunctionalInterface
    private interface Plain {
        double of(double[] prediction, double target);
    }

    /** A loss, the numbers of predictions per target, and what it should be. */
    private record Case(String function, Loss loss, int width, Plain plain) {

        double[] predictions() {
            return Input.spread(-2.2, 2.4, ELEMENTS, width).values();
        }

        boolean classes() {
            return function.equals("cross_entropy");
        }

        double[] targets() {
            double[] targets = function.equals("binary_cross_entropy")
                    ? Input.spread(0, 1, ELEMENTS).values() : Input.spread(-1.9, 1.7, ELEMENTS).values();
            if (classes()) {
                for (int i = 0; i < ELEMENTS; i++) {
                    targets[i] = i * 7 % width;
                }
            }
            return targets;
        }

        Tensor prediction(Scope scope, double[] values) {
            return width == 1 ? scope.tensor(values, 3, 5) : scope.tensor(values, 3, 5, width);
        }

        Tensor target(Scope scope, double[] values) {
            if (!classes()) {
                return scope.tensor(values, 3, 5);
            }
            long[] indices = new long[ELEMENTS];
            for (int i = 0; i < ELEMENTS; i++) {
                indices[i] = (long) values[i];
            }
            return scope.indices(indices, 3, 5);
        }

        @Override
        public String toString() {
            return function;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("squared", Loss.squared(), 1, (p, y) -> (y - p[0]) * (y - p[0])),
                new Case("absolute", Loss.absolute(), 1, (p, y) -> Math.abs(y - p[0])),
                new Case("huber", Loss.huber(0.7), 1, (p, y) -> Math.abs(y - p[0]) <= 0.7
                        ? (y - p[0]) * (y - p[0]) / 2 : 0.7 * (Math.abs(y - p[0]) - 0.35)),
                new Case("pinball", Loss.pinball(LEVELS), 3, LossTest::pinball),
                new Case("binary_cross_entropy", Loss.binaryCrossEntropy(), 1, (p, y) ->
                        -y * Math.log(1 / (1 + Math.exp(-p[0]))) - (1 - y) * Math.log(1 - 1 / (1 + Math.exp(-p[0])))),
                new Case("cross_entropy", Loss.crossEntropy(4), 4, (p, y) ->
                        Math.log(Math.exp(p[0]) + Math.exp(p[1]) + Math.exp(p[2]) + Math.exp(p[3])) - p[(int) y]));
    }

    private static double pinball(double[] prediction, double target) {
        double sum = 0;
        for (int k = 0; k < LEVELS.length; k++) {
            double error = target - prediction[k];
            sum += error >= 0 ? LEVELS[k] * error : (LEVELS[k] - 1) * error;
        }
        return sum / LEVELS.length;
    }

    private static double expected(Case c, byte[] mask) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < ELEMENTS; i++) {
            if (mask[i] != 0) {
                double[] own = java.util.Arrays.copyOfRange(c.predictions(), i * c.width(), (i + 1) * c.width());
                sum += c.plain().of(own, c.targets()[i]);
                count++;
            }
        }
        return sum / count;
    }

    private static byte[] all() {
        byte[] mask = new byte[ELEMENTS];
        java.util.Arrays.fill(mask, (byte) 1);
        return mask;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheMeanOverObservedElements(Case c) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor prediction = c.prediction(scope, c.predictions());
            Tensor target = c.target(scope, c.targets());
            assertEquals(expected(c, MASK), c.loss().of(prediction, target, scope.bytes(MASK, 3, 5)).item(), 1e-14);
            assertEquals(expected(c, all()), c.loss().of(prediction, target).item(), 1e-14);
            assertEquals(expected(c, all()), c.loss().of(prediction, target, scope.bytes(all(), 3, 5)).item(), 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aMaskOfFloatsIsAsGoodAsOneOfBytes(Case c) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            double[] mask = new double[ELEMENTS];
            java.util.Arrays.setAll(mask, i -> MASK[i]);
            double loss = c.loss().of(c.prediction(scope, c.predictions()), c.target(scope, c.targets()), scope.tensor(mask, 3, 5)).item();
            assertEquals(expected(c, MASK), loss, 1e-14);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAgreeWithCentralDifferences(Case c) {
        Input prediction = new Input(c.predictions(), c.width() == 1 ? new long[] {3, 5} : new long[] {3, 5, c.width()});
        Gradients.check((scope, in) -> c.loss().of(in.get(0), c.target(scope, c.targets())), prediction);
        Gradients.check((scope, in) -> c.loss().of(in.get(0), c.target(scope, c.targets()), scope.bytes(MASK, 3, 5)), prediction);
        Gradients.torture((scope, in) -> c.loss().of(in.get(0), c.target(scope, c.targets()), scope.bytes(MASK, 3, 5)), prediction);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatStandsInPlaceOfAMissingTargetDoesNotMatter(Case c) {
        double[] clean = lossAndGradient(c, c.predictions(), c.targets(), MASK);
        for (double poison : c.classes() ? new double[] {-1, 99} : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            double[] targets = c.targets();
            for (int i = 0; i < ELEMENTS; i++) {
                targets[i] = MASK[i] == 0 ? poison : targets[i];
            }
            assertArrayEquals(clean, lossAndGradient(c, c.predictions(), targets, MASK), "poisoned with " + poison);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPredictionWhereNothingIsObservedDoesNotMatter(Case c) {
        double[] clean = lossAndGradient(c, c.predictions(), c.targets(), MASK);
        double[] predictions = c.predictions();
        for (int i = 0; i < predictions.length; i++) {
            predictions[i] = MASK[i / c.width()] == 0 ? Double.NaN : predictions[i];
        }
        assertArrayEquals(clean, lossAndGradient(c, predictions, c.targets(), MASK));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingObservedIsNoLossAndNoGradient(Case c) {
        for (double result : lossAndGradient(c, c.predictions(), c.targets(), new byte[ELEMENTS])) {
            assertEquals(0, Math.abs(result));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anUnmaskedNanIsNotHidden(Case c) {
        double[] predictions = c.predictions();
        predictions[0] = Double.NaN;
        assertTrue(Double.isNaN(lossAndGradient(c, predictions, c.targets(), all())[0]));
    }

    private static double[] lossAndGradient(Case c, double[] predictions, double[] targets, byte[] mask) {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor prediction = c.prediction(scope, predictions).requireGradient();
            Tensor loss = c.loss().of(prediction, c.target(scope, targets), scope.bytes(mask, 3, 5));
            tape.backward(loss);
            List<Double> numbers = new ArrayList<>(List.of(loss.item()));
            for (double g : prediction.gradient().toDoubles()) {
                numbers.add(g);
            }
            return numbers.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    @Test
    void everyKernelHasACase() {
        Set<String> kernels = new TreeSet<>(KernelLoss.SCRIPT.functions());
        kernels.removeAll(Set.of("error", "mean_of"));
        assertEquals(kernels, cases().map(Case::function).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void logitsOfAnySizeGiveAFiniteLoss() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor logits = scope.tensor(new float[] {1000, -1000, 1000, -1000}, 4);
            Tensor targets = scope.tensor(new float[] {1, 0, 0, 1}, 4);
            assertEquals(500, Loss.binaryCrossEntropy().of(logits, targets).item(), 1e-3);
            Tensor classes = scope.indices(new long[] {0, 1}, 2);
            assertEquals(1000, Loss.crossEntropy(2).of(logits.reshape(2, 2), classes).item(), 1e-3);
        }
    }

    @Test // Koenker and Bassett 1978: the loss of a constant is least at the quantile
    void pinballIsLeastAtTheQuantile() {
        double[] sample = Input.spread(0, 1, 999).values();
        double best = -1;
        double least = Double.POSITIVE_INFINITY;
        try (Scope scope = Scope.open(Compute.cpu64())) {
            for (int i = 0; i <= 100; i++) {
                double[] constant = new double[sample.length];
                java.util.Arrays.fill(constant, i / 100.0);
                double loss = Loss.pinball(0.8).of(scope.tensor(constant, 999, 1), scope.tensor(sample, 999)).item();
                if (loss < least) {
                    least = loss;
                    best = i / 100.0;
                }
            }
        }
        assertEquals(0.8, best, 0.011);
    }

    @Test
    void refusesShapesThatWouldBroadcast() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            Tensor x = scope.zeros(3, 5);
            var error = assertThrows(IllegalArgumentException.class, () -> Loss.squared().of(x, scope.zeros(3, 1)));
            assertEquals("prediction must have the target's shape (3, 1), got (3, 5)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> Loss.squared().of(x, x, scope.zeros(5)));
            assertEquals("mask must have the target's shape (3, 5), got (5)", error.getMessage());
            error = assertThrows(IllegalArgumentException.class, () -> Loss.pinball(0.1, 0.9).of(x, x));
            assertEquals("prediction must have the shape of the target (3, 5) and levels=2, got (3, 5)", error.getMessage());
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertEquals("delta must be positive and finite, got NaN",
                assertThrows(IllegalArgumentException.class, () -> Loss.huber(Double.NaN)).getMessage());
        assertEquals("levels must be in (0, 1), at least one, got [0.5, 1.0]",
                assertThrows(IllegalArgumentException.class, () -> Loss.pinball(0.5, 1)).getMessage());
        assertEquals("levels must be in (0, 1), at least one, got []",
                assertThrows(IllegalArgumentException.class, Loss::pinball).getMessage());
        assertEquals("classes must be at least 2, got 1",
                assertThrows(IllegalArgumentException.class, () -> Loss.crossEntropy(1)).getMessage());
    }
}
