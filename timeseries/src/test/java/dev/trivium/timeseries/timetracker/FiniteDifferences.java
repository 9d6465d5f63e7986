package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Compares gradients of parameters in float64 with central differences. */
final class FiniteDifferences {

    private static final double STEP = 1e-6;
    private static final int ELEMENTS = 4;

    private FiniteDifferences() {}

    /** Fails unless every gradient agrees, along a random combination of all elements and for a few by themselves. */
    static void check(Parameters parameters, Collection<String> names, Supplier<Tensor> loss) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (Scope scope = Scope.open(parameters.compute()); Tape tape = Tape.record()) {
            tape.backward(loss.get());
            names.forEach(name -> gradients.put(name, parameters.get(name).gradient().toDoubles()));
        }
        Random random = new Random(1);
        for (String name : names) {
            double[] values = parameters.get(name).toDoubles();
            double[] gradient = gradients.get(name);
            double[] signs = random.ints(values.length, 0, 2).mapToDouble(bit -> 2 * bit - 1).toArray();
            check(name + ", all elements by signs", parameters, name, signs, gradient, loss);
            for (int k = 0; k < Math.min(ELEMENTS, values.length); k++) {
                double[] one = new double[values.length];
                one[values.length <= ELEMENTS ? k : random.nextInt(values.length)] = 1;
                check(name + ", element", parameters, name, one, gradient, loss);
            }
        }
    }

    private static void check(String what, Parameters parameters, String name, double[] direction, double[] gradient, Supplier<Tensor> loss) {
        double[] values = parameters.get(name).toDoubles();
        double numeric = (moved(parameters, name, values, direction, STEP, loss) - moved(parameters, name, values, direction, -STEP, loss)) / (2 * STEP);
        parameters.set(name, values);
        double analytic = 0;
        for (int i = 0; i < gradient.length; i++) {
            analytic += gradient[i] * direction[i];
        }
        double largest = Math.max(1e-2, Arrays.stream(gradient).map(Math::abs).max().orElse(0));
        assertEquals(numeric, analytic, 2e-6 * largest, what);
    }

    private static double moved(Parameters parameters, String name, double[] values, double[] direction, double by, Supplier<Tensor> loss) {
        double[] other = new double[values.length];
        Arrays.setAll(other, i -> values[i] + by * direction[i]);
        parameters.set(name, other);
        try (Scope scope = Scope.open(parameters.compute())) {
            return loss.get().item();
        }
    }
}
