package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.backtest.Backtest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every forecaster must do. A model's test extends this with its spec and with a signal that the model can learn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ForecasterContract {

    private static final int LENGTH = 600;

    private SeriesSet series;
    private Split split;
    private Forecaster model;

    /** {@return the model under test, small, of look-back 24 and horizon 8} */
    protected abstract ForecasterSpec spec();

    /** {@return hourly series of three variables that the model forecasts better than their mean does} */
    protected SeriesSet signal(int length) {
        return Signals.season(length);
    }

    /** {@return a short run} */
    protected Training training() {
        return Training.seed(7).withDevice("cpu");
    }

    @BeforeAll
    void fitOnce() throws IOException {
        series = signal(LENGTH);
        split = Split.ratios(series, 0.6, 0.2);
        model = fit(split);
    }

    @AfterAll
    void close() {
        model.close();
    }

    private Forecaster fit(Split rows) throws IOException {
        return spec().fit(rows.train(), rows.validation(), training());
    }

    private static double[] forecast(Forecaster forecaster, SeriesSet history) {
        return forecaster.predict(history).mean().toArray();
    }

    @Test
    void saysWhatItIsAndWhatItWasFittedOn() {
        assertEquals(24, spec().lookback());
        assertEquals(8, spec().horizon());
        assertEquals(spec(), model.spec());
        assertEquals(series.variables(), model.variables());
        assertEquals(7L, ((Number) model.provenance().get("seed")).longValue());
        assertTrue(spec().toString().contains("24"), spec().toString());
    }

    @Test
    void aForecastHasTheTimeStampsNamesAndUnitsThatFollow() {
        SeriesSet mean = model.predict(series.rows(100, 150)).mean();
        assertEquals(series.time().slice(150, 158), mean.time());
        assertEquals(series.variables(), mean.variables());
        assertEquals(0, mean.missing());
    }

    @Test
    void fittingTwiceWithOneSeedGivesTheSame() throws IOException {
        try (Forecaster again = fit(split)) {
            assertArrayEquals(forecast(model, series), forecast(again, series));
        }
    }

    @Test
    void looksAtNoRowAfterTheSplitWhenFitting() throws IOException {
        int end = split.validation().to();
        SeriesSet poisoned = Signals.change(series, (t, s, value) -> t < end ? value : 1e6);
        try (Forecaster again = fit(Split.at(poisoned, split.train().to(), end, LENGTH))) {
            assertArrayEquals(forecast(model, series), forecast(again, series));
        }
    }

    @Test
    void predictingDoesNotChangeTheHistoryNorTheModel() {
        SeriesSet gaps = withGaps();
        String before = gaps.sha256();
        double[] first = forecast(model, gaps);
        assertEquals(before, gaps.sha256());
        assertArrayEquals(first, forecast(model, gaps));
    }

    @Test
    void onlyTheLookBackCounts() {
        SeriesSet other = Signals.change(series, (t, s, value) -> t < LENGTH - 24 ? -value : value);
        assertArrayEquals(forecast(model, series), forecast(model, other));
        assertArrayEquals(forecast(model, series), forecast(model, series.rows(LENGTH - 24, LENGTH)));
    }

    @Test
    void aRestoredModelForecastsBitForBitTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.trivium");
        model.save(file);
        try (Forecaster restored = Forecaster.load(file, "cpu")) {
            assertEquals(model.spec(), restored.spec());
            assertEquals(model.variables(), restored.variables());
            assertEquals(model.note(), restored.note());
            assertEquals(model.provenance().get("seed"), restored.provenance().get("seed"));
            assertArrayEquals(forecast(model, series), forecast(restored, series));
            Path again = folder.resolve("again.trivium");
            restored.save(again);
            assertEquals(-1, Files.mismatch(file, again));
        }
    }

    @Test
    void rollingForecastsEqualThoseOfEachWindowAlone() {
        SeriesSet gaps = withGaps();
        Windows windows = Windows.over(Split.at(gaps, split.train().to(), split.validation().to(), LENGTH).test(), 24, 8, 7);
        Forecaster.Rolling rolling = model.rolling(windows);
        double[] all = rolling.predict(0, windows.count());
        assertArrayEquals(Arrays.copyOfRange(all, 24 * 2, 24 * 5), rolling.predict(2, 5), tolerance());
        for (int i = 0; i < windows.count(); i++) {
            double[] alone = forecast(model, gaps.rows(0, windows.origin(i)));
            assertArrayEquals(alone, Arrays.copyOfRange(all, 24 * i, 24 * (i + 1)), tolerance(), "window " + i);
        }
    }

    /** {@return the largest difference between a forecast made in a batch and alone; 0 for exact arithmetic} */
    protected double tolerance() {
        return 0;
    }

    @Test
    void aGapIsFilledWithTheLastValueBeforeIt() {
        SeriesSet gaps = withGaps();
        double[] before = new double[3];
        SeriesSet filled = Signals.change(gaps, (t, s, value) -> before[s] = Double.isNaN(value) ? before[s] : value);
        assertArrayEquals(forecast(model, filled), forecast(model, gaps));
    }

    @Test
    void aSeriesWithNothingObservedBeforeStartsFromItsTrainingMean() {
        double mean = Standardiser.fit(split.train()).mean(1);
        SeriesSet history = series.rows(LENGTH - 24, LENGTH);
        SeriesSet missing = Signals.change(history, (t, s, value) -> s == 1 && t < 10 ? Double.NaN : value);
        SeriesSet filled = Signals.change(history, (t, s, value) -> s == 1 && t < 10 ? mean : value);
        assertArrayEquals(forecast(model, filled), forecast(model, missing), 1e-4);
    }

    @Test
    void valuesAfterTheOriginDoNotMoveTheForecast() {
        SeriesSet poisoned = Signals.change(withGaps(), (t, s, value) -> t < 500 ? value : 1e9);
        double[] clean = model.rolling(windows(withGaps(), 500, 508)).predict(0, 1);
        assertArrayEquals(clean, model.rolling(windows(poisoned, 500, 508)).predict(0, 1));
    }

    private static Windows windows(SeriesSet rows, int from, int to) {
        return Windows.over(Split.at(rows, 300, from, to).test(), 24, 8, 1);
    }

    private SeriesSet withGaps() {
        return Signals.change(series, (t, s, value) -> t > 30 && (t * 7 + s * 3) % 11 == 0 ? Double.NaN : value);
    }

    @Test
    void fitsRowsWithGaps() throws IOException {
        SeriesSet gaps = Signals.change(series, (t, s, value) -> t % 97 == 5 || t == 200 + s ? Double.NaN : value);
        try (Forecaster fitted = fit(Split.ratios(gaps, 0.6, 0.2))) {
            assertTrue(Arrays.stream(forecast(fitted, gaps)).allMatch(Double::isFinite));
        }
    }

    @Test
    void refusesAHistoryThatDoesNotFit() {
        refused("history must hold at least the look-back of 24 rows, got 23", () -> model.predict(series.rows(0, 23)));
        refused("history must have the step of the training data, 1 h, got 1",
                () -> model.predict(series.withTime(TimeAxis.index(0, 1, LENGTH))));
        refused("name must be one of [a, b], got c", () -> model.predict(series.select(List.of("a", "b"))));
        SeriesSet empty = Signals.change(series, (t, s, value) -> t >= LENGTH - 8 ? Double.NaN : value);
        refused("the last 24 rows of history must miss at most 30 % of their values, got 33.3 %", () -> model.predict(empty));
    }

    @Test
    void acceptsTheSeriesInAnotherOrder() {
        assertArrayEquals(forecast(model, series), forecast(model, series.select(List.of("c", "a", "b"))));
    }

    @Test
    void refusesWindowsOfOtherLengthsOrSeries() {
        refused("windows must be of 24 → 8 rows as the model, got 24 → 9", () -> model.rolling(Windows.over(split.test(), 24, 9, 1)));
        SeriesSet two = series.select(List.of("a", "b"));
        refused("windows must have the series [a, b, c], got [a, b]",
                () -> model.rolling(Windows.over(Split.ratios(two, 0.6, 0.2).test(), 24, 8, 1)));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void eightThreadsGetTheBitsOfOne() throws Exception {
        List<double[]> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            expected.add(forecast(model, series.rows(i, 100 + 5 * i)));
        }
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<double[]>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                SeriesSet history = series.rows(i % 40, 100 + 5 * (i % 40));
                answers.add(pool.submit(() -> forecast(model, history)));
            }
            for (int i = 0; i < 400; i++) {
                assertArrayEquals(expected.get(i % 40), answers.get(i).get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void beatsTheTrainingMeanOnASignalItCanLearn() {
        Backtest backtest = Backtest.of(split, 24, 8, 1, 12);
        double ours = backtest.score(model).errors().overall(Unit.STANDARDISED).mse();
        double constant = meanErrors(backtest).overall(Unit.STANDARDISED).mse();
        assertTrue(ours < 0.6 * constant, "mse must be below 0.6 of the mean's, got " + ours + " and " + constant);
    }

    private ForecastErrors meanErrors(Backtest backtest) {
        Standardiser standardiser = Standardiser.fit(split.train());
        ForecastErrors errors = new ForecastErrors(8, backtest.score(model).errors().series());
        Windows windows = backtest.windows();
        double[] actual = new double[24];
        double[] mean = new double[24];
        Arrays.setAll(mean, i -> standardiser.mean(i % 3));
        for (int i = 0; i < windows.count(); i++) {
            windows.copyTargets(i, windows.series().toArray(), actual, 0);
            errors.add(mean, actual, 1);
        }
        return errors;
    }

    @Test
    void aSeriesOfItsOwnCanBeFitted() throws IOException {
        SeriesSet one = series.select(List.of("b"));
        try (Forecaster single = fit(Split.ratios(one, 0.6, 0.2))) {
            assertEquals(List.of(Variable.of("b")), single.predict(one).mean().variables());
            assertEquals(8, single.predict(one).mean().length());
        }
    }

    @Test
    void aConstantSeriesIsForecastNearItself() throws IOException {
        SeriesSet flat = Signals.change(series, (t, s, value) -> s == 0 ? 5 : value);
        try (Forecaster fitted = fit(Split.ratios(flat, 0.6, 0.2))) {
            SeriesSet mean = fitted.predict(flat).mean();
            for (double value : mean.column(0)) {
                assertEquals(5, value, 0.5);
            }
            assertNotEquals(5, mean.value(0, 1));
        }
    }

    @Test
    void aClosedForecasterSaysSo() throws IOException {
        Forecaster closed = fit(split);
        closed.close();
        closed.close();
        String message = assertThrows(IllegalStateException.class, () -> closed.predict(series)).getMessage();
        assertEquals("forecaster must be open, got one that was closed", message);
    }
}
