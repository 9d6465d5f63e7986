package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for any parameters, in float64. */
class TimeTrackerPropertiesTest {

    private static final double SAME = 1e-12;
    private static final DecoderSwitches STANDARD = DecoderSwitches.standard();

    private interface Body {
        void run(TimeTrackerNetwork network, Parameters parameters, Scope scope);
    }

    private static void with(TimeTrackerSettings settings, Body body) {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            body.run(SmallNetwork.of(settings, parameters), parameters, scope);
        }
    }

    private static double[] predict(TimeTrackerNetwork network, Tensor inputs, Tensor relation) {
        return network.forward(inputs, Optional.of(relation), Mode.PREDICT).predictions().toDoubles();
    }

    private static double[] alone(TimeTrackerNetwork network, Tensor inputs) {
        return network.forward(inputs, Optional.empty(), Mode.PREDICT).predictions().toDoubles();
    }

    private static boolean near(double[] a, double[] b) {
        for (int i = 0; i < a.length; i++) {
            if (Math.abs(a[i] - b[i]) > 1e-6) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aSingleVariateIsPlainCausalAttentionWhateverTheBiases() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            Tensor inputs = SmallNetwork.inputs(scope, 2, 1, 5);
            double[] plain = alone(network, inputs);
            for (double u : new double[] {-3, 0, 4}) {
                for (int layer = 0; layer < 2; layer++) {
                    parameters.set("layer." + layer + ".attention.same", new double[] {u, -u});
                    parameters.set("layer." + layer + ".attention.cross", new double[] {u * u, 1});
                }
                assertArrayEquals(plain, alone(network, inputs));
                assertArrayEquals(plain, predict(network, inputs, scope.zeros(2, 1, 1)), SAME);
            }
        });
    }

    @Test
    void permutedVariatesGivePermutedForecasts() {
        int[] order = {2, 0, 3, 1};
        BiConsumer<DecoderSwitches, Boolean> check = (switches, equal) ->
                with(SmallNetwork.settings(SmallNetwork.experts(), switches, 0), (network, parameters, scope) -> {
                    double[] values = SmallNetwork.values(1, 4, 5);
                    double[] relation = SmallNetwork.relation(1, 4);
                    double[] otherValues = new double[values.length];
                    double[] otherRelation = new double[16];
                    int block = values.length / 4;
                    for (int m = 0; m < 4; m++) {
                        System.arraycopy(values, order[m] * block, otherValues, m * block, block);
                        for (int n = 0; n < 4; n++) {
                            otherRelation[4 * m + n] = relation[4 * order[m] + order[n]];
                        }
                    }
                    double[] a = predict(network, scope.tensor(values, 1, 4, 5, 4), scope.tensor(relation, 1, 4, 4));
                    double[] b = predict(network, scope.tensor(otherValues, 1, 4, 5, 4), scope.tensor(otherRelation, 1, 4, 4));
                    int out = a.length / 4;
                    boolean all = true;
                    for (int m = 0; m < 4; m++) {
                        all &= near(Arrays.copyOfRange(a, order[m] * out, (order[m] + 1) * out), Arrays.copyOfRange(b, m * out, (m + 1) * out));
                    }
                    assertEquals(equal, all);
                });
        check.accept(STANDARD, true);
        check.accept(new DecoderSwitches(true, 1, true, false, DecoderSwitches.Norm.BEFORE), false);
    }

    @Test
    void laterPatchesOfAnyVariateChangeNoEarlierForecastWhileTheGraphIsFixed() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            double[] values = SmallNetwork.values(1, 3, 5);
            double[] poisoned = values.clone();
            for (int i = 0; i < values.length; i++) {
                if (i / 4 % 5 >= 3) {
                    poisoned[i] = 1e3 * (i % 7 - 3);
                }
            }
            Tensor relation = scope.tensor(SmallNetwork.relation(1, 3), 1, 3, 3);
            Tensor index = scope.tensor(new double[] {0, 2, 1, 0, 2, 1}, 1, 3, 2);
            Relation few = new Relation(scope.zeros(1, 3, 2), DecoderScript.SCRIPT.call("whole", index));
            for (Relation each : List.of(Relation.all(relation), few)) {
                Tensor a = network.forward(scope.tensor(values, 1, 3, 5, 4), each, Mode.PREDICT).predictions();
                Tensor b = network.forward(scope.tensor(poisoned, 1, 3, 5, 4), each, Mode.PREDICT).predictions();
                assertArrayEquals(a.narrow(2, 0, 3).toDoubles(), b.narrow(2, 0, 3).toDoubles(), SAME);
                assertTrue(!near(a.toDoubles(), b.toDoubles()));
            }
        });
    }

    @Test
    void variatesThatMayOnlyLookAtThemselvesArePredictedAsIfAlone() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            double[] diagonal = new double[2 * 9];
            Arrays.setAll(diagonal, i -> i % 9 / 3 == i % 3 ? 0 : Double.NEGATIVE_INFINITY);
            Tensor inputs = SmallNetwork.inputs(scope, 2, 3, 5);
            assertArrayEquals(alone(network, inputs), predict(network, inputs, scope.tensor(diagonal, 2, 3, 3)), SAME);
            assertTrue(!near(alone(network, inputs), predict(network, inputs, scope.zeros(2, 3, 3))));
        });
    }

    @Test
    void lookingAtSomeVariatesIsLookingAtAllWithTheOthersForbidden() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            double[] full = SmallNetwork.relation(2, 4);
            double[] index = {0, 3, 1, 2, 2, 0, 3, 1, 0, 1, 1, 3, 2, 3, 3, 0};
            double[] few = new double[16];
            double[] masked = new double[32];
            Arrays.fill(masked, Double.NEGATIVE_INFINITY);
            for (int i = 0; i < 16; i++) {
                int at = i / 2 * 4 + (int) index[i];
                few[i] = full[at];
                masked[at] = full[at];
            }
            Tensor inputs = SmallNetwork.inputs(scope, 2, 4, 3);
            Tensor numbers = DecoderScript.SCRIPT.call("whole", scope.tensor(index, 2, 4, 2));
            assertArrayEquals(predict(network, inputs, scope.tensor(masked, 2, 4, 4)),
                    network.forward(inputs, new Relation(scope.tensor(few, 2, 4, 2), numbers), Mode.PREDICT).predictions().toDoubles(), SAME);
        });
    }

    @Test
    void chunksOfQueriesChangeNothing() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            Tensor[] qkv = new Tensor[3];
            Arrays.setAll(qkv, i -> SmallNetwork.filled(scope, i, 1, 2, 2, 15, 4));
            Tensor bias = scope.tensor(new double[] {0.5, -1}, 2);
            Tensor index = DecoderScript.SCRIPT.call("whole", scope.tensor(new double[] {0, 3, 1, 2, 2, 0, 3, 1, 4, 1, 0, 3, 1, 3, 2, 0, 3, 4, 4, 0}, 2, 5, 2));
            for (boolean few : new boolean[] {false, true}) {
                double[][] outputs = new double[3][];
                for (int c = 0; c < 3; c++) {
                    int chunk = new int[] {1, 2, 9}[c];
                    outputs[c] = (few ? DecoderScript.SCRIPT.call("among_few", qkv[0], qkv[1], qkv[2], bias, bias, scope.zeros(2, 5, 2), index, 1, chunk)
                            : DecoderScript.SCRIPT.call("among_all", qkv[0], qkv[1], qkv[2], bias, bias, scope.zeros(2, 5, 5), 1, chunk)).toDoubles();
                }
                assertArrayEquals(outputs[2], outputs[0], SAME);
                assertArrayEquals(outputs[2], outputs[1], SAME);
            }
        }
    }

    @Test
    void gatesOfEveryTokenSumToOne() {
        for (ExpertSettings.Affinity affinity : ExpertSettings.Affinity.values()) {
            ExpertSettings experts = new ExpertSettings(0, 5, 3, 4, affinity, ExpertSettings.Unit.RELU, false, affinity == ExpertSettings.Affinity.SOFTMAX);
            with(SmallNetwork.settings(experts, STANDARD, 0), (network, parameters, scope) -> {
                var output = network.forward(SmallNetwork.inputs(scope, 2, 3, 5), Optional.empty(), Mode.PREDICT);
                for (TimeTrackerNetwork.Route route : output.routes()) {
                    assertArrayEquals(new long[] {30, 3}, route.experts().shape());
                    Arrays.stream(route.gates().sum(false, 1).toDoubles()).forEach(sum -> assertEquals(1, sum, SAME));
                }
            });
        }
    }

    @Test
    void theBalanceEvensOutTheLoads() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            Tensor inputs = SmallNetwork.inputs(scope, 8, 3, 5);
            double before = unevenness(network.forward(inputs, Optional.empty(), Mode.PREDICT));
            for (int step = 0; step < 300; step++) {
                try (Scope own = Scope.open(Compute.cpu64())) {
                    network.balance(network.forward(inputs, Optional.empty(), Mode.PREDICT).loads(), 5e-3);
                }
            }
            double after = unevenness(network.forward(inputs, Optional.empty(), Mode.PREDICT));
            assertTrue(after < 0.3 * before, before + " before, " + after + " after");
        });
    }

    private static double unevenness(TimeTrackerNetwork.Output output) {
        return output.loads().stream().mapToDouble(load -> {
            double[] c = load.toDoubles();
            return Arrays.stream(c).max().orElseThrow() - Arrays.stream(c).min().orElseThrow();
        }).sum();
    }

    @Test
    void everyParameterHasTheGradientOfFiniteDifferences() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> checkGradients(network, parameters, scope, parameters.trainable()));
    }

    @Test
    void soItHasWithEverySwitchTurned() {
        ExpertSettings experts = new ExpertSettings(2, 3, 2, 4, ExpertSettings.Affinity.SOFTMAX, ExpertSettings.Unit.RELU, true, true);
        DecoderSwitches switches = new DecoderSwitches(true, 0.5, false, true, DecoderSwitches.Norm.AFTER);
        with(SmallNetwork.settings(experts, switches, 0), (network, parameters, scope) -> checkGradients(network, parameters, scope,
                parameters.trainable()));
    }

    private static void checkGradients(TimeTrackerNetwork network, Parameters parameters, Scope scope, Collection<String> names) {
        Tensor inputs = SmallNetwork.inputs(scope, 1, 3, 4);
        Tensor relation = scope.tensor(SmallNetwork.relation(1, 3), 1, 3, 3);
        FiniteDifferences.check(parameters, names, () -> {
            Tensor y = network.forward(inputs, Optional.of(relation), Mode.PREDICT).predictions();
            return y.mul(SmallNetwork.filled(scope, 2, 1, y.shape())).sum();
        });
    }

    @Test
    void theGraphLearnsThroughTheAttention() {
        for (int neighbours : new int[] {0, 2}) {
            with(SmallNetwork.settings(), (network, parameters, scope) -> {
                FrequencyGraph graph = new FrequencyGraph(GraphSettings.standard().nearest(neighbours), 5, parameters.child("graph"));
                Tensor inputs = SmallNetwork.inputs(scope, 2, 4, 4);
                double[] spectra = new double[2 * 4 * 5];
                Arrays.setAll(spectra, i -> Math.abs(Math.sin(3.1 * i * i)));
                FiniteDifferences.check(parameters, List.of("graph.sharpness", "graph.weight", "layer.1.attention.same"), () -> {
                    Relation relation = graph.relate(scope.tensor(spectra, 2, 4, 5), Optional.empty());
                    Tensor y = network.forward(inputs, relation, Mode.PREDICT).predictions();
                    return y.mul(SmallNetwork.filled(scope, 2, 1, y.shape())).sum();
                });
            });
        }
    }

    @Test
    void dropoutFollowsTheSeedAndIsForTrainingOnly() {
        TimeTrackerSettings settings = SmallNetwork.settings(SmallNetwork.experts(), STANDARD, 0.4);
        with(settings, (network, parameters, scope) -> {
            Tensor inputs = SmallNetwork.inputs(scope, 2, 3, 4);
            for (Optional<Tensor> relation : List.of(Optional.<Tensor>empty(), Optional.of(scope.zeros(2, 3, 3)))) {
                double[] quiet = network.forward(inputs, relation, Mode.PREDICT).predictions().toDoubles();
                double[] one = network.forward(inputs, relation, Mode.train(scope, 1, 5)).predictions().toDoubles();
                assertArrayEquals(one, network.forward(inputs, relation, Mode.train(scope, 1, 5)).predictions().toDoubles());
                assertTrue(!near(one, quiet));
                assertTrue(!near(one, network.forward(inputs, relation, Mode.train(scope, 1, 6)).predictions().toDoubles()));
            }
        });
    }

    @Test
    void theBalanceSelectsButDoesNotWeighUnlessTheSwitchSaysSo() {
        for (boolean inside : new boolean[] {false, true}) {
            ExpertSettings experts = new ExpertSettings(1, 2, 2, 5, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, inside);
            with(SmallNetwork.settings(experts, STANDARD, 0), (network, parameters, scope) -> {
                Tensor inputs = SmallNetwork.inputs(scope, 1, 1, 4);
                double[] before = alone(network, inputs);
                parameters.set("layer.0.experts.balance", new double[] {0.7, -0.4});
                double[] after = alone(network, inputs); // both experts are chosen anyhow
                assertEquals(!inside, near(before, after));
            });
        }
    }

    @Test
    void wrongShapesAreRefused() {
        with(SmallNetwork.settings(), (network, parameters, scope) -> {
            Tensor inputs = SmallNetwork.inputs(scope, 2, 3, 4);
            var error = assertThrows(IllegalArgumentException.class, () -> network.forward(inputs, Optional.of(scope.zeros(1, 3, 3)), Mode.PREDICT));
            assertTrue(error.getMessage().contains("batch=2"), error.getMessage());
            var tooLong = SmallNetwork.inputs(scope, 1, 1, 7);
            assertThrows(IllegalArgumentException.class, () -> network.forward(tooLong, Optional.empty(), Mode.PREDICT));
        });
    }
}
