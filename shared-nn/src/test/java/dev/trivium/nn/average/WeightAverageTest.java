package dev.trivium.nn.average;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightAverageTest {

    private static final int STEPS = 3; // in an epoch

    static Stream<Averaging> all() {
        return Stream.of(new Averaging.Exponential(0.7), new Averaging.Equal(1), new Averaging.Window(3), new Averaging.Window(1));
    }

    private static Parameters model(Compute compute) {
        Parameters parameters = Parameters.create(compute, 5);
        parameters.add("w", Initial.normal(1), 2, 3);
        parameters.add("scale", Initial.ones());
        return parameters;
    }

    /** Weights as a training run would leave them after an update. */
    private static double[] weights(int step) {
        return new SplittableRandom(step).doubles(7, -1, 1).map(x -> (float) x).toArray();
    }

    private static void set(Parameters p, double[] values) {
        p.set("w", Arrays.copyOf(values, 6));
        p.set("scale", Arrays.copyOfRange(values, 6, 7));
    }

    private static double[] get(Parameters p) {
        double[] values = Arrays.copyOf(p.get("w").toDoubles(), 7);
        values[6] = p.get("scale").item();
        return values;
    }

    private static void train(Parameters p, WeightAverage average, int fromEpoch, int toEpoch) {
        for (int epoch = fromEpoch; epoch < toEpoch; epoch++) {
            for (int i = 0; i < STEPS; i++) {
                set(p, weights(epoch * STEPS + i));
                average.afterStep();
            }
            average.afterEpoch(epoch);
        }
    }

    private static double[] averaged(Parameters p, WeightAverage average) {
        try (Swap in = average.swapIn()) {
            return get(p);
        }
    }

    private static double[] meanOfEpochEnds(int from, int to) {
        double[] sum = new double[7];
        for (int epoch = from; epoch < to; epoch++) {
            double[] w = weights(epoch * STEPS + STEPS - 1);
            Arrays.setAll(sum, i -> sum[i] + w[i]);
        }
        return Arrays.stream(sum).map(x -> x / (to - from)).toArray();
    }

    @Test
    void exponentialAgreesWithPlainLoops() {
        try (Parameters p = model(Compute.cpu64()); WeightAverage average = new Averaging.Exponential(0.7).start(p)) {
            train(p, average, 0, 4);
            double[] expected = weights(0);
            for (int step = 1; step < 4 * STEPS; step++) {
                double[] w = weights(step);
                Arrays.setAll(expected, i -> 0.7 * expected[i] + 0.3 * w[i]);
            }
            assertArrayEquals(expected, averaged(p, average), 1e-14);
        }
    }

    @Test
    void equalIsTheMeanOfTheEpochsFromTheFirstThatCounts() {
        try (Parameters p = model(Compute.cpu64()); WeightAverage average = new Averaging.Equal(2).start(p)) {
            train(p, average, 0, 2);
            assertFalse(average.started());
            train(p, average, 2, 7);
            assertArrayEquals(meanOfEpochEnds(2, 7), averaged(p, average), 1e-14);
        }
    }

    @Test
    void windowIsTheMeanOfTheLastEpochsHoweverManyThereAre() {
        try (Parameters p = model(Compute.cpu64()); WeightAverage average = new Averaging.Window(3).start(p)) {
            for (int epochs = 1; epochs <= 8; epochs++) {
                train(p, average, epochs - 1, epochs);
                assertArrayEquals(meanOfEpochEnds(Math.max(0, epochs - 3), epochs), averaged(p, average), 1e-14);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void closingTheSwapPutsTheRawWeightsBackBitForBit(Averaging averaging) {
        try (Parameters p = model(Compute.cpu()); WeightAverage average = averaging.start(p)) {
            train(p, average, 0, 4);
            set(p, weights(1000));
            double[] raw = get(p);
            Swap swap = average.swapIn();
            assertFalse(Arrays.equals(raw, get(p)));
            swap.close();
            assertArrayEquals(raw, get(p), 0);
            set(p, weights(1001));
            swap.close(); // a second time: nothing happens
            assertArrayEquals(weights(1001), get(p), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void resumesBitForBitFromEveryEpoch(Averaging averaging) {
        for (int killed = 0; killed < 6; killed++) {
            try (Parameters p = model(Compute.cpu()); WeightAverage whole = averaging.start(p);
                    Parameters q = model(Compute.cpu()); WeightAverage resumed = averaging.start(q)) {
                train(p, whole, 0, killed);
                resumed.restore(whole.state());
                assertEquals(whole.started(), resumed.started());
                train(p, whole, killed, 7);
                train(q, resumed, killed, 7);
                assertArrayEquals(averaged(p, whole), averaged(q, resumed), 0);
                assertSameState(whole.state(), resumed.state());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void restoringReplacesWhatWasThere(Averaging averaging) {
        try (Parameters p = model(Compute.cpu64()); WeightAverage average = averaging.start(p)) {
            train(p, average, 0, 2);
            Map<String, double[]> early = average.exactState();
            double[] expected = averaged(p, average);
            train(p, average, 2, 6);
            average.restoreExact(early);
            assertArrayEquals(expected, averaged(p, average), 0);
            average.restoreExact(Map.of());
            assertFalse(average.started());
            assertTrue(average.exactState().isEmpty());
        }
    }

    private static void assertSameState(Map<String, float[]> expected, Map<String, float[]> got) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(got.keySet()));
        expected.forEach((name, values) -> assertArrayEquals(values, got.get(name), name));
    }

    @ParameterizedTest
    @MethodSource("all")
    void misuseIsRefused(Averaging averaging) {
        try (Parameters p = model(Compute.cpu()); WeightAverage average = averaging.start(p)) {
            assertIllegalState("an average must have been taken before it is swapped in, got none yet", average::swapIn);
            train(p, average, 0, 2);
            String swapped = "the raw weights must be in place, but an average is swapped in: close the swap first";
            try (Swap in = average.swapIn()) {
                assertIllegalState(swapped, average::swapIn);
                assertIllegalState(swapped, () -> train(p, average, 2, 3));
            }
            train(p, average, 2, 3);
        }
    }

    @Test
    void aWrongStateIsRefusedAndChangesNothing() {
        try (Parameters p = model(Compute.cpu()); WeightAverage running = new Averaging.Equal(0).start(p);
                WeightAverage window = new Averaging.Window(2).start(p)) {
            train(p, running, 0, 2);
            train(p, window, 0, 3);
            Map<String, float[]> noCount = running.state();
            noCount.remove("count");
            assertMessage("state of count must be one whole number from 1, got none", () -> running.restore(noCount));
            Map<String, float[]> half = running.state();
            half.put("count", new float[] {1.5f});
            assertMessage("state of count must be one whole number from 1, got 1.5", () -> running.restore(half));
            Map<String, float[]> small = running.state();
            small.put("average.w", new float[5]);
            assertMessage("state of average.w must have shape [2, 3], got 5 numbers", () -> running.restore(small));
            Map<String, float[]> missing = window.state();
            missing.remove("1.w");
            assertMessage("state must hold exactly its own names, got missing=[1.w], unexpected=[]", () -> window.restore(missing));
            Map<String, float[]> tooMany = window.state();
            tooMany.put("2.w", new float[6]);
            assertMessage("state must hold at most 2 copies of the weights, got 3", () -> window.restore(tooMany));
            assertArrayEquals(meanOfEpochEnds(0, 2), averaged(p, running), 1e-6);
            assertArrayEquals(meanOfEpochEnds(1, 3), averaged(p, window), 1e-6);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertMessage("decay must be in [0, 1), got 1.0", () -> new Averaging.Exponential(1));
        assertMessage("decay must be in [0, 1), got NaN", () -> new Averaging.Exponential(Double.NaN));
        assertMessage("fromEpoch must be at least 0, got -1", () -> new Averaging.Equal(-1));
        assertMessage("epochs must be at least 1, got 0", () -> new Averaging.Window(0));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static void assertIllegalState(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalStateException.class, call).getMessage());
    }
}
