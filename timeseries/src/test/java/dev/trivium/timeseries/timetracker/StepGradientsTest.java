package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The derivatives that are written out, against those that a tape finds for the network and the loss as they are defined. */
class StepGradientsTest {

    private static final PretrainingLoss LOSS = new PretrainingLoss(List.of(0.1, 0.9), 0.3);

    /** Draws of the small network: what their first tokens ask for weighs nothing, {@code dead} tokens of the first draw and so on. */
    private static PretrainingBatch batch(TimeTrackerSettings settings, int size, int dead, long seed) {
        PretrainingBatch batch = PretrainingBatch.empty(size, settings.positions(), settings.patch());
        SplittableRandom random = new SplittableRandom(seed);
        int points = settings.positions() * settings.patch();
        for (int b = 0; b < size; b++) {
            batch.supervised()[b] = dead * (b + 1) < settings.positions();
            for (int i = 0; i < points; i++) {
                int at = 2 * b * points + i / settings.patch() * 2 * settings.patch() + i % settings.patch();
                batch.inputs()[at] = (float) (4 * random.nextDouble() - 2);
                batch.inputs()[at + settings.patch()] = 1;
                batch.targets()[b * points + i] = (float) (20 * random.nextDouble() - 10);
                batch.weights()[b * points + i] = i / settings.patch() < dead * (b + 1) || i % 7 == 3 ? 0 : (float) random.nextDouble();
            }
        }
        return batch;
    }

    private static void assertAsTheTape(TimeTrackerSettings settings, PretrainingBatch batch, Compute compute, double tolerance) {
        try (Parameters parameters = Parameters.create(compute, 5)) {
            TimeTrackerNetwork network = SmallNetwork.of(settings, parameters);
            try (StepGradients written = new StepGradients(settings, parameters, network.parts(), LOSS, batch.size());
                    Scope scope = Scope.open(compute)) {
                Tensor inputs = scope.tensor(batch.inputs(), batch.size(), settings.positions(), 2L * settings.patch());
                written.of(inputs, batch, scope); // the second call finds full buffers
                StepGradients.Result got = written.of(inputs, batch, scope);
                Tensor loss;
                TimeTrackerNetwork.Output output;
                try (Tape tape = Tape.record()) {
                    output = network.forward(inputs.reshape(batch.size(), 1, settings.positions(), 2L * settings.patch()), Optional.empty(),
                            Mode.PREDICT);
                    loss = LOSS.of(output.predictions(), batch, scope);
                    tape.backward(loss);
                }
                assertEquals(loss.item(), got.loss().item(), tolerance * Math.abs(loss.item()));
                for (int i = 0; i < settings.layers(); i++) {
                    assertArrayEquals(output.loads().get(i).toDoubles(), got.loads().get(i).toDoubles(), "loads of layer " + i);
                }
                assertEquals(named(parameters), written.gradients().keySet());
                written.gradients().forEach((name, gradient) -> assertClose(name, parameters.get(name).gradient(), gradient, tolerance));
            }
        }
    }

    private static Set<String> named(Parameters parameters) {
        return parameters.trainable().stream().filter(name -> !name.matches(".*attention.(same|cross)")).collect(Collectors.toSet());
    }

    private static void assertClose(String name, Tensor expected, Tensor got, double tolerance) {
        double[] values = expected.toDoubles();
        double size = Arrays.stream(values).map(Math::abs).max().orElseThrow();
        assertTrue(size > 0, name + " is learnt");
        assertArrayEquals(values, got.toDoubles(), tolerance * size, name);
    }

    @Test
    void areThoseOfATape() {
        TimeTrackerSettings settings = SmallNetwork.settings();
        assertAsTheTape(settings, batch(settings, 3, 0, 1), Compute.cpu64(), 1e-12);
    }

