package dev.trivium.imputation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.Points;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What every imputer must do. A method's test extends this. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ImputerContract {

    /** A value of a cell. */
    protected interface Value {
        /** {@return the value at row t of series s; NaN for none} */
        double at(int t, int s);
    }

    private static final int ROWS = 300;
    private static final int WIDTH = 5;

    private final SeriesSet truth = holed(sharedFactor(ROWS, WIDTH), 7);
    private final HiddenMask mask = new Points(0.1).draw(truth, 1);
    private final SeriesSet gaps = mask.hide(truth);
    private Imputer model;

    /** {@return the method under test, small} */
    protected abstract ImputerSpec spec();

    /** {@return a short run} */
    protected Training training() {
        return Training.seed(7).withDevice("cpu");
    }

    /** {@return series named s0, s1 and so on, with a step of 1} */
    protected static SeriesSet series(int rows, int width, Value value) {
        List<Variable> variables = new ArrayList<>();
        for (int s = 0; s < width; s++) {
            variables.add(new Variable("s" + s, Optional.of("dB")));
        }
        double[] values = new double[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i / width, i % width);
        }
        return SeriesSet.of(TimeAxis.index(0, 1, rows), variables, values);
    }

    /** {@return series that follow one random walk, each with noise, level and spread of its own} */
    protected static SeriesSet sharedFactor(int rows, int width) {
        Random random = new Random(3);
        double[] walk = new double[rows];
        for (int t = 1; t < rows; t++) {
            walk[t] = 0.9 * walk[t - 1] + random.nextGaussian();
        }
        return series(rows, width, (t, s) -> 10 * s - 20 + (s + 1) * (walk[t] + 0.2 * random.nextGaussian()));
    }

    /** {@return the same with points, blocks and one outage missing} */
    protected static SeriesSet holed(SeriesSet truth, long seed) {
        Random random = new Random(seed);
        int outage = truth.length() - 30;
        return series(truth.length(), truth.width(), (t, s) ->
                random.nextInt(8) == 0 || (t / 6 + s) % 9 == 0 || s == 1 && t >= outage ? Double.NaN : truth.value(t, s));
    }

    /** {@return the method fitted on the first 60 % of rows, calibrated on the next 20 %} */
    protected Imputer fit(SeriesSet series) throws IOException {
        Split split = Split.ratios(series, 0.6, 0.2);
        return spec().fit(split.train(), split.validation(), training());
    }

    @BeforeAll
    void fitOnce() throws IOException {
        model = fit(gaps);
    }

    @AfterAll
    void close() {
        model.close();
    }

    private static void assertSame(FilledSeries expected, FilledSeries actual) {
        assertArrayEquals(expected.values().toArray(), actual.values().toArray());
        assertArrayEquals(expected.lower().toArray(), actual.lower().toArray());
        assertArrayEquals(expected.upper().toArray(), actual.upper().toArray());
    }

    private static void assertFilled(SeriesSet gaps, int from, FilledSeries filled) {
        for (int t = 0; t < filled.values().length(); t++) {
            for (int s = 0; s < gaps.width(); s++) {
                double value = filled.values().value(t, s);
                assertEquals(!gaps.observed(from + t, s), filled.filled(t, s));
                if (gaps.observed(from + t, s)) {
                    assertEquals(Double.doubleToRawLongBits(gaps.value(from + t, s)), Double.doubleToRawLongBits(value));
                } else {
                    assertTrue(Double.isFinite(value), "row " + t + " of " + s);
                    assertTrue(filled.lower().value(t, s) <= value && value <= filled.upper().value(t, s));
                }
            }
        }
    }

    @Test
    void saysWhatItIsAndWhatItWasFittedOn() {
        assertEquals(spec(), model.spec());
        assertEquals(gaps.variables(), model.variables());
        assertEquals(7L, ((Number) model.provenance().get("seed")).longValue());
        assertFalse(spec().name().isEmpty());
    }

    @Test
    void observedCellsStayBitForBitAndOthersAreFilledWithinTheirIntervals() {
        FilledSeries filled = model.fill(gaps);
        assertFilled(gaps, 0, filled);
        assertEquals(gaps.time(), filled.values().time());
        assertEquals(gaps.variables(), filled.values().variables());
        assertEquals(gaps.missing(), filled.filledCells());
    }

    @Test
    void someRowsAreFilledAloneAndTheSameAtEveryCall() {
        FilledSeries part = model.fill(gaps, 240, 290);
        assertFilled(gaps, 240, part);
        assertSame(part, model.fill(gaps, 240, 290));
        assertEquals(gaps.time().slice(240, 290), part.values().time());
    }

    @Test
    void aHiddenValueChangesNothing() throws IOException {
        FilledSeries expected = model.fill(gaps);
        for (double poison : new double[] {1e9, -1e9}) {
            SeriesSet poisoned = series(ROWS, WIDTH, (t, s) -> mask.hidden(t, s) ? poison : truth.value(t, s));
            GapBacktest backtest = GapBacktest.of(poisoned, mask, series -> Split.ratios(series, 0.6, 0.2));
            try (Imputer other = spec().fit(backtest.split().train(), backtest.split().validation(), training())) {
                assertSame(expected, other.fill(backtest.hidden()));
            }
        }
    }

    /** The test above means nothing where this fails: here the values are not hidden from the fit, and it shows. */
    @Test
    void aValueThatIsNotHiddenMovesTheAnswer() throws IOException {
        SeriesSet poisoned = series(ROWS, WIDTH, (t, s) -> mask.hidden(t, s) ? 1e9 : truth.value(t, s));
        FilledSeries expected = model.fill(gaps);
        try (Imputer other = fit(poisoned)) {
            FilledSeries moved = other.fill(gaps);
            assertFalse(Arrays.equals(expected.upper().toArray(), moved.upper().toArray()));
        }
    }

    @Test
    void testRowsTeachNothing() throws IOException {
        int test = ROWS * 8 / 10;
        SeriesSet poisoned = series(ROWS, WIDTH, (t, s) -> t < test ? gaps.value(t, s) : 1e9);
        try (Imputer other = fit(poisoned)) {
            assertSame(model.fill(gaps), other.fill(gaps));
        }
    }

    @Test
    void anotherLevelGivesOtherIntervalsAroundTheSameValues() {
        FilledSeries usual = model.fill(gaps);
        FilledSeries wide = model.withLevel(0.95).fill(gaps);
        assertEquals(0.95, wide.level());
        assertArrayEquals(usual.values().toArray(), wide.values().toArray());
        for (int t = 0; t < ROWS; t++) {
            for (int s = 0; s < WIDTH; s++) {
                assertTrue(wide.lower().value(t, s) <= usual.lower().value(t, s) && usual.upper().value(t, s) <= wide.upper().value(t, s));
            }
        }
        assertEquals("level must be one of [0.5, 0.8, 0.9, 0.95], got 0.7",
                assertThrows(IllegalArgumentException.class, () -> model.withLevel(0.7)).getMessage());
    }

    @Test
    void rowsSetApartForCalibrationMoveTheIntervalsAndNothingElse(@TempDir Path folder) throws IOException {
        int from = ROWS * 7 / 10;
        int to = ROWS * 8 / 10;
        SeriesSet poisoned = series(ROWS, WIDTH, (t, s) -> from <= t && t < to && gaps.observed(t, s) ? 30 * gaps.value(t, s) : gaps.value(t, s));
        Split split = Split.ratios(gaps, 0.6, 0.2).withCalibration(0.5);
        try (Imputer clean = spec().fit(split, training());
                Imputer other = spec().fit(Split.ratios(poisoned, 0.6, 0.2).withCalibration(0.5), training())) {
            FilledSeries expected = clean.fill(gaps);
            FilledSeries moved = other.fill(gaps);
            assertArrayEquals(expected.values().toArray(), moved.values().toArray());
            assertFalse(Arrays.equals(expected.upper().toArray(), moved.upper().toArray()));
            Map<?, ?> calibrated = (Map<?, ?>) clean.provenance().get("calibrated");
            assertEquals(split.calibration().orElseThrow().series().sha256(), calibrated.get("sha256"));
            Path file = folder.resolve("model.trivium");
            clean.save(file);
            try (Imputer restored = Imputer.load(file, "cpu")) {
                assertSame(expected, restored.fill(gaps));
            }
        }
    }

    @Test
    void fittingTwiceWithOneSeedGivesTheSame() throws IOException {
        try (Imputer again = fit(gaps)) {
            assertSame(model.fill(gaps), again.fill(gaps));
        }
    }

    @Test
    void aRestoredImputerFillsBitForBitTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.trivium");
        model.save(file);
        try (Imputer restored = Imputer.load(file, "cpu")) {
            assertEquals(model.spec(), restored.spec());
            assertEquals(model.variables(), restored.variables());
            assertEquals(model.note(), restored.note());
            assertSame(model.fill(gaps), restored.fill(gaps));
            Path again = folder.resolve("again.trivium");
            restored.save(again);
            assertEquals(-1, Files.mismatch(file, again));
        }
    }

    @Test
    void threadsMayShareIt() throws Exception {
        FilledSeries expected = model.fill(gaps);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<FilledSeries>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(pool.submit(() -> model.fill(gaps)));
            }
            for (Future<FilledSeries> answer : answers) {
                assertSame(expected, answer.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void otherSeriesAndAnotherStepAreRefusedByName() {
        assertRefused("s5", sharedFactor(60, WIDTH + 1)); // a node never seen
        assertRefused("s4", sharedFactor(60, WIDTH - 1)); // one that is wanting
        SeriesSet other = gaps.withTime(TimeAxis.index(0, 2, ROWS));
        assertRefused("step", other);
        assertThrows(IllegalArgumentException.class, () -> model.fill(gaps, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> model.fill(gaps, 0, ROWS + 1));
    }

    private void assertRefused(String name, SeriesSet series) {
        String message = assertThrows(IllegalArgumentException.class, () -> model.fill(series)).getMessage();
        assertTrue(message.contains(name), message);
    }

    @Test
    void oneRowAndNothingVisibleAtAllAreFilled() {
        SeriesSet row = gaps.rows(20, 21);
        assertFilled(row, 0, model.fill(row));
        SeriesSet nothing = series(40, WIDTH, (t, s) -> Double.NaN);
        assertFilled(nothing, 0, model.fill(nothing));
        SeriesSet one = series(1, WIDTH, (t, s) -> Double.NaN);
        assertFilled(one, 0, model.fill(one));
    }

    @Test
    void constantSeriesAndOneSeriesAreAnswered() throws IOException {
        SeriesSet constant = holed(series(200, 3, (t, s) -> s == 2 ? Math.sin(t) : 4 * s), 1);
        try (Imputer fitted = fit(constant)) {
            assertFilled(constant, 0, fitted.fill(constant));
        }
        SeriesSet alone = holed(sharedFactor(200, 1), 1);
        try (Imputer fitted = fit(alone)) {
            assertFilled(alone, 0, fitted.fill(alone));
        }
    }

    @Test
    void aSeriesWithoutATrainingValueIsAnsweredOrRefusedByName() throws IOException {
        SeriesSet empty = series(200, 3, (t, s) -> s == 1 && t < 120 ? Double.NaN : Math.sin(t + s));
        try (Imputer fitted = fit(empty)) {
            assertFilled(empty, 0, fitted.fill(empty));
        } catch (IllegalArgumentException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("s1"), e.getMessage());
        }
    }

    @Test
    void validationRowsOfAnotherStepAreRefused() {
        SeriesSet slow = SeriesSet.of(TimeAxis.index(0, 2, truth.length()), truth.variables(), truth.toArray());
        String message = assertThrows(IllegalArgumentException.class, () -> spec().fit(Split.ratios(truth, 0.6, 0.2).train(),
                Split.ratios(slow, 0.6, 0.2).validation(), training())).getMessage();
        assertTrue(message.startsWith("validation must have the series and step of train, "), message);
    }

    @Test
    void aClosedImputerSaysSo() throws IOException {
        SeriesSet some = holed(sharedFactor(200, 2), 1);
        Imputer closed = fit(some);
        closed.close();
        closed.close();
        String message = assertThrows(IllegalStateException.class, () -> closed.fill(some)).getMessage();
        assertEquals("imputer must be open, got one that was closed", message);
    }
}
