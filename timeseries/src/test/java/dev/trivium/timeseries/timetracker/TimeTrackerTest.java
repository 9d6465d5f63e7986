package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Signals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTrackerTest {

    private static final TimeTracker TRACKER = Tiny.tracker();

    @AfterAll
    static void close() {
        TRACKER.close();
    }

    private static SeriesSet one(int length, IntToDoubleFunction value) {
        double[] values = new double[length];
        Arrays.setAll(values, value);
        return SeriesSet.of(TimeAxis.index(0, 1, length), List.of(Variable.of("x", "kW")), values);
    }

    /** Mean and all quantiles, one after the other. */
    private static double[] numbers(Forecast forecast) {
        List<SeriesSet> sets = new ArrayList<>(forecast.quantiles().orElseThrow().values());
        sets.add(forecast.mean());
        return sets.stream().flatMapToDouble(set -> Arrays.stream(set.toArray())).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 7, 8, 9, 95, 96, 97, 1000})
    void aHistoryOfAnyLengthIsForecast(int length) {
        Forecast forecast = TRACKER.forecast(Signals.season(length), 20);
        assertEquals(Signals.season(length + 20).time().slice(length, length + 20), forecast.mean().time());
        assertEquals(Signals.season(length).variables(), forecast.mean().variables());
        assertTrue(Arrays.stream(numbers(forecast)).allMatch(Double::isFinite));
    }

    @Test
    void onlyTheRowsThatTheNetworkSeesCount() {
        SeriesSet series = one(100_000, t -> Math.sin(t / 5.0));
        assertEquals(80, TRACKER.longestHistory(20));
        assertArrayEquals(numbers(TRACKER.forecast(series, 20)), numbers(TRACKER.forecast(series.rows(99_920, 100_000), 20)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 56, 57, 500, 2000})
    void aHorizonOfAnyLengthIsForecast(int horizon) {
        Forecast forecast = TRACKER.forecast(Signals.season(60), horizon);
        assertEquals(horizon, forecast.mean().length());
        assertTrue(Arrays.stream(numbers(forecast)).allMatch(Double::isFinite));
    }

    @ParameterizedTest
    @EnumSource(Decoding.class)
    void aShorterHorizonIsTheBeginningOfALongerOneWithinItsLastPatch(Decoding decoding) {
        Prediction prediction = Prediction.standard().with(decoding);
        double[] longer = TRACKER.forecast(one(60, t -> Math.sin(t)), 24, prediction).mean().toArray();
        double[] shorter = TRACKER.forecast(one(60, t -> Math.sin(t)), 19, prediction).mean().toArray();
        assertArrayEquals(Arrays.copyOf(longer, 19), shorter);
    }

    @Test
    void theForecastOfASeriesTimesAPlusBIsThatOfTheSeriesTimesAPlusB() {
        SeriesSet series = one(70, t -> Math.sin(t / 3.0) + 0.01 * t);
        double[] plain = numbers(TRACKER.forecast(series, 20));
        for (double[] ab : new double[][] {{1e12, 0}, {1e-12, 0}, {1e-12, 5e-12}, {3, -700}, {1, 1e6}, {1e200, 0}}) {
            double[] moved = numbers(TRACKER.forecast(one(70, t -> ab[0] * series.value(t, 0) + ab[1]), 20));
            for (int i = 0; i < plain.length; i++) {
                assertEquals(plain[i], (moved[i] - ab[1]) / ab[0], 1e-4, Arrays.toString(ab));
            }
        }
    }

    @Test
    void mirroredTheForecastOfMinusASeriesIsMinusItsForecast() {
        Prediction prediction = Prediction.standard().withMirror();
        SeriesSet series = one(70, t -> t % 5);
        SeriesSet turned = one(70, t -> -(t % 5));
        double[] mean = TRACKER.forecast(series, 20, prediction).mean().toArray();
        assertArrayEquals(Arrays.stream(mean).map(v -> -v).toArray(), TRACKER.forecast(turned, 20, prediction).mean().toArray(), 1e-6);
    }

    @Test
    void aConstantSeriesStaysExactlyItself() {
        for (double value : new double[] {0, 5, -3, 1e12, 1e-12, 0.1}) {
            for (double number : numbers(TRACKER.forecast(one(50, t -> t % 7 == 3 ? Double.NaN : value), 300))) {
                assertEquals(value, number);
            }
        }
    }

    @Test
    void quantilesNeverCross() {
        Random random = new Random(3);
        for (Decoding decoding : Decoding.values()) {
            Forecast forecast = TRACKER.forecast(one(80, t -> random.nextGaussian()), 200, Prediction.standard().with(decoding));
            List<SeriesSet> sets = forecast.quantiles().orElseThrow().values();
            for (int q = 1; q < sets.size(); q++) {
                for (int t = 0; t < 200; t++) {
                    assertTrue(sets.get(q).value(t, 0) >= sets.get(q - 1).value(t, 0));
                }
            }
        }
    }

    @Test
    void theMedianMayBeTheSingleNumber() {
        Forecast forecast = TRACKER.forecast(Signals.walk(50), 20, Prediction.standard().with(Point.MEDIAN));
        assertArrayEquals(forecast.quantiles().orElseThrow().at(0.5).toArray(), forecast.mean().toArray());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.95})
    void gapsOfAnyShareAreLeftOpen(double share) {
        Random random = new Random(4);
        SeriesSet series = one(90, t -> t == 40 || random.nextDouble() > share ? Math.cos(t) : Double.NaN);
        assertTrue(Arrays.stream(numbers(TRACKER.forecast(series, 20))).allMatch(Double::isFinite));
    }

    @Test
    void aSeriesWithNothingObservedIsRefusedByName() {
        SeriesSet gaps = Signals.change(Signals.season(90), (t, s, value) -> s == 1 && t >= 10 ? Double.NaN : value);
        refused("history must hold an observed value of every series in its last 80 rows, got none of b", () -> TRACKER.forecast(gaps, 20));
        refused("horizon must be between 1 and 2000, got 2001", () -> TRACKER.forecast(Signals.season(20), 2001));
        refused("horizon must be between 1 and 2000, got 0", () -> TRACKER.forecast(Signals.season(20), 0));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void noSeriesSeesAnother() {
        SeriesSet series = Signals.season(70);
        SeriesSet other = Signals.change(series, (t, s, value) -> s == 1 ? value : 1e6 * value * value);
        assertArrayEquals(TRACKER.forecast(series, 20).mean().column(1), TRACKER.forecast(other, 20).mean().column(1), 1e-5);
        SeriesSet turned = TRACKER.forecast(series.select(List.of("c", "a", "b")), 20).mean();
        assertArrayEquals(TRACKER.forecast(series, 20).mean().toArray(), turned.select(List.of("a", "b", "c")).toArray(), 1e-4);
    }

    @Test
    void whatIsMissingIsNotLookedAt() {
        float[] tokens = PatchInputs.of(new double[][] {{Double.NaN, 1, Double.NaN, 2, 4}}, 0, 4, 1).values();
        assertEquals(3 * 8, tokens.length);
        assertArrayEquals(new float[] {0, 0, 0, 0, 0, 0, 0, 0}, Arrays.copyOf(tokens, 8));
        assertArrayEquals(new float[] {1, 0, 1, 1}, Arrays.copyOfRange(tokens, 12, 16));
        assertEquals(0, tokens[9]);
        assertArrayEquals(new float[8], Arrays.copyOfRange(tokens, 16, 24));
    }

    @Test
    void aThousandSeriesAreForecastAtOnce() {
        int width = 1000;
        List<Variable> variables = new ArrayList<>();
        for (int s = 0; s < width; s++) {
            variables.add(Variable.of("s" + s));
        }
        DoubleUnaryOperator wave = x -> Math.sin(x) + 0.1 * x;
        double[] values = new double[40 * width];
        Arrays.setAll(values, i -> (1 + i % width) * wave.applyAsDouble(i / width));
        SeriesSet mean = TRACKER.forecast(SeriesSet.of(TimeAxis.index(0, 1, 40), variables, values), 10).mean();
        for (int s = 0; s < width; s++) {
            assertEquals(mean.value(9, 0), mean.value(9, s) / (1 + s), 1e-4);
        }
    }

    @Test
    void eightThreadsGetTheBitsOfOne() throws Exception {
        List<double[]> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add(numbers(TRACKER.forecast(Signals.season(10 + 5 * i), 20)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<double[]>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int length = 10 + 5 * (i % 20);
                answers.add(pool.submit(() -> numbers(TRACKER.forecast(Signals.season(length), 20))));
            }
            for (int i = 0; i < 200; i++) {
                assertArrayEquals(expected.get(i % 20), answers.get(i).get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void savedWeightsForecastBitForBitTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("weights.trivium");
        TRACKER.save(file);
        try (TimeTracker restored = TimeTracker.load(file)) {
            assertEquals(TRACKER.settings(), restored.settings());
            assertEquals(TRACKER.provenance(), restored.provenance());
            assertArrayEquals(numbers(TRACKER.forecast(Signals.walk(60), 30)), numbers(restored.forecast(Signals.walk(60), 30)));
        }
    }

    @Test
    void aClosedOneSaysSo() {
        TimeTracker closed = Tiny.tracker();
        closed.close();
        closed.close();
        String message = assertThrows(IllegalStateException.class, () -> closed.forecast(Signals.walk(60), 30)).getMessage();
        assertEquals("timeTracker must be open, got one that was closed", message);
    }
}
