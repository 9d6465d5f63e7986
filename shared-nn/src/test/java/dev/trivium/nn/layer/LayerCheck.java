package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Gradients.Input;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.Torture;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What tests of layers share. */
public final class LayerCheck {

    private static final double STEP = 1e-5;

    private LayerCheck() {}

    /** {@return an empty store in float64} */
    public static Parameters parameters() {
        return Parameters.create(Compute.cpu64(), 17);
    }

    /** {@return an input without pattern, spread over (-1.4, 1.6)} */
    public static Tensor input(Scope scope, long... shape) {
        Input input = Input.spread(-1.4, 1.6, shape);
        return scope.tensor(input.values(), shape);
    }

    /** Gives every parameter values without pattern, zeros and ones of an initialisation included. */
    public static void scramble(Parameters parameters) {
        int number = 0;
        for (String name : parameters.names()) {
            parameters.set(name, Input.spread(-0.9 - 0.01 * number, 0.8, parameters.get(name).shape()).values());
            number++;
        }
    }

    /**
     * Fails unless the gradient reaches every parameter, agrees with central differences to 1e-7 of its largest entry, and is bit-equal
     * when Java memory is collected between forward and backward.
     */
    public static void checkGradients(Parameters parameters, Function<Scope, Tensor> forward) {
        checkGradients(parameters, 1e-7, forward);
    }

    /** The same for functions so curved, or gradients so small, that differences are less exact. */
    public static void checkGradients(Parameters parameters, double tolerance, Function<Scope, Tensor> forward) {
        scramble(parameters);
        Map<String, double[]> gradients = gradients(parameters, forward, () -> { });
        Map<String, double[]> tortured = gradients(parameters, forward, Torture::collectAndOverwrite);
        gradients.forEach((name, gradient) -> assertArrayEquals(gradient, tortured.get(name), name));
        for (String name : parameters.names()) {
            double largest = Arrays.stream(gradients.get(name)).map(Math::abs).max().orElse(0);
            assertTrue(largest > 1e-6, () -> "no gradient reaches " + name);
            checkNumerically(parameters, name, gradients.get(name), tolerance * largest, forward);
        }
    }

    private static Map<String, double[]> gradients(Parameters parameters, Function<Scope, Tensor> forward, Runnable between) {
        Map<String, double[]> gradients = new HashMap<>();
        parameters.tensors().forEach(Tensor::zeroGradient);
        try (Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            Tensor loss = loss(scope, forward);
            between.run();
            tape.backward(loss);
            for (String name : parameters.names()) {
                gradients.put(name, parameters.get(name).gradient().toDoubles());
            }
        }
        return gradients;
    }

    private static void checkNumerically(Parameters parameters, String name, double[] gradient, double tolerance,
            Function<Scope, Tensor> forward) {
        double[] values = parameters.get(name).toDoubles();
        for (int i = 0; i < values.length; i++) {
            double numeric = (valueAt(parameters, name, i, STEP, forward) - valueAt(parameters, name, i, -STEP, forward)) / (2 * STEP);
            assertEquals(numeric, gradient[i], tolerance, name + ", element " + i);
        }
        parameters.set(name, values);
    }

    private static double valueAt(Parameters parameters, String name, int element, double step, Function<Scope, Tensor> forward) {
        double[] values = parameters.get(name).toDoubles();
        double[] moved = values.clone();
        moved[element] += step;
        parameters.set(name, moved);
        try (Scope scope = Scope.open(Compute.cpu64())) {
            return loss(scope, forward).item();
        } finally {
            parameters.set(name, values);
        }
    }

    private static Tensor loss(Scope scope, Function<Scope, Tensor> forward) {
        Tensor y = forward.apply(scope);
        Input weights = Input.spread(-1.3, 1.7, y.shape());
        return y.mul(scope.tensor(weights.values(), weights.shape())).sum();
    }

    /** Checks that all values lie in [-bound, bound) and spread over it, as of a uniform distribution. */
    public static void assertUniform(double bound, Tensor tensor) {
        double[] values = tensor.toDoubles();
        double square = 0;
        for (double value : values) {
            assertTrue(Math.abs(value) <= bound, () -> value + " is beyond " + bound);
            square += value * value / values.length;
        }
        double variance = bound * bound / 3;
        assertEquals(variance, square, 4 * variance * Math.sqrt(0.8 / values.length));
    }
}
