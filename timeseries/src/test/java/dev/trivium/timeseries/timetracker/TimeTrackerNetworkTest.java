package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeTrackerNetworkTest {

    private static double[] wave(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> Math.sin(0.9 * i + 0.3));
        return values;
    }

    @Test
    void theStandardNetworkPredictsEveryNextPatchAndCountsItsRoutes() {
        TimeTrackerSettings settings = TimeTrackerSettings.standard();
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1); Scope scope = Scope.open(Compute.cpu())) {
            TimeTrackerNetwork network = new TimeTrackerNetwork(settings, parameters);
            Tensor inputs = scope.tensor(wave(2 * 5 * 48), 2, 1, 5, 48);
            TimeTrackerNetwork.Output output = network.forward(inputs, Optional.empty(), Mode.PREDICT);
            assertArrayEquals(new long[] {2, 1, 5, 12 * 24}, output.predictions().shape());
            assertTrue(Arrays.stream(output.predictions().toDoubles()).allMatch(Double::isFinite));
            for (Tensor loads : output.loads()) {
                assertEquals(20, Arrays.stream(loads.toDoubles()).sum(), "two experts for each of ten tokens");
            }
            assertEquals(4, output.loads().size());
        }
    }

    @Test
    void aLaterPatchChangesNoEarlierForecast() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1); Scope scope = Scope.open(Compute.cpu())) {
            TimeTrackerNetwork network = new TimeTrackerNetwork(TimeTrackerSettings.standard(), parameters);
            double[] values = wave(6 * 48);
            Tensor before = network.forward(scope.tensor(values, 1, 1, 6, 48), Optional.empty(), Mode.PREDICT).predictions();
            Arrays.fill(values, 4 * 48, 6 * 48, 1e6);
            Tensor after = network.forward(scope.tensor(values, 1, 1, 6, 48), Optional.empty(), Mode.PREDICT).predictions();
            assertArrayEquals(before.narrow(2, 0, 4).toFloats(), after.narrow(2, 0, 4).toFloats(), 1e-6f);
        }
    }

    @Test
    void theBalanceMovesTowardsEvenLoadsAndIsNotTrained() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1); Scope scope = Scope.open(Compute.cpu())) {
            TimeTrackerNetwork network = new TimeTrackerNetwork(TimeTrackerSettings.standard(), parameters);
            Tensor load = scope.tensor(new double[] {2, 4, 2, 4}, 4);
            network.balance(List.of(load, load, load, load), 1e-3);
            assertArrayEquals(new double[] {.001, -.001, .001, -.001}, parameters.get("layer.3.experts.balance").toDoubles(), 1e-9);
            assertEquals(false, parameters.trainable().contains("layer.3.experts.balance"));
        }
    }

    @Test
    void aStepReachesEveryParameterButTheBiasesBetweenVariates() {
        try (Parameters parameters = Parameters.create(Compute.cpu(), 1); Scope scope = Scope.open(Compute.cpu());
                Tape tape = Tape.record()) {
            TimeTrackerNetwork network = new TimeTrackerNetwork(TimeTrackerSettings.standard(), parameters);
            Tensor inputs = scope.tensor(wave(8 * 16 * 48), 8, 1, 16, 48);
            tape.backward(network.forward(inputs, Optional.empty(), Mode.PREDICT).predictions().square().mean());
            for (String name : parameters.trainable()) {
                double largest = Arrays.stream(parameters.get(name).gradient().toDoubles()).map(Math::abs).max().orElseThrow();
                assertEquals(name.endsWith("same") || name.endsWith("cross"), largest == 0, name);
            }
        }
    }
}
