package dev.trivium.nn.mixture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.LayerCheck;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.reference.ReferenceFigures;
import dev.trivium.nn.reference.ReferenceFigures.Values;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureOfExpertsTest {

    @ParameterizedTest
    @CsvSource({"moe_H4_E4, 4, 4", "moe_H8_E2, 8, 2"}) // the second with other capacities in training and prediction
    void predictionsAndBalanceAreThoseOfTheReference(String name, int heads, int experts) {
        MixtureSettings settings = MixtureSettings.of(16, heads, experts, 2);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = new MixtureOfExperts(settings, parameters);
            Values values = new Values();
            for (String parameter : parameters.names()) { // added in the order of the reference
                parameters.set(parameter, values.next(parameters.get(parameter).shape()));
            }
            Tensor f = scope.tensor(values.next(1.0, 0.0, 3, 16), 3, 16);
            ReferenceFigures.assertAgrees(f.toDoubles(), name, "input");
            MixtureOutput training = mixture.forward(f, Mode.train(scope, 1, 1));
            MixtureOutput prediction = mixture.forward(f, Mode.PREDICT);
            ReferenceFigures.assertAgrees(training.predictions().toDoubles(), name, "out_train");
            ReferenceFigures.assertAgrees(prediction.predictions().toDoubles(), name, "out_eval");
            double balance = ReferenceFigures.at(name, "aux").doubleValue();
            assertEquals(balance, training.balance().item(), 1e-15);
            assertEquals(balance, prediction.balance().item(), 1e-15);
        }
    }

    @ParameterizedTest
    @CsvSource({"20, 4, 4, 3, false", "24, 8, 8, 5, true", "24, 8, 2, 5, true", "32, 16, 3, 1, true", "15, 3, 5, 2, false", "7, 1, 2, 1, false"})
    void agreesWithPlainLoops(int width, int heads, int experts, int batch, boolean drops) {
        MixtureSettings settings = MixtureSettings.of(width, heads, experts, 3);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = new MixtureOfExperts(settings, parameters);
            LayerCheck.scramble(parameters);
            Tensor f = LayerCheck.input(scope, batch, width);
            for (Mode mode : List.of(Mode.PREDICT, Mode.train(scope, 1, 1))) {
                PlainMixture plain = new PlainMixture(settings, parameters, "");
                double[] expected = plain.predict(f.toDoubles(), settings.capacity(mode));
                MixtureOutput output = mixture.forward(f, mode);
                assertArrayEquals(new long[] {batch, 3}, output.predictions().shape());
                assertArrayEquals(expected, output.predictions().toDoubles(), 1e-11);
                assertEquals(plain.balance, output.balance().item(), 1e-14);
                assertTrue(mode == Mode.PREDICT || drops == !plain.dropped.isEmpty(), "dropped " + plain.dropped);
            }
        }
    }

    /** A mixture whose logits are given: (K, n). */
    private static MixtureOfExperts routed(MixtureSettings settings, Parameters parameters, double[][] logits) {
        MixtureOfExperts mixture = new MixtureOfExperts(settings, parameters);
        LayerCheck.scramble(parameters);
        double[] router = new double[settings.width() * settings.experts()];
        double[] keys = new double[settings.heads() * settings.width()];
        for (int e = 0; e < settings.experts(); e++) {
            router[e * settings.experts() + e] = 1; // expert e looks at channel e
            for (int j = 0; j < settings.heads(); j++) {
                keys[j * settings.width() + e] = logits[j][e];
            }
        }
        parameters.set("router", router);
        parameters.set("key.bias", keys);
        parameters.set("key.weight", new double[settings.heads() * settings.width() * settings.width()]);
        parameters.set("output.weight", identity(settings.width()));
        parameters.set("output.bias", new double[settings.width()]);
        return mixture;
    }

    private static double[] identity(int width) {
        double[] values = new double[width * width];
        for (int i = 0; i < width; i++) {
            values[i * width + i] = 1;
        }
        return values;
    }

    @Test
    void headsBeyondTheCapacityContributeNothing() {
        MixtureSettings settings = MixtureSettings.of(16, 8, 4, 16); // two channels a head, capacity 4
        double[][] logits = new double[8][];
        Arrays.fill(logits, new double[] {3, 2, 1, 0});
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = routed(settings, parameters, logits);
            Tensor f = LayerCheck.input(scope, 3, 16);
            assertEquals(4, settings.capacity(Mode.PREDICT));
            PlainMixture plain = new PlainMixture(settings, parameters, "");
            double[] expected = plain.predict(f.toDoubles(), 4);
            assertEquals(List.of(4, 5, 6, 7, 4, 5, 6, 7), plain.dropped.subList(0, 8));
            double[] y = mixture.forward(f, Mode.PREDICT).predictions().toDoubles();
            assertArrayEquals(expected, y, 1e-12);
            for (int i = 0; i < y.length; i++) {
                assertEquals(i % 16 >= 8, y[i] == 0, "channel " + i % 16 + " of sample " + i / 16);
            }
        }
    }

    @Test
    void secondChoicesComeAfterTheFirstChoicesThatWereTaken() {
        MixtureSettings settings = MixtureSettings.of(16, 8, 4, 16);
        double[] zeroThenOne = {3, 2, 1, 0};
        double[] oneThenZero = {2, 3, 1, 0};
        double[] twoThenZero = {2, 0, 3, 1};
        // expert 0 is the first choice of heads 3 to 5 and has one place left, which head 0 gets
        double[][] logits = {oneThenZero, twoThenZero, oneThenZero, zeroThenOne, zeroThenOne, zeroThenOne, twoThenZero, oneThenZero};
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = routed(settings, parameters, logits);
            Tensor f = LayerCheck.input(scope, 1, 16);
            PlainMixture plain = new PlainMixture(settings, parameters, "");
            double[] expected = plain.predict(f.toDoubles(), 4);
            assertEquals(List.of(1, 2, 4, 5, 6, 7), plain.dropped);
            assertArrayEquals(expected, mixture.forward(f, Mode.PREDICT).predictions().toDoubles(), 1e-12);
        }
    }

    @Test
    void anExpertThatNobodyChoosesIsNoError() {
        MixtureSettings settings = MixtureSettings.of(12, 3, 5, 12);
        double[][] logits = new double[3][];
        Arrays.fill(logits, new double[] {0, 5, 0, 4, 0});
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = routed(settings, parameters, logits);
            Tensor f = LayerCheck.input(scope, 2, 12);
            double[] expected = new PlainMixture(settings, parameters, "").predict(f.toDoubles(), 4);
            assertArrayEquals(expected, mixture.forward(f, Mode.PREDICT).predictions().toDoubles(), 1e-12);
        }
    }

    @Test
    void theBalanceLossIsLeastWhenExpertsAreUsedEvenly() {
        MixtureSettings settings = MixtureSettings.of(8, 4, 4, 8);
        double[][] even = {{9, 0, 0, 0}, {0, 9, 0, 0}, {0, 0, 9, 0}, {0, 0, 0, 9}};
        double[][] uneven = new double[4][];
        Arrays.fill(uneven, new double[] {40, 0, 0, 0});
        assertEquals(0.01, balance(settings, even), 1e-15);
        assertEquals(0.04, balance(settings, uneven), 1e-15); // n times as much when one expert takes all
    }

    private static double balance(MixtureSettings settings, double[][] logits) {
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = routed(settings, parameters, logits);
            return mixture.forward(LayerCheck.input(scope, 3, settings.width()), Mode.PREDICT).balance().item();
        }
    }

    @Test
    void severalAtOnceAreTheSameAsOneByOne() {
        MixtureSettings settings = MixtureSettings.of(24, 8, 3, 2);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            List<MixtureOfExperts> mixtures = List.of(new MixtureOfExperts(settings, parameters.child("a")),
                    new MixtureOfExperts(settings, parameters.child("b")), new MixtureOfExperts(settings, parameters.child("c")));
            LayerCheck.scramble(parameters);
            Tensor wide = LayerCheck.input(scope, 5, 72);
            List<Tensor> f = List.of(wide.narrow(1, 0, 24), wide.narrow(1, 24, 24), wide.narrow(1, 48, 24));
            MixtureOutput all = MixtureOfExperts.forward(mixtures, f, Mode.PREDICT);
            assertArrayEquals(new long[] {3, 5, 2}, all.predictions().shape());
            double balance = 0;
            for (int m = 0; m < 3; m++) {
                MixtureOutput one = mixtures.get(m).forward(f.get(m), Mode.PREDICT);
                assertArrayEquals(one.predictions().toDoubles(), all.predictions().select(0, m).toDoubles(), 1e-12);
                balance += one.balance().item();
            }
            assertEquals(balance, all.balance().item(), 1e-15);
        }
    }

    @Test // capacity is counted for each sample by itself
    void aSampleAloneIsTheSameAsInABatch() {
        MixtureSettings settings = MixtureSettings.of(24, 8, 2, 2);
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts mixture = new MixtureOfExperts(settings, parameters);
            LayerCheck.scramble(parameters);
            Tensor f = LayerCheck.input(scope, 5, 24);
            Tensor batch = mixture.forward(f, Mode.train(scope, 1, 1)).predictions();
            for (int i = 0; i < 5; i++) {
                Tensor alone = mixture.forward(f.narrow(0, i, 1), Mode.train(scope, 1, 1)).predictions();
                assertArrayEquals(batch.narrow(0, i, 1).toDoubles(), alone.toDoubles(), 1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 2, 3", "5, 5, 2"}) // all heads kept; the fifth over the capacity of four
    void theGradientReachesEveryParameterAndTheInput(int width, int heads, int experts) {
        MixtureSettings settings = new MixtureSettings(width, heads, experts, 2, 1, 1, 0.7);
        try (Parameters parameters = LayerCheck.parameters()) {
            List<MixtureOfExperts> mixtures = List.of(new MixtureOfExperts(settings, parameters.child("a")),
                    new MixtureOfExperts(settings, parameters.child("b")));
            Tensor f = parameters.add("f", (values, random) -> { }, 6, width);
            LayerCheck.checkGradients(parameters, scope -> {
                MixtureOutput output = MixtureOfExperts.forward(mixtures, List.of(f, f.square()), Mode.train(scope, 1, 1));
                return output.predictions().add(output.balance());
            });
        }
    }

    @Test
    void startsAsTheReferenceDoes() {
        try (Parameters parameters = LayerCheck.parameters()) {
            new MixtureOfExperts(MixtureSettings.of(64, 4, 8, 2), parameters);
            LayerCheck.assertUniform(1.0 / 8, parameters.get("query.weight"));
            LayerCheck.assertUniform(1.0 / 8, parameters.get("key.weight"));
            LayerCheck.assertUniform(1.0 / 4, parameters.get("expert.first"));
            LayerCheck.assertUniform(1.0 / 4, parameters.get("expert.second"));
            double[] router = parameters.get("router").toDoubles();
            assertEquals(1, Arrays.stream(router).map(v -> v * v).average().orElseThrow(), 4 * Math.sqrt(2.0 / router.length));
            assertArrayEquals(new long[] {8, 64, 16}, parameters.get("expert.first").shape());
        }
    }

    @Test
    void capacityFollowsTheModeAndIsAtLeastFour() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Mode train = Mode.train(scope, 1, 1);
            assertEquals(5, MixtureSettings.of(16, 8, 2, 1).capacity(train));
            assertEquals(8, MixtureSettings.of(16, 8, 2, 1).capacity(Mode.PREDICT));
            assertEquals(4, MixtureSettings.of(16, 16, 8, 1).capacity(train));
            assertEquals(4, MixtureSettings.of(16, 2, 8, 1).capacity(train));
        }
    }

    @Test
    void refusesSettingsAndInputsThatDoNotFit() {
        assertMessage("width must be a positive multiple of heads, got width=10, heads=4", () -> MixtureSettings.of(10, 4, 4, 1));
        assertMessage("experts must be at least 2, got 1", () -> MixtureSettings.of(8, 4, 1, 1));
        assertMessage("outputs must be at least 1, got 0", () -> MixtureSettings.of(8, 4, 4, 0));
        assertMessage("trainingCapacity must be positive and finite, got NaN",
                () -> new MixtureSettings(8, 4, 4, 1, Double.NaN, 2, 0.01));
        assertMessage("balance must be at least 0 and finite, got -1.0", () -> new MixtureSettings(8, 4, 4, 1, 1, 2, -1));
        try (Parameters parameters = LayerCheck.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            MixtureOfExperts a = new MixtureOfExperts(MixtureSettings.of(8, 4, 4, 1), parameters.child("a"));
            MixtureOfExperts b = new MixtureOfExperts(MixtureSettings.of(8, 4, 3, 1), parameters.child("b"));
            Tensor f = scope.zeros(5, 8);
            assertMessage("f must have shape (batch, D=8), got (5, 7)", () -> a.forward(scope.zeros(5, 7), Mode.PREDICT));
            assertMessage("f must have shape (batch=5, D=8), got (4, 8)",
                    () -> MixtureOfExperts.forward(List.of(a, a), List.of(f, scope.zeros(4, 8)), Mode.PREDICT));
            assertMessage("f must hold one tensor for each of 2 mixtures, got 1",
                    () -> MixtureOfExperts.forward(List.of(a, a), List.of(f), Mode.PREDICT));
            var error = assertThrows(IllegalArgumentException.class,
                    () -> MixtureOfExperts.forward(List.of(a, b), List.of(f, f), Mode.PREDICT));
            assertFalse(error.getMessage().isEmpty());
            assertTrue(error.getMessage().startsWith("mixtures must have equal settings, got MixtureSettings["), error.getMessage());
        }
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
