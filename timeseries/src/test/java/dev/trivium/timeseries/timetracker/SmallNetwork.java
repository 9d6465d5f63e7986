package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Networks small enough for finite differences, in float64, with every parameter away from its initial value. */
final class SmallNetwork {

    static final int PATCH = 2;

    private SmallNetwork() {}

    static ExpertSettings experts() {
        return new ExpertSettings(2, 3, 2, 5, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, false);
    }

    static TimeTrackerSettings settings(ExpertSettings experts, DecoderSwitches switches, double dropout) {
        return new TimeTrackerSettings(PATCH, 8, 2, 2, experts, dropout, 6, List.of(0.1, 0.9), switches);
    }

    static TimeTrackerSettings settings() {
        return settings(experts(), DecoderSwitches.standard(), 0);
    }

    static Parameters parameters() {
        return Parameters.create(Compute.cpu64(), 5);
    }

    /** Builds the network and moves every parameter and buffer by a random amount. */
    static TimeTrackerNetwork of(TimeTrackerSettings settings, Parameters parameters) {
        TimeTrackerNetwork network = new TimeTrackerNetwork(settings, parameters);
        shake(parameters);
        return network;
    }

    static void shake(Parameters parameters) {
        Random random = new Random(11);
        for (String name : parameters.names()) {
            double[] values = parameters.get(name).toDoubles();
            Arrays.setAll(values, i -> values[i] + 0.3 * random.nextGaussian());
            parameters.set(name, values);
        }
    }

    /** Row-major a sin(0.9 i + 1.7 k + 0.3), as in the reference figures. */
    static double[] fill(int count, int k, double a) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> a * Math.sin(0.9 * i + 1.7 * k + 0.3));
        return values;
    }

    static Tensor filled(Scope scope, int k, double a, long... shape) {
        return scope.tensor(fill((int) Arrays.stream(shape).reduce(1, Math::multiplyExact), k, a), shape);
    }

    static Tensor inputs(Scope scope, int batch, int variates, int patches) {
        return scope.tensor(values(batch, variates, patches), batch, variates, patches, 2 * PATCH);
    }

    static double[] values(int batch, int variates, int patches) {
        Random random = new Random(3);
        return random.doubles((long) batch * variates * patches * 2 * PATCH, -2, 2).toArray();
    }

    static double[] relation(int batch, int variates) {
        double[] relation = new Random(8).doubles((long) batch * variates * variates, -3, 0).toArray();
        for (int i = 0; i < batch * variates; i++) {
            relation[i * variates + i % variates] = 0;
        }
        return relation;
    }
}
