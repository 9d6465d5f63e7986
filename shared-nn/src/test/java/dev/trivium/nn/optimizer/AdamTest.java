package dev.trivium.nn.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdamTest {

    static final double OFF = Double.POSITIVE_INFINITY;

    /** Two parameters of 15 and 7 numbers. */
    static Parameters model(Compute compute) {
        Parameters parameters = Parameters.create(compute, 7);
        parameters.add("w", Initial.normal(1), 3, 5);
        parameters.add("b", Initial.uniform(1), 7);
        return parameters;
    }

    /** Sum of (w - 1)² / 2 and of b³: gradients w - 1 and 3 b². */
    static Tensor loss(Parameters p) {
        return p.get("w").shift(-1).square().sum().scale(0.5).add(p.get("b").power(3).sum());
    }

    private static double gradient(int i, double value) {
        return i < 15 ? value - 1 : 3 * value * value;
    }

    static double[] values(Parameters p) {
        return p.tensors().stream().flatMapToDouble(t -> java.util.Arrays.stream(t.toDoubles())).toArray();
    }

    static double step(Optimizer optimizer, Parameters parameters, double rate, double limit) {
        return step(optimizer, parameters, () -> loss(parameters), rate, limit);
    }

    private static double step(Optimizer optimizer, Parameters parameters, Supplier<Tensor> loss, double rate, double limit) {
        try (Scope scope = Scope.open(parameters.compute()); Tape tape = Tape.record()) {
            return optimizer.step(loss.get(), rate, limit);
        }
    }

    static Optimizer optimizer(String kind, Parameters parameters, AdamSettings settings) {
        return kind.equals("Adam") ? new Adam(parameters, settings) : new AdamW(parameters, settings);
    }

    @ParameterizedTest(name = "{0}, decay {1}")
    @CsvSource({"Adam, 0", "Adam, 0.03", "AdamW, 0", "AdamW, 0.03"})
    void agreesWithTheFormulaInPlainLoopsOverFiftySteps(String kind, double decay) {
        AdamSettings settings = new AdamSettings(0.95, 0.99, 1e-6, decay);
        try (Parameters parameters = model(Compute.cpu64()); Optimizer optimizer = optimizer(kind, parameters, settings)) {
            double[] theta = values(parameters);
            double[] m = new double[theta.length];
            double[] v = new double[theta.length];
            for (int t = 1; t <= 50; t++) {
                double rate = 0.01 / t;
                for (int i = 0; i < theta.length; i++) {
                    double g = gradient(i, theta[i]) + (kind.equals("Adam") ? decay * theta[i] : 0);
                    theta[i] -= kind.equals("Adam") ? 0 : rate * decay * theta[i];
                    m[i] = 0.95 * m[i] + 0.05 * g;
                    v[i] = 0.99 * v[i] + 0.01 * g * g;
                    double mean = m[i] / (1 - Math.pow(0.95, t));
                    double square = v[i] / (1 - Math.pow(0.99, t));
                    theta[i] -= rate * mean / (Math.sqrt(square) + 1e-6);
                }
                assertTrue(Double.isNaN(step(optimizer, parameters, rate, OFF)), "no norm is computed without clipping");
                assertArrayEquals(theta, values(parameters), 1e-12);
            }
        }
    }

    @Test
    void trainsInFloat32AsInFloat64() {
        try (Parameters single = model(Compute.cpu()); Parameters twice = model(Compute.cpu64());
                Optimizer a = new Adam(single, AdamSettings.standard()); Optimizer b = new Adam(twice, AdamSettings.standard())) {
            for (int t = 0; t < 50; t++) {
                step(a, single, 0.01, 2);
                step(b, twice, 0.01, 2);
            }
            assertArrayEquals(values(twice), values(single), 1e-5);
        }
    }

    @Test
    void epsIsAddedAfterBiasCorrection() { // with a gradient of 1e-4 and eps 1e-4 the first step is half the rate
        try (Parameters p = Parameters.create(Compute.cpu64(), 0)) {
            Tensor w = p.add("w", Initial.zeros(), 1);
            try (Optimizer adam = new Adam(p, new AdamSettings(0.9, 0.999, 1e-4, 0))) {
                step(adam, p, () -> w.scale(1e-4).sum(), 0.2, OFF);
                assertEquals(-0.1, w.item(), 1e-12);
            }
        }
    }

    @Nested
    class Gradients {

        private double[] meansAfterOneStep(Parameters p, Supplier<Tensor> loss, double limit, String name) {
            try (Optimizer adam = new Adam(p, new AdamSettings(0.5, 0.5, 1e-8, 0))) {
                step(adam, p, loss, 0.1, limit);
                return adam.exactState().get("m." + name);
            }
        }

        @Test
        void areClippedToTheirNormOverAllParameters() {
            try (Parameters p = Parameters.create(Compute.cpu64(), 0); Optimizer adam = threeAndFour(p)) {
                assertEquals(5, step(adam, p, () -> linear(p), 0.1, 2), 1e-12);
                double factor = 2 / (5 + 1e-6);
                assertArrayEquals(new double[] {0.1 * 3 * factor}, adam.exactState().get("m.a"), 1e-15);
                assertArrayEquals(new double[] {0.1 * 4 * factor}, adam.exactState().get("m.b"), 1e-15);
                assertArrayEquals(new double[] {0.001 * 9 * factor * factor}, adam.exactState().get("v.a"), 1e-15);
            }
        }

        @Test
        void belowTheLimitAreNotTouched() {
            try (Parameters p = Parameters.create(Compute.cpu64(), 0); Optimizer adam = threeAndFour(p)) {
                assertEquals(5, step(adam, p, () -> linear(p), 0.1, 5.1), 1e-12);
                assertArrayEquals(new double[] {(1 - 0.9) * 3}, adam.exactState().get("m.a"), 1e-15);
            }
        }

        private Optimizer threeAndFour(Parameters p) {
            p.add("a", Initial.zeros(), 1);
            p.add("b", Initial.zeros(), 1);
            return new Adam(p, AdamSettings.standard());
        }

        private Tensor linear(Parameters p) {
            return p.get("a").scale(3).add(p.get("b").scale(4)).sum();
        }

        @Test
        void thatTwoParametersShareAreClippedOnce() { // both get the very same tensor from autograd
            try (Parameters p = Parameters.create(Compute.cpu64(), 0)) {
                p.add("a", Initial.zeros(), 2, 3);
                p.add("b", Initial.zeros(), 2, 3);
                Tensor c = p.constant(new double[] {1, 2, 3, 4, 5, 6}, 2, 3);
                double factor = 1 / (Math.sqrt(2 * 91) + 1e-6);
                double[] expected = IntStream.rangeClosed(1, 6).mapToDouble(i -> 0.5 * i * factor).toArray();
                Supplier<Tensor> loss = () -> p.get("a").add(p.get("b")).mul(c).sum();
                assertArrayEquals(expected, meansAfterOneStep(p, loss, 1, "a"), 1e-15);
                assertArrayEquals(expected, meansAfterOneStep(p, loss, 1, "b"), 1e-15);
            }
        }

        @Test
        void thatAreTransposedViewsAreReadInTheParametersOrder() {
            try (Parameters p = Parameters.create(Compute.cpu64(), 0)) {
                Tensor w = p.add("w", Initial.zeros(), 2, 3);
                Tensor c = p.constant(new double[] {1, 4, 2, 5, 3, 6}, 3, 2);
                assertArrayEquals(new double[] {0.5, 1, 1.5, 2, 2.5, 3},
                        meansAfterOneStep(p, () -> w.transpose(0, 1).mul(c).sum(), OFF, "w"), 1e-15);
            }
        }

        @Test
        void thatAreOneNumberExpandedAreReadAsMany() { // the gradient of a sum is a view of a single 1
            try (Parameters p = Parameters.create(Compute.cpu64(), 0)) {
                Tensor w = p.add("w", Initial.zeros(), 101);
                double[] expected = new double[101];
                java.util.Arrays.fill(expected, 0.5);
                assertArrayEquals(expected, meansAfterOneStep(p, w::sum, OFF, "w"), 1e-15);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"Adam", "AdamW"})
        void thatAreMissingLeaveTheParameterAlone(String kind) {
            try (Parameters p = model(Compute.cpu());
                    Optimizer optimizer = optimizer(kind, p, AdamSettings.standard().withWeightDecay(0.1))) {
                step(optimizer, p, 0.1, OFF); // gives b momentum
                float[] before = p.get("b").toFloats();
                float[] w = p.get("w").toFloats();
                for (int i = 0; i < 3; i++) {
                    step(optimizer, p, () -> p.get("w").square().sum(), 0.1, i == 0 ? OFF : 1);
                }
                assertArrayEquals(before, p.get("b").toFloats());
                assertFalse(java.util.Arrays.equals(w, p.get("w").toFloats()));
                assertArrayEquals(new float[] {1}, optimizer.state().get("t.b"));
                assertArrayEquals(new float[] {4}, optimizer.state().get("t.w"));
            }
        }

        @Test
        void areNotCollectedOnTheParameters() {
            try (Parameters p = model(Compute.cpu()); Optimizer adam = new Adam(p, AdamSettings.standard());
                    Optimizer other = new Adam(p, AdamSettings.standard())) {
                step(adam, p, 0, OFF);
                double[] first = adam.exactState().get("m.w");
                step(other, p, 0, OFF);
                assertArrayEquals(first, other.exactState().get("m.w"), 0);
            }
        }
    }

    @Nested
    class Groups {

        @ParameterizedTest
        @ValueSource(strings = {"Adam", "AdamW"})
        void haveTheirOwnRateAndDecay(String kind) {
            try (Parameters grouped = model(Compute.cpu()); Parameters w = model(Compute.cpu()); Parameters b = model(Compute.cpu());
                    Optimizer both = grouped(kind, grouped);
                    Optimizer first = optimizer(kind, w, AdamSettings.standard().withWeightDecay(0.2));
                    Optimizer second = optimizer(kind, b, AdamSettings.standard())) {
                for (int i = 0; i < 20; i++) {
                    step(both, grouped, 0.01, OFF);
                    step(first, w, 0.01, OFF);
                    step(second, b, 0.01 * 0.5, OFF);
                }
                assertArrayEquals(w.get("w").toFloats(), grouped.get("w").toFloats());
                assertArrayEquals(b.get("b").toFloats(), grouped.get("b").toFloats());
            }
        }

        private Optimizer grouped(String kind, Parameters p) {
            List<ParameterGroup> groups = List.of(new ParameterGroup(List.of("b"), 0.5, 0), new ParameterGroup(List.of("w"), 1, 0.2));
            return kind.equals("Adam") ? new Adam(p, AdamSettings.standard(), groups) : new AdamW(p, AdamSettings.standard(), groups);
        }

        @Test
        void freezeAParameterThatIsInNone() {
            try (Parameters p = model(Compute.cpu());
                    Optimizer adam = new Adam(p, AdamSettings.standard(), List.of(new ParameterGroup(List.of("w"), 1, 0)))) {
                float[] b = p.get("b").toFloats();
                float[] w = p.get("w").toFloats();
                step(adam, p, 0.1, OFF);
                assertArrayEquals(b, p.get("b").toFloats());
                assertFalse(java.util.Arrays.equals(w, p.get("w").toFloats()));
                assertEquals(java.util.Set.of("m.w", "v.w", "t.w"), adam.state().keySet());
            }
        }

        @Test
        void areCheckedAgainstTheModel() {
            try (Parameters p = model(Compute.cpu())) {
                ParameterGroup w = new ParameterGroup(List.of("w"), 1, 0);
                assertMessage("groups must hold at least one group, got []", () -> new Adam(p, AdamSettings.standard(), List.of()));
                assertMessage("groups must name a parameter once, got w twice",
                        () -> new AdamW(p, AdamSettings.standard(), List.of(w, w)));
                assertMessage("name must be a parameter of the model, got x",
                        () -> new Adam(p, AdamSettings.standard(), List.of(new ParameterGroup(List.of("x"), 1, 0))));
                assertMessage("settings.weightDecay must be 0 where groups state their own, got 0.1",
                        () -> new AdamW(p, AdamSettings.standard().withWeightDecay(0.1), List.of(w)));
            }
        }

        @Test
        void refuseValuesOutOfRange() {
            assertMessage("names must hold at least one parameter, got []", () -> new ParameterGroup(List.of(), 1, 0));
            assertMessage("rateFactor must be at least 0 and finite, got NaN", () -> new ParameterGroup(List.of("w"), Double.NaN, 0));
            assertMessage("weightDecay must be at least 0 and finite, got -1.0", () -> new ParameterGroup(List.of("w"), 1, -1));
        }
    }

    @Nested
    class State {

        @ParameterizedTest
        @ValueSource(strings = {"Adam", "AdamW"})
        void resumesBitForBitInFloat32(String kind) {
            AdamSettings settings = AdamSettings.standard().withWeightDecay(0.01);
            try (Parameters whole = model(Compute.cpu()); Parameters resumed = model(Compute.cpu());
                    Optimizer one = optimizer(kind, whole, settings)) {
                run(one, whole, 17);
                Map<String, float[]> weights = whole.snapshot();
                Map<String, float[]> state = one.state();
                run(one, whole, 23);
                try (Optimizer two = optimizer(kind, resumed, settings)) {
                    resumed.restore(weights);
                    two.restore(state);
                    run(two, resumed, 23);
                    assertArrayEquals(whole.get("w").toFloats(), resumed.get("w").toFloats());
                    assertArrayEquals(whole.get("b").toFloats(), resumed.get("b").toFloats());
                    one.state().forEach((name, values) -> assertArrayEquals(values, two.state().get(name), name));
                }
            }
        }

        @Test
        void resumesBitForBitInFloat64FromDoubles() {
            try (Parameters whole = model(Compute.cpu64()); Parameters resumed = model(Compute.cpu64());
                    Optimizer one = new Adam(whole, AdamSettings.standard()); Optimizer two = new Adam(resumed, AdamSettings.standard())) {
                run(one, whole, 5);
                whole.names().forEach(name -> resumed.set(name, whole.get(name).toDoubles()));
                two.restoreExact(one.exactState());
                run(one, whole, 5);
                run(two, resumed, 5);
                assertArrayEquals(values(whole), values(resumed), 0);
            }
        }

        private void run(Optimizer optimizer, Parameters parameters, int steps) {
            for (int i = 0; i < steps; i++) {
                step(optimizer, parameters, 0.01, 1.5);
            }
        }

        @Test
        void asFloatsIsRefusedForAModelInFloat64() {
            try (Parameters p = model(Compute.cpu64()); Optimizer adam = new Adam(p, AdamSettings.standard())) {
                var e = assertThrows(IllegalStateException.class, adam::state);
                assertEquals("state as floats needs a model in FLOAT32, got FLOAT64: take the exact state, in doubles", e.getMessage());
            }
        }

        @Test
        void withWrongNamesOrSizesIsRefusedAndChangesNothing() {
            try (Parameters p = model(Compute.cpu()); Optimizer adam = new Adam(p, AdamSettings.standard())) {
                step(adam, p, 0.1, OFF);
                Map<String, float[]> before = adam.state();
                Map<String, float[]> renamed = adam.state();
                renamed.put("m.x", renamed.remove("m.b"));
                assertMessage("state must hold exactly its own names, got missing=[m.b], unexpected=[m.x]", () -> adam.restore(renamed));
                Map<String, float[]> shorter = adam.state();
                shorter.put("m.w", new float[15]);
                shorter.put("v.b", new float[6]);
                assertMessage("state of v.b must have shape [7], got 6 numbers", () -> adam.restore(shorter));
                before.forEach((name, values) -> assertArrayEquals(values, adam.state().get(name), name));
            }
        }
    }

    @Nested
    class Arguments {

        @Test
        void ofAStepAreChecked() {
            try (Parameters p = model(Compute.cpu()); Optimizer adam = new Adam(p, AdamSettings.standard())) {
                float[] before = p.get("w").toFloats();
                assertMessage("loss must be a single number, got shape [3, 5]", () -> step(adam, p, () -> p.get("w").square(), 0.1, OFF));
                assertMessage("loss must be recorded on a tape and depend on a parameter, got a constant",
                        () -> step(adam, p, () -> p.constant(new double[] {1}, 1).sum(), 0.1, OFF));
                assertMessage("learningRate must be at least 0 and finite, got NaN", () -> step(adam, p, Double.NaN, OFF));
                assertMessage("learningRate must be at least 0 and finite, got -0.1", () -> step(adam, p, -0.1, OFF));
                assertMessage("maxGradientNorm must be positive (infinity: no clipping), got 0.0", () -> step(adam, p, 0.1, 0));
                try (Scope scope = Scope.open(p.compute())) {
                    assertMessage("loss must be recorded on a tape and depend on a parameter, got a constant",
                            () -> adam.step(loss(p), 0.1, OFF));
                }
                assertArrayEquals(before, p.get("w").toFloats());
            }
        }

        @Test
        void ofTheSettingsAreChecked() {
            assertMessage("beta1 must be in [0, 1), got 1.0", () -> new AdamSettings(1, 0.9, 1e-8, 0));
            assertMessage("beta2 must be in [0, 1), got NaN", () -> new AdamSettings(0.9, Double.NaN, 1e-8, 0));
            assertMessage("eps must be at least 0 and finite, got -1.0", () -> new AdamSettings(0.9, 0.9, -1, 0));
            assertMessage("weightDecay must be at least 0 and finite, got Infinity", () -> new AdamSettings(0.9, 0.9, 0, OFF));
        }
    }

    static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