    @Test
    void areThoseOfATapeWhereTokensWeighNothing() {
        TimeTrackerSettings settings = SmallNetwork.settings();
        assertAsTheTape(settings, batch(settings, 3, 1, 2), Compute.cpu64(), 1e-12);
        assertAsTheTape(settings, batch(settings, 3, 2, 3), Compute.cpu64(), 1e-12); // the last draw carries no loss
    }

    @Test
    void areThoseOfATapeForTheStandardShapeInFloat32() {
        TimeTrackerSettings standard = TimeTrackerSettings.standard();
        TimeTrackerSettings settings = new TimeTrackerSettings(24, 128, 2, 4, standard.experts(), 0, 64, List.of(0.1, 0.9),
                DecoderSwitches.standard());
        assertAsTheTape(settings, batch(settings, 3, 12, 4), Compute.cpu(), 1e-4);
    }

    @Test
    void anExpertThatNoTokenAsksLearnsNothing() {
        TimeTrackerSettings settings = SmallNetwork.settings();
        PretrainingBatch batch = batch(settings, 2, 1, 5);
        try (Parameters parameters = SmallNetwork.parameters()) {
            TimeTrackerNetwork network = SmallNetwork.of(settings, parameters);
            parameters.set("layer.0.experts.balance", new double[] {0, 0, -10});
            try (StepGradients written = new StepGradients(settings, parameters, network.parts(), LOSS, 2);
                    Scope scope = Scope.open(Compute.cpu64())) {
                Tensor inputs = scope.tensor(batch.inputs(), 2, settings.positions(), 2L * settings.patch());
                assertEquals(0, written.of(inputs, batch, scope).loads().get(0).toDoubles()[2]);
                double[] gradient = written.gradients().get("layer.0.experts.private.first.bias").toDoubles();
                assertEquals(0, Arrays.stream(gradient).skip(2 * 5).map(Math::abs).sum());
                assertTrue(Arrays.stream(gradient).map(Math::abs).sum() > 0);
            }
        }
    }

    @Test
    void aBatchWithoutLossHasNoGradient() {
        TimeTrackerSettings settings = SmallNetwork.settings();
        PretrainingBatch batch = batch(settings, 2, settings.positions(), 6);
        try (Parameters parameters = SmallNetwork.parameters()) {
            TimeTrackerNetwork network = SmallNetwork.of(settings, parameters);
            try (StepGradients written = new StepGradients(settings, parameters, network.parts(), LOSS, 2);
                    Scope scope = Scope.open(Compute.cpu64())) {
                Tensor inputs = scope.tensor(batch.inputs(), 2, settings.positions(), 2L * settings.patch());
                assertEquals(0, written.of(inputs, batch, scope).loss().item());
                written.gradients().forEach((name, gradient) -> assertEquals(0, Arrays.stream(gradient.toDoubles()).map(Math::abs).sum(), name));
            }
        }
    }

    @Test
    void networksOfOtherReadingsAreLeftToTheTape() {
        assertTrue(StepGradients.covers(TimeTrackerSettings.standard()));
        assertFalse(StepGradients.covers(SmallNetwork.settings(SmallNetwork.experts(), DecoderSwitches.standard(), 0.1)));
        ExpertSettings relu = new ExpertSettings(2, 3, 2, 5, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.RELU, false, false);
        assertFalse(StepGradients.covers(SmallNetwork.settings(relu, DecoderSwitches.standard(), 0)));
        ExpertSettings softmax = new ExpertSettings(2, 3, 2, 5, ExpertSettings.Affinity.SOFTMAX, ExpertSettings.Unit.GELU, false, false);
        assertFalse(StepGradients.covers(SmallNetwork.settings(softmax, DecoderSwitches.standard(), 0)));
        ExpertSettings alone = new ExpertSettings(0, 3, 2, 5, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, false);
        assertFalse(StepGradients.covers(SmallNetwork.settings(alone, DecoderSwitches.standard(), 0)));
    }
}
