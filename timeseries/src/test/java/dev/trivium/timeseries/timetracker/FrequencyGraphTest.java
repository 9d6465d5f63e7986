package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FrequencyGraphTest {

    private static double[] normalised(int length, IntToDoubleFunction of) {
        double[] x = new double[length];
        Arrays.setAll(x, of::applyAsDouble);
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        Arrays.setAll(x, t -> (x[t] - mean) / Math.sqrt(variance + 1e-5));
        return x;
    }

    private static double[][] reference() {
        return new double[][] {
            normalised(32, t -> Math.sin(2 * Math.PI * 2 * t / 32)),
            normalised(32, t -> 1.1 * Math.sin(2 * Math.PI * 2 * t / 32 + 0.7) + 0.2 * Math.cos(2 * Math.PI * 5 * t / 32)),
            normalised(32, t -> Math.cos(2 * Math.PI * 7 * t / 32) + 0.05 * t)};
    }

    private static Tensor spectra(Scope scope, double[][] series, boolean complex) {
        Spectrum spectrum = new Spectrum(series[0].length);
        double[] all = Arrays.stream(series).flatMapToDouble(x -> Arrays.stream(complex ? spectrum.parts(x) : spectrum.amplitudes(x))).toArray();
        return complex ? scope.tensor(all, 1, series.length, spectrum.bins(), 2) : scope.tensor(all, 1, series.length, spectrum.bins());
    }

    private static GraphSettings settings(GraphSettings.Edges edges, int neighbours) {
        return GraphSettings.standard().with(edges).nearest(neighbours);
    }

    @Test
    void distancesAndProbabilitiesAreAsDefined() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            double[] amplitudes = new Spectrum(32).amplitudes(reference()[1]);
            assertEquals(22.2622566, amplitudes[2], 1e-6);
            assertEquals(4.04768302, amplitudes[5], 1e-6);
            FrequencyGraph graph = new FrequencyGraph(GraphSettings.standard(), 17, parameters);
            Tensor d = graph.distances(spectra(scope, reference(), false));
            assertArrayEquals(new double[] {0, 4.41261712, 66.1388143, 4.41261712, 0, 65.6535179, 66.1388143, 65.6535179, 0}, d.toDoubles(), 1e-6);
            assertArrayEquals(new double[] {1, .882418036, .153368673, .881653838, 1, .15350161, .366527297, .369236574, 1},
                    graph.probabilities(d).toDoubles(), 1e-6);
        }
    }

    @Test
    void complexDifferencesAreASwitch() {
        GraphSettings settings = new GraphSettings(GraphSettings.Edges.SOFT, 0, true, false, GraphSettings.Difference.COMPLEX, 1);
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            Tensor d = new FrequencyGraph(settings, 17, parameters).distances(spectra(scope, reference(), true));
            assertArrayEquals(new double[] {0, 19.443993, 76.1308039, 19.443993, 0, 78.601659, 76.1308039, 78.601659, 0}, d.toDoubles(), 1e-6);
        }
    }

    @Test
    void amplitudesOfAnyLengthAreThoseOfThePlainSum() {
        for (int length : new int[] {1, 2, 3, 4, 7, 12, 25, 48}) {
            double[] x = new Random(length).doubles(length, -1, 1).toArray();
            double[] expected = new double[length / 2 + 1];
            Arrays.setAll(expected, f -> {
                double re = 0;
                double im = 0;
                for (int t = 0; t < length; t++) {
                    re += x[t] * Math.cos(2 * Math.PI * f * t / length);
                    im -= x[t] * Math.sin(2 * Math.PI * f * t / length);
                }
                return Math.hypot(re, im);
            });
            assertArrayEquals(expected, new Spectrum(length).amplitudes(x), 1e-9, "length " + length);
        }
    }

    @Test
    void oneVariateAndConstantSeriesAreSafe() {
        for (GraphSettings.Edges edges : GraphSettings.Edges.values()) {
            for (double[][] series : new double[][][] {{new double[8]}, {reference()[0]}, {new double[8], new double[8]},
                {new double[32], reference()[0], new double[32]}}) {
                try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
                    FrequencyGraph graph = new FrequencyGraph(settings(edges, 0), series[0].length / 2 + 1, parameters);
                    Tensor logits = graph.relate(spectra(scope, series, false), Optional.empty()).logits();
                    double[] values = logits.toDoubles();
                    for (int i = 0; i < series.length; i++) {
                        assertEquals(0, values[i * series.length + i], 1.1e-6, "a variate looks at itself");
                    }
                    assertTrue(Arrays.stream(values).noneMatch(Double::isNaN), edges + " " + Arrays.toString(values));
                    if (edges == GraphSettings.Edges.SOFT && series.length > 1) { // one variate has nothing to learn from
                        tape.backward(logits.sum());
                        for (String name : parameters.names()) {
                            assertTrue(Arrays.stream(parameters.get(name).gradient().toDoubles()).allMatch(Double::isFinite), name);
                        }
                    }
                }
            }
        }
    }

    @Test
    void hardEdgesAreThoseAboveOneHalf() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FrequencyGraph graph = new FrequencyGraph(settings(GraphSettings.Edges.HARD, 0), 17, parameters);
            double no = Double.NEGATIVE_INFINITY;
            assertArrayEquals(new double[] {0, 0, no, 0, 0, no, no, no, 0},
                    graph.relate(spectra(scope, reference(), false), Optional.empty()).logits().toDoubles());
        }
    }

    @Test
    void sampledEdgesComeAsOftenAsTheirProbabilitySaysAndFollowTheSeed() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FrequencyGraph graph = new FrequencyGraph(settings(GraphSettings.Edges.HARD, 0), 17, parameters);
            Tensor spectra = spectra(scope, reference(), false);
            double[] p = graph.probabilities(graph.distances(spectra)).toDoubles();
            double[] kept = new double[9];
            for (int step = 0; step < 2_000; step++) {
                try (Scope own = Scope.open(Compute.cpu64())) {
                    double[] logits = graph.relate(spectra, Optional.of(FrequencyGraph.noise(own, 7, step, 1, 3))).logits().toDoubles();
                    Arrays.setAll(kept, i -> kept[i] + (logits[i] == 0 ? 1.0 / 2_000 : 0));
                }
            }
            assertArrayEquals(p, kept, 0.04);
            assertArrayEquals(FrequencyGraph.noise(scope, 7, 3, 2, 3).toDoubles(), FrequencyGraph.noise(scope, 7, 3, 2, 3).toDoubles());
            assertTrue(!Arrays.equals(FrequencyGraph.noise(scope, 7, 3, 2, 3).toDoubles(), FrequencyGraph.noise(scope, 7, 4, 2, 3).toDoubles()));
        }
    }

    @Test
    void aSampledEdgeTeachesTheSharpness() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64()); Tape tape = Tape.record()) {
            FrequencyGraph graph = new FrequencyGraph(settings(GraphSettings.Edges.HARD, 0), 17, parameters);
            Tensor logits = graph.relate(spectra(scope, reference(), false), Optional.of(scope.zeros(1, 3, 3))).logits();
            tape.backward(logits.exp().sum()); // exp: what is forbidden counts 0
            assertTrue(parameters.get("sharpness").gradient().item() < 0, "a sharper graph keeps fewer edges");
        }
    }

    @Test
    void theNearestVariatesAreThoseOfLeastDistanceAndTheVariateItself() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FrequencyGraph graph = new FrequencyGraph(settings(GraphSettings.Edges.SOFT, 2), 17, parameters);
            Relation relation = graph.relate(spectra(scope, reference(), false), Optional.empty());
            assertArrayEquals(new double[] {0, 1, 1, 0, 2, 1}, relation.index().toDoubles());
            double[] p = {1, .882418036, 1, .881653838, 1, .369236574};
            assertArrayEquals(p, relation.logits().exp().toDoubles(), 2e-6);
        }
    }

    @Test
    void weightsAndSharpnessHaveTheGradientsOfFiniteDifferences() {
        for (GraphSettings settings : new GraphSettings[] {GraphSettings.standard(),
            new GraphSettings(GraphSettings.Edges.SOFT, 2, true, true, GraphSettings.Difference.COMPLEX, 1)}) {
            boolean complex = settings.difference() == GraphSettings.Difference.COMPLEX;
            try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
                FrequencyGraph graph = new FrequencyGraph(settings, 17, parameters);
                SmallNetwork.shake(parameters);
                Tensor spectra = spectra(scope, reference(), complex);
                FiniteDifferences.check(parameters, parameters.names(), () -> {
                    Tensor logits = graph.relate(spectra, Optional.empty()).logits();
                    return logits.mul(SmallNetwork.filled(scope, 2, 1, logits.shape())).sum();
                });
            }
        }
    }

    @Test
    void spectraOfAnotherLengthAreRefused() {
        try (Parameters parameters = SmallNetwork.parameters(); Scope scope = Scope.open(Compute.cpu64())) {
            FrequencyGraph graph = new FrequencyGraph(GraphSettings.standard(), 5, parameters);
            var error = assertThrows(IllegalArgumentException.class, () -> graph.distances(scope.zeros(1, 3, 6)));
            assertTrue(error.getMessage().contains("(batch, variates, 5)"), error.getMessage());
        }
    }
}
