package dev.trivium.nn.optimizer;

import static dev.trivium.nn.optimizer.AdamTest.OFF;
import static dev.trivium.nn.optimizer.AdamTest.assertMessage;
import static dev.trivium.nn.optimizer.AdamTest.loss;
import static dev.trivium.nn.optimizer.AdamTest.model;
import static dev.trivium.nn.optimizer.AdamTest.optimizer;
import static dev.trivium.nn.optimizer.AdamTest.step;
import static dev.trivium.nn.optimizer.AdamTest.values;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Precision;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps from gradients that somebody else computed. */
class AdamKnownGradientsTest {

    /** Steps from the gradients that a tape finds for some parameters, collected on them. */
    private static double stepFrom(Optimizer optimizer, Parameters p, List<String> names, double rate, double limit) {
        try (Scope scope = Scope.open(p.compute())) {
            try (Tape tape = Tape.record()) {
                tape.backward(loss(p));
            }
            Map<String, Tensor> gradients = new HashMap<>();
            names.forEach(name -> gradients.put(name, p.get(name).gradient()));
            double norm = optimizer.step(gradients, rate, limit);
            p.trainable().forEach(name -> p.get(name).zeroGradient());
            return norm;
        }
    }

    @ParameterizedTest(name = "{0}, limit {1}, {2}")
    @CsvSource({"Adam, 0.5, FLOAT32", "AdamW, 0.5, FLOAT32", "AdamW, 1e9, FLOAT32", "Adam, Infinity, FLOAT32", "Adam, 0.5, FLOAT64",
            "AdamW, 0.5, FLOAT64"})
    void moveParametersAsTheirLossDoes(String kind, double limit, Precision precision) {
        Compute compute = Compute.cpu().withPrecision(precision);
        AdamSettings settings = AdamSettings.standard().withWeightDecay(0.02);
        try (Parameters one = model(compute); Parameters two = model(compute);
                Optimizer byLoss = optimizer(kind, one, settings); Optimizer known = optimizer(kind, two, settings)) {
            for (int t = 0; t < 20; t++) {
                double expected = step(byLoss, one, 0.01, limit);
                assertEquals(expected, stepFrom(known, two, List.of("w", "b"), 0.01, limit), 1e-5);
            }
            double tolerance = precision == Precision.FLOAT64 ? 1e-14 : 2e-6;
            assertArrayEquals(values(one), values(two), tolerance);
            byLoss.exactState().forEach((name, values) -> assertArrayEquals(values, known.exactState().get(name), tolerance, name));
        }
    }

    @Test
    void ofSomeParametersLeaveTheOthersAloneWhateverTheirGroup() {
        List<ParameterGroup> groups = List.of(new ParameterGroup(List.of("b"), 0.5, 0), new ParameterGroup(List.of("w"), 1, 0.2));
        try (Parameters p = model(Compute.cpu()); Optimizer adam = new Adam(p, AdamSettings.standard(), groups)) {
            float[] b = p.get("b").toFloats();
            float[] w = p.get("w").toFloats();
            stepFrom(adam, p, List.of("w"), 0.01, OFF);
            assertArrayEquals(b, p.get("b").toFloats());
            assertEquals(0.01, Math.abs(p.get("w").toFloats()[0] - w[0]), 1e-6);
            stepFrom(adam, p, List.of("b"), 0.01, OFF);
            assertEquals(0.005, Math.abs(p.get("b").toFloats()[0] - b[0]), 1e-6);
            assertArrayEquals(new float[] {1}, adam.state().get("t.w"));
        }
    }

    @Test
    void areChecked() {
        try (Parameters p = model(Compute.cpu()); Optimizer adam = new Adam(p, AdamSettings.standard());
                Scope scope = Scope.open(Compute.cpu())) {
            assertMessage("gradients must name parameters that this optimizer moves, got []", () -> adam.step(Map.of(), 0.1, OFF));
            assertMessage("gradients must name parameters that this optimizer moves, got [x]",
                    () -> adam.step(Map.of("x", scope.zeros(7)), 0.1, OFF));
            assertMessage("gradient of w must have shape [3, 5], got [5, 3]", () -> adam.step(Map.of("w", scope.zeros(5, 3)), 0.1, OFF));
            assertMessage("learningRate must be at least 0 and finite, got NaN",
                    () -> adam.step(Map.of("b", scope.zeros(7)), Double.NaN, OFF));
        }
    }
}
