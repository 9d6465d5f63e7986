package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Compares gradients in float64 with central differences, and with themselves while the garbage collector is busy.
 *
 * <p>The loss is the sum of the function's elements, each times a fixed number of its own, so that no element's gradient can hide.
 */
public final class Gradients {

    private static final double STEP = 1e-5;
    private static final int TORTURES = 3;

    private Gradients() {}

    /** What is differentiated; constants are made in the scope. */
    @FunctionalInterface
    public interface Function {
        /** {@return the value, of any shape} */
        Tensor apply(Scope scope, List<Tensor> inputs);
    }

    /** A differentiable input: elements in row-major order. */
    public record Input(double[] values, long... shape) {

        /** Spread over (low, high), in an order without pattern; no two elements are equal. */
        public static Input spread(double low, double high, long... shape) {
            int count = Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact));
            double[] values = new double[count];
            for (int i = 0; i < count; i++) {
                double fraction = (i * 0.6180339887498949 + 0.137) % 1; // the golden ratio's multiples never meet
                values[i] = low + (high - low) * fraction;
            }
            return new Input(values, shape);
        }
    }

    /** Fails unless every gradient agrees with central differences to 1e-7 of the largest entry of its input's gradient. */
    public static void check(Function function, Input... inputs) {
        double[][] analytic = gradients(function, inputs, () -> { });
        for (int n = 0; n < inputs.length; n++) {
            double[] numeric = numeric(function, inputs, n);
            double largest = Math.max(1e-3, Arrays.stream(numeric).map(Math::abs).max().orElse(0));
            for (int i = 0; i < numeric.length; i++) {
                assertEquals(numeric[i], analytic[n][i], 1e-7 * largest, "input " + n + ", element " + i);
            }
        }
    }

    /** Fails unless gradients are bit-equal when Java memory is collected and overwritten between forward and backward. */
    public static void torture(Function function, Input... inputs) {
        double[][] quiet = gradients(function, inputs, () -> { });
        for (int n = 0; n < TORTURES; n++) {
            double[][] tortured = gradients(function, inputs, Torture::collectAndOverwrite);
            assertTrue(Arrays.deepEquals(quiet, tortured), "gradient changed under garbage collection");
        }
    }

    /** {@return the gradient of each input; {@code between} runs after the forward pass} */
    public static double[][] gradients(Function function, Input[] inputs, Runnable between) {
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            List<Tensor> leaves = new ArrayList<>();
            for (Input input : inputs) {
                leaves.add(scope.tensor(input.values(), input.shape()).requireGradient());
            }
            Tensor loss = loss(scope, function.apply(scope, leaves));
            between.run();
            tape.backward(loss);
            return leaves.stream().map(leaf -> leaf.gradient().toDoubles()).toArray(double[][]::new);
        }
    }

    private static double[] numeric(Function function, Input[] inputs, int n) {
        double[] gradient = new double[inputs[n].values().length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (value(function, inputs, n, i, STEP) - value(function, inputs, n, i, -STEP)) / (2 * STEP);
        }
        return gradient;
    }

    private static double value(Function function, Input[] inputs, int n, int i, double step) {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> tensors = new ArrayList<>();
            for (int k = 0; k < inputs.length; k++) {
                double[] values = inputs[k].values().clone();
                if (k == n) {
                    values[i] += step;
                }
                tensors.add(scope.tensor(values, inputs[k].shape()));
            }
            return loss(scope, function.apply(scope, tensors)).item();
        }
    }

    private static Tensor loss(Scope scope, Tensor y) {
        Input weights = Input.spread(-1.3, 1.7, y.shape());
        return y.mul(scope.tensor(weights.values(), weights.shape())).sum();
    }
}
