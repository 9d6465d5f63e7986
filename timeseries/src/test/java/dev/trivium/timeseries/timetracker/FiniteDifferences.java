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
import java.util.function.Supplier;

/** Compares gradients of parameters in float64 with central differences. */
final class FiniteDifferences {

    private static final double STEP = 1e-6;

    private FiniteDifferences() {}

    /** Fails unless every gradient agrees to 1e-6 of the largest of its parameter. */
    static void check(Parameters parameters, Collection<String> names, Supplier<Tensor> loss) {
        Map<String, double[]> gradients = new LinkedHashMap<>();
        try (Scope scope = Scope.open(parameters.compute()); Tape tape = Tape.record()) {
            tape.backward(loss.get());
            names.forEach(name -> gradients.put(name, parameters.get(name).gradient().toDoubles()));
        }
        for (String name : names) {
            double[] values = parameters.get(name).toDoubles();
            double[] numeric = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                numeric[i] = (moved(parameters, name, values, i, STEP, loss) - moved(parameters, name, values, i, -STEP, loss)) / (2 * STEP);
            }
            parameters.set(name, values);
            double largest = Math.max(1e-2, Arrays.stream(numeric).map(Math::abs).max().orElse(0));
            for (int i = 0; i < values.length; i++) {
                assertEquals(numeric[i], gradients.get(name)[i], 1e-6 * largest, name + ", element " + i);
            }
        }
    }

    private static double moved(Parameters parameters, String name, double[] values, int i, double by, Supplier<Tensor> loss) {
        double[] other = values.clone();
        other[i] += by;
        parameters.set(name, other);
        try (Scope scope = Scope.open(parameters.compute())) {
            return loss.get().item();
        }
    }
}
