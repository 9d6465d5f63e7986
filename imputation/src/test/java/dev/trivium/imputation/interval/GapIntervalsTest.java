package dev.trivium.imputation.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.ValidationView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GapIntervalsTest {

    private interface Value {
        double at(int t, int s);
    }

    private static SeriesSet series(int rows, int width, Value value) {
        List<Variable> variables = new ArrayList<>();
        for (int s = 0; s < width; s++) {
            variables.add(new Variable("s" + s, Optional.empty()));
        }
        double[] values = new double[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i / width, i % width);
        }
        return SeriesSet.of(TimeAxis.index(0, 1, rows), variables, values);
    }

    private static SeriesSet noise(int rows, int width, long seed) {
        Random random = new Random(seed);
        return series(rows, width, (t, s) -> (s + 1) * random.nextGaussian());
    }

    private static SeriesSet walk(int rows, int width) {
        Random random = new Random(5);
        double[] at = new double[width];
        return series(rows, width, (t, s) -> at[s] += random.nextGaussian());
    }

    private static ValidationView middle(SeriesSet series, int from, int to) {
        return Split.at(series, from, to, series.length()).validation();
    }

    private static double[] zeros(SeriesSet series, int from, int to) {
        return new double[(to - from) * series.width()];
    }

    private static double[] lastSeen(SeriesSet series, int from, int to) {
        double[] last = new double[series.width()];
        double[] estimates = new double[(to - from) * series.width()];
        for (int t = 0; t < to; t++) {
            for (int s = 0; s < last.length; s++) {
                last[s] = series.observed(t, s) ? series.value(t, s) : last[s];
                if (t >= from) {
                    estimates[(t - from) * last.length + s] = last[s];
                }
            }
        }
        return estimates;
    }

    private static double[] ones(int width) {
        double[] scale = new double[width];
        Arrays.fill(scale, 1);
        return scale;
    }

    private static double coverage(GapIntervals intervals, SeriesSet truth, int from) {
        Random random = new Random(9);
        SeriesSet gaps = series(truth.length(), truth.width(), (t, s) -> t >= from && random.nextInt(4) == 0 ? Double.NaN : truth.value(t, s));
        int to = truth.length();
        FilledSeries filled = intervals.apply(gaps, zeros(gaps, from, to), from, to);
        long inside = 0;
        for (int t = from; t < to; t++) {
            for (int s = 0; s < truth.width(); s++) {
                double value = truth.value(t, s);
                inside += filled.filled(t - from, s) && filled.lower().value(t - from, s) <= value
                        && value <= filled.upper().value(t - from, s) ? 1 : 0;
            }
        }
        return (double) inside / filled.filledCells();
    }

    @Test
    void coversAsOftenAsItSaysWhereValidationIsLikeLaterRows() {
        SeriesSet truth = noise(4000, 5, 1);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 100, 1500), ones(5), 3, 0.9);
        for (double level : intervals.levels()) {
            double coverage = coverage(intervals.withLevel(level), truth, 1500);
            double deviation = Math.sqrt(level * (1 - level) * (1.0 / 1500 + 1.0 / 3000)); // cells of the smallest group that matters, and later ones
            assertEquals(level, coverage, 3 * deviation, "at " + level);
        }
    }

    @Test
    void coversEachSeriesThoughItsErrorsAreLarger() {
        SeriesSet truth = noise(3000, 5, 2);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 100, 1500), ones(5), 3, 0.8);
        double narrow = intervals.upper(0, 1, 0) - intervals.lower(0, 1, 0);
        double wide = intervals.upper(4, 1, 0) - intervals.lower(4, 1, 0);
        assertEquals(5, wide / narrow, 0.8);
    }

    @Test
    void isWiderForLongerGaps() {
        SeriesSet truth = walk(1500, 6);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::lastSeen, middle(truth, 200, 1200), ones(6), 1, 0.8);
        double before = 0;
        for (int steps : new int[] {1, 2, 4, 8, 16, 100}) {
            double width = intervals.upper(0, steps, 0) - intervals.lower(0, steps, 0);
            assertTrue(width > before, "at " + steps + " steps: " + width + " after " + before);
            before = width;
        }
    }

    /** The nearest visible value before and after, joined by a line; at a loose end the nearest one. */
    private static double[] line(SeriesSet series, int from, int to) {
        double[] estimates = new double[(to - from) * series.width()];
        for (int s = 0; s < series.width(); s++) {
            for (int t = from; t < to; t++) {
                int before = t;
                int after = t;
                while (before >= 0 && !series.observed(before, s)) {
                    before--;
                }
                while (after < series.length() && !series.observed(after, s)) {
                    after++;
                }
                double left = before < 0 ? Double.NaN : series.value(before, s);
                double right = after == series.length() ? left : series.value(after, s);
                left = before < 0 ? right : left;
                double share = before < 0 || after == series.length() || before == after ? 0 : (double) (t - before) / (after - before);
                estimates[(t - from) * series.width() + s] = Double.isNaN(left) ? 0 : left + share * (right - left);
            }
        }
        return estimates;
    }

    @Test
    void theNewestRowOfAStreamIsCoveredThoughNothingComesAfterIt() {
        SeriesSet truth = walk(4000, 6);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::line, middle(truth, 200, 2000), ones(6), 1, 0.8);
        assertTrue(intervals.upper(0, -4, 0) > 1.15 * intervals.upper(0, 4, 0), "a loose end is less sure than a gap");
        int inside = 0;
        int cells = 0;
        for (int row = 2010; row < 4000; row += 7) {
            int newest = row;
            SeriesSet seen = series(row + 1, 6, (t, s) -> t > newest - 5 ? Double.NaN : truth.value(t, s));
            FilledSeries filled = intervals.apply(seen, line(seen, row, row + 1), row, row + 1);
            for (int s = 0; s < 6; s++) {
                inside += filled.lower().value(0, s) <= truth.value(row, s) && truth.value(row, s) <= filled.upper().value(0, s) ? 1 : 0;
                cells++;
            }
        }
        assertEquals(0.8, (double) inside / cells, 0.1);
    }

    @Test
    void errorsOfOneSignGiveAnIntervalOnOneSide() {
        SeriesSet truth = series(600, 3, (t, s) -> 2 + (t * 7 + s) % 5);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 100, 500), ones(3), 1, 0.8);
        assertEquals(0, intervals.lower(1, 1, 0));
        assertTrue(intervals.upper(1, 1, 0) >= 5);
    }

    @Test
    void observedCellsComeBackBitForBit() {
        double[] odd = {-0.0, Double.MIN_VALUE, 1e308, Math.nextUp(1.0)};
        SeriesSet truth = series(400, 4, (t, s) -> t % 5 == 0 ? Double.NaN : odd[(t + s) % 4]);
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(noise(400, 4, 1), 100, 300), ones(4), 1, 0.8);
        FilledSeries filled = intervals.apply(truth, zeros(truth, 50, 400), 50, 400);
        for (int t = 50; t < 400; t++) {
            for (int s = 0; s < 4; s++) {
                assertEquals(t % 5 == 0, filled.filled(t - 50, s));
                if (t % 5 != 0) {
                    long bits = Double.doubleToRawLongBits(truth.value(t, s));
                    assertEquals(bits, Double.doubleToRawLongBits(filled.values().value(t - 50, s)));
                    assertEquals(bits, Double.doubleToRawLongBits(filled.lower().value(t - 50, s)));
                    assertEquals(bits, Double.doubleToRawLongBits(filled.upper().value(t - 50, s)));
                }
            }
        }
    }

    @Test
    void hidesCellsOfValidationRowsOnlyFromTheErrors() {
        SeriesSet truth = noise(600, 3, 4);
        SeriesSet poisoned = series(600, 3, (t, s) -> t < 100 ? 1e9 : truth.value(t, s));
        GapIntervals clean = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 100, 500), ones(3), 1, 0.8);
        GapIntervals other = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(poisoned, 100, 500), ones(3), 1, 0.8);
        assertEquals(clean.describe(), other.describe());
    }

    @Test
    void calibrationRowsAloneSayHowFar() {
        SeriesSet truth = noise(800, 3, 4);
        Optional<CalibrationView> rows = Split.at(truth, 100, 500, 800).withCalibration(0.5).calibration();
        ValidationView judged = Split.at(truth, 100, 500, 800).withCalibration(0.5).validation();
        GapIntervals clean = GapIntervals.calibrate(GapIntervalsTest::zeros, judged, rows, ones(3), 1, 0.8);
        for (int[] poison : new int[][] {{0, 300}, {500, 800}}) { // training and validation rows; test rows
            SeriesSet poisoned = series(800, 3, (t, s) -> poison[0] <= t && t < poison[1] ? 1e9 : truth.value(t, s));
            Split other = Split.at(poisoned, 100, 500, 800).withCalibration(0.5);
            assertEquals(clean.describe(), GapIntervals.calibrate(GapIntervalsTest::zeros, other.validation(), other.calibration(), ones(3), 1, 0.8)
                    .describe());
        }
        SeriesSet poisoned = series(800, 3, (t, s) -> 300 <= t && t < 500 ? 1e9 : truth.value(t, s));
        Split other = Split.at(poisoned, 100, 500, 800).withCalibration(0.5);
        assertTrue(GapIntervals.calibrate(GapIntervalsTest::zeros, other.validation(), other.calibration(), ones(3), 1, 0.8).upper(0, 2, 0) > 1e8);
        assertFalse(clean.describe().equals(GapIntervals.calibrate(GapIntervalsTest::zeros, judged, ones(3), 1, 0.8).describe()));
    }

    @Test
    void levelsThatRestOnTooFewCellsAreNamed() {
        GapIntervals few = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(noise(40, 1, 4), 5, 8), ones(1), 1, 0.8);
        assertTrue(few.notes().get(few.notes().size() - 1).matches("intervals of 95 % reach to the largest error seen, as they rest on \\d+ hidden"
                + " cells and 39 are needed"), few.notes().toString());
        assertEquals(List.of(), GapIntervals.calibrate(GapIntervalsTest::zeros, middle(noise(900, 3, 4), 100, 800), ones(3), 1, 0.8).notes());
    }

    @Test
    void theMethodNeverSeesWhatItIsScoredOn() {
        SeriesSet truth = walk(500, 4);
        BitSet scored = new BitSet();
        PointFill cheat = (series, from, to) -> {
            double[] estimates = zeros(series, from, to);
            for (int i = 0; i < estimates.length; i++) { // right wherever it can see
                if (series.observed(from + i / 4, i % 4)) {
                    estimates[i] = series.value(from + i / 4, i % 4);
                } else {
                    scored.set(i);
                    estimates[i] = truth.value(from + i / 4, i % 4) - 1;
                }
            }
            return estimates;
        };
        GapIntervals intervals = GapIntervals.calibrate(cheat, middle(truth, 100, 400), ones(4), 1, 0.5);
        assertEquals(1, intervals.upper(2, 3, 0), 1e-9);
        assertEquals(1200, scored.cardinality());
    }

    @Test
    void oneSeedOneResult() {
        SeriesSet truth = noise(500, 3, 4);
        ValidationView rows = middle(truth, 100, 400);
        Map<String, Object> once = GapIntervals.calibrate(GapIntervalsTest::zeros, rows, ones(3), 1, 0.8).describe();
        assertEquals(once, GapIntervals.calibrate(GapIntervalsTest::zeros, rows, ones(3), 1, 0.8).describe());
        assertFalse(once.equals(GapIntervals.calibrate(GapIntervalsTest::zeros, rows, ones(3), 2, 0.8).describe()));
    }

    @Test
    void smallGroupsBorrow() {
        SeriesSet truth = noise(40, 2, 4); // 60 cells in all
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 5, 35), ones(2), 1, 0.8);
        assertEquals(intervals.upper(0, 1, 0), intervals.upper(0, 100, 0));
        assertTrue(intervals.upper(0, 1, 0) > 0);
    }

    @Test
    void oneRowAndOneSeriesAreEnough() {
        SeriesSet truth = noise(3, 1, 4);
        for (long seed = 0; seed < 20; seed++) {
            try {
                GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 1, 2), ones(1), seed, 0.95);
                assertTrue(Double.isFinite(intervals.upper(0, 7, 0)));
            } catch (IllegalArgumentException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    @Test
    void aConstantSeriesGetsANarrowIntervalAndAScaleOfZeroNone() {
        SeriesSet truth = series(1000, 3, (t, s) -> s == 0 ? 0 : Math.sin(t * t + s));
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(truth, 100, 900), new double[] {1, 1, 0}, 1, 0.8);
        assertTrue(intervals.upper(0, 1, 0) < 0.2 * intervals.upper(1, 1, 0));
        assertEquals(3, intervals.upper(2, 1, 3));
        assertEquals(3, intervals.lower(2, 1, 3));
    }

    @Test
    void refusesWhatItCannotCalibrateOn() {
        SeriesSet empty = series(100, 2, (t, s) -> t < 50 ? t : Double.NaN);
        assertEquals("validation must hold visible values to calibrate intervals on, got none that could be hidden in rows 50 to 80",
                assertThrows(IllegalArgumentException.class, () -> GapIntervals.calibrate(GapIntervalsTest::zeros, middle(empty, 50, 80),
                        ones(2), 1, 0.8)).getMessage());
        ValidationView rows = middle(noise(100, 2, 1), 50, 80);
        assertThrows(IllegalArgumentException.class, () -> GapIntervals.calibrate(GapIntervalsTest::zeros, rows, ones(3), 1, 0.8));
        assertThrows(IllegalArgumentException.class, () -> GapIntervals.calibrate(GapIntervalsTest::zeros, rows, ones(2), 1, 1));
        assertThrows(IllegalArgumentException.class, () -> GapIntervals.calibrate((series, from, to) -> new double[] {Double.NaN}, rows,
                ones(2), 1, 0.8));
        for (double[] lastRow : new double[][] {{Double.NaN, Double.NaN}, {1}}) {
            var e = assertThrows(IllegalArgumentException.class, () -> GapIntervals.calibrate(
                    (series, from, to) -> to - from == 1 ? lastRow : zeros(series, from, to), rows, ones(2), 1, 0.8));
            assertTrue(e.getMessage().startsWith("estimates must be 2 finite numbers, one for each cell, got "), e.getMessage());
        }
    }

    @Test
    void whatWasDescribedIsReadBackBitForBit() {
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(noise(500, 3, 4), 100, 400), ones(3), 1, 0.7);
        GapIntervals read = GapIntervals.parse(intervals.describe());
        assertEquals(intervals.describe(), read.describe());
        assertEquals(List.of(0.5, 0.7, 0.8, 0.9, 0.95), read.levels());
        assertEquals(intervals.upper(1, 3, 0.3), read.upper(1, 3, 0.3));
    }

    @Test
    void refusesADescriptionThatIsNone() {
        GapIntervals intervals = GapIntervals.calibrate(GapIntervalsTest::zeros, middle(noise(500, 3, 4), 100, 400), ones(3), 1, 0.8);
        for (String name : intervals.describe().keySet()) {
            Map<String, Object> wrong = new LinkedHashMap<>(intervals.describe());
            wrong.put(name, "x");
            assertTrue(assertThrows(IllegalArgumentException.class, () -> GapIntervals.parse(wrong)).getMessage().contains(name), name);
            wrong.remove(name);
            assertThrows(IllegalArgumentException.class, () -> GapIntervals.parse(wrong));
        }
    }
}
