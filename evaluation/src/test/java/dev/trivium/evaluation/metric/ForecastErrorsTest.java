package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastErrorsTest {

    private static final int WINDOWS = 7;
    private static final int HORIZON = 5;
    private static final int SERIES = 3;
    private static final double[] DEVIATIONS = {2, 0.5, 10};
    private static final double[] NAIVE = {1.5, 0, 4};
    private final double[] predicted = numbers(1);
    private final double[] actual = withGaps(numbers(2));

    @Test
    void handComputedScoresOfTwoWindows() {
        ForecastErrors errors = new ForecastErrors(2, List.of(new ScoredSeries("a", "m", 2, 4)));
        errors.add(new double[] {1, 2, 3, 4}, new double[] {2, 4, Double.NaN, 1}, 2); // errors -1 -2 . 3
        assertEquals(new Scores(14.0 / 3, 2, Math.sqrt(14.0 / 3), 0.5, 3), errors.overall(Unit.NATURAL));
        assertEquals(new Scores(14.0 / 12, 1, Math.sqrt(14.0 / 12), 0.5, 3), errors.overall(Unit.STANDARDISED));
        assertEquals(new Scores(1, 1, 1, 0.25, 1), errors.step(0, Unit.NATURAL));
        assertEquals(new Scores(6.5, 2.5, Math.sqrt(6.5), 0.625, 2), errors.step(1, Unit.NATURAL));
        assertEquals(new Scores(2.5, 1.5, Math.sqrt(2.5), 0.375, 2), errors.firstWindows(1, Unit.NATURAL));
        assertEquals(1, errors.missing());
        assertEquals(3, errors.observed());
    }

    @Test
    void agreesWithPlainLoopsInBothUnits() {
        ForecastErrors errors = scored(predicted, WINDOWS);
        for (Unit unit : Unit.values()) {
            assertScores(loops(unit, 0, WINDOWS, -1, -1), errors.overall(unit));
            assertScores(loops(unit, 0, 4, -1, -1), errors.firstWindows(4, unit));
            for (int h = 0; h < HORIZON; h++) {
                assertScores(loops(unit, 0, WINDOWS, h, -1), errors.step(h, unit));
                assertEquals(errors.step(h, unit), errors.steps(unit).get(h));
            }
            for (int s = 0; s < SERIES; s++) {
                assertScores(loops(unit, 0, WINDOWS, -1, s), errors.series(s, unit));
            }
        }
    }

    @Test
    void anySplitIntoBatchesGivesTheSameScores() {
        ForecastErrors whole = scored(predicted, WINDOWS);
        for (int batch = 1; batch < WINDOWS; batch++) {
            ForecastErrors parts = scored(predicted, batch);
            assertEquals(whole.overall(Unit.STANDARDISED), parts.overall(Unit.STANDARDISED));
            assertEquals(whole.steps(Unit.NATURAL), parts.steps(Unit.NATURAL));
            assertEquals(WINDOWS, parts.windows());
        }
    }

    /**
     * Season 2. Series a trains on 1 5 2 7: changes 1 and 2, scale 1.5; series b on 10 20 30 50: 20 and 30, scale 25; series c on 3 4 3 4: scale 0.
     * Errors of a: 3 and 0, so 2 and 0 scaled; of b: 50 and one missing, so 2. MASE = (2 + 0 + 2) / 3; c is left out.
     */
    @Test
    void handComputedMaseWithASeasonAMissingTargetAndASeriesWithoutScale() {
        double[][] training = {{1, 5, 2, 7}, {10, 20, 30, 50}, {3, 4, 3, 4}};
        List<ScoredSeries> series = IntStream.range(0, 3)
                .mapToObj(s -> new ScoredSeries("abc".substring(s, s + 1), "", 1, ScoredSeries.naiveError(training[s], 2))).toList();
        assertEquals(List.of(1.5, 25.0, 0.0), series.stream().map(ScoredSeries::naiveError).toList());
        ForecastErrors errors = new ForecastErrors(2, series);
        errors.add(new double[] {0, 0, 0, 1, 0, 9}, new double[] {3, -50, 1, 1, Double.NaN, 2}, 1);
        assertEquals(4.0 / 3, errors.overall(Unit.NATURAL).mase(), 1e-15);
        assertEquals(List.of("c"), errors.withoutMase());
        assertEquals(1, errors.missing());
    }

    @Test
    void leavesSeriesWithoutNaiveErrorOutOfMaseAndNamesThem() {
        ForecastErrors errors = scored(predicted, WINDOWS);
        assertEquals(List.of("s1"), errors.withoutMase());
        assertTrue(Double.isNaN(errors.series(1, Unit.NATURAL).mase()));
        assertEquals(errors.overall(Unit.NATURAL).mase(), errors.overall(Unit.STANDARDISED).mase());
    }

    @Test
    void rejectsANonFiniteForecastNamingItsPlaceAndAddsNothing() {
        ForecastErrors errors = scored(predicted, WINDOWS);
        Scores before = errors.overall(Unit.NATURAL);
        double[] bad = predicted.clone();
        bad[(2 * HORIZON + 3) * SERIES + 1] = Double.NaN; // window 2, step 4, series s1
        var e = assertThrows(IllegalArgumentException.class, () -> errors.add(bad, actual, WINDOWS));
        assertEquals("predicted must be finite, got NaN in window 9, step 4 of 5, series s1"
                + " (windows count from 0, steps from 1)", e.getMessage());
        assertEquals(before, errors.overall(Unit.NATURAL));
        assertEquals(WINDOWS, errors.windows());
    }

    @Test
    void rejectsANonFiniteForecastEvenWhereTheOutcomeIsMissing() {
        ForecastErrors errors = new ForecastErrors(1, List.of(ScoredSeries.named("a")));
        assertThrows(IllegalArgumentException.class,
                () -> errors.add(new double[] {Double.POSITIVE_INFINITY}, new double[] {Double.NaN}, 1));
    }

    @Test
    void rejectsAnInfiniteOutcomeAndWrongShapes() {
        ForecastErrors errors = new ForecastErrors(2, List.of(ScoredSeries.named("a")));
        var infinite = assertThrows(IllegalArgumentException.class,
                () -> errors.add(new double[2], new double[] {0, Double.NEGATIVE_INFINITY}, 1));
        assertEquals("actual must be finite or NaN (missing), got -Infinity in window 0, step 2 of 2, series a"
                + " (windows count from 0, steps from 1)", infinite.getMessage());
        var shape = assertThrows(IllegalArgumentException.class, () -> errors.add(new double[3], new double[2], 1));
        assertEquals("predicted must have shape (count=1, step=2, series=1), got 3 values", shape.getMessage());
        var steps = assertThrows(IllegalArgumentException.class, () -> new ForecastErrors(0, List.of(ScoredSeries.named("a"))));
        assertEquals("horizon must be at least 1, got 0", steps.getMessage());
        var names = assertThrows(IllegalArgumentException.class,
                () -> new ForecastErrors(1, List.of(ScoredSeries.named("a"), ScoredSeries.named("a"))));
        assertEquals("series must have different names, got [a, a]", names.getMessage());
        var first = assertThrows(IllegalArgumentException.class, () -> errors.firstWindows(1, Unit.NATURAL));
        assertEquals("count must be in [0, 0], got 1", first.getMessage());
    }

    @Test
    void doesNotModifyItsInputs() {
        double[] forecast = predicted.clone();
        double[] outcome = actual.clone();
        new ForecastErrors(HORIZON, series()).add(forecast, outcome, WINDOWS);
        assertTrue(Arrays.equals(predicted, forecast) && Arrays.equals(actual, outcome));
    }

    @Test
    void meanOfRunsHasTheMeanOfTheirErrors() {
        ForecastErrors one = scored(predicted, 3); // batches of 3: another capacity than whole
        ForecastErrors two = scored(numbers(3), WINDOWS);
        ForecastErrors mean = ForecastErrors.mean(List.of(one, two));
        Scores a = one.overall(Unit.STANDARDISED);
        Scores b = two.overall(Unit.STANDARDISED);
        Scores m = mean.overall(Unit.STANDARDISED);
        assertEquals((a.mse() + b.mse()) / 2, m.mse(), 1e-12);
        assertEquals((a.mae() + b.mae()) / 2, m.mae(), 1e-12);
        assertEquals((a.mase() + b.mase()) / 2, m.mase(), 1e-12);
        assertEquals((one.step(2, Unit.NATURAL).mse() + two.step(2, Unit.NATURAL).mse()) / 2,
                mean.step(2, Unit.NATURAL).mse(), 1e-12);
        assertEquals(a.cells(), m.cells());
        assertEquals(one.missing(), mean.missing());
    }

    @Test
    void refusesToPutErrorsOnDifferentCellsTogether() {
        ForecastErrors one = scored(predicted, WINDOWS);
        ForecastErrors other = new ForecastErrors(HORIZON, series());
        double[] moreGaps = actual.clone();
        moreGaps[HORIZON * SERIES + 5] = Double.NaN;
        other.add(predicted, moreGaps, WINDOWS);
        var e = assertThrows(IllegalArgumentException.class, () -> ForecastErrors.mean(List.of(one, other)));
        assertEquals("methods must be scored on the same target cells, got 4 and 3 observed in window 1, series s2",
                e.getMessage());
    }

    @Test
    void keepsSumsOnlySoThatAMillionCellsPerSeriesFitIntoLittleMemory() {
        ForecastErrors errors = new ForecastErrors(96, List.of(ScoredSeries.named("a")));
        double[] zeros = new double[96 * 1000];
        for (int batch = 0; batch < 100; batch++) { // 9.6 million cells
            errors.add(zeros, zeros, 1000);
        }
        assertEquals(9_600_000, errors.observed());
        assertEquals(100_000, errors.windows());
        assertEquals(0, errors.overall(Unit.NATURAL).mse());
    }

    private ForecastErrors scored(double[] forecast, int batch) {
        ForecastErrors errors = new ForecastErrors(HORIZON, series());
        int cells = HORIZON * SERIES;
        for (int from = 0; from < WINDOWS; from += batch) {
            int to = Math.min(WINDOWS, from + batch);
            errors.add(Arrays.copyOfRange(forecast, from * cells, to * cells),
                    Arrays.copyOfRange(actual, from * cells, to * cells), to - from);
        }
        return errors;
    }

    /** The definitions, cell by cell; -1 means every step or series. */
    private Scores loops(Unit unit, int fromWindow, int toWindow, int step, int only) {
        double squared = 0;
        double absolute = 0;
        double scaled = 0;
        long cells = 0;
        long scaledCells = 0;
        for (int w = fromWindow; w < toWindow; w++) {
            for (int h = 0; h < HORIZON; h++) {
                for (int s = 0; s < SERIES; s++) {
                    double e = predicted[(w * HORIZON + h) * SERIES + s] - actual[(w * HORIZON + h) * SERIES + s];
                    if (Double.isNaN(e) || (step >= 0 && step != h) || (only >= 0 && only != s)) {
                        continue;
                    }
                    double z = unit == Unit.STANDARDISED ? e / DEVIATIONS[s] : e;
                    squared += z * z;
                    absolute += Math.abs(z);
                    cells++;
                    if (NAIVE[s] > 0) {
                        scaled += Math.abs(e) / NAIVE[s];
                        scaledCells++;
                    }
                }
            }
        }
        return new Scores(squared / cells, absolute / cells, Math.sqrt(squared / cells), scaled / scaledCells, cells);
    }

    private static void assertScores(Scores expected, Scores got) {
        assertEquals(expected.cells(), got.cells());
        for (Metric metric : Metric.values()) {
            assertEquals(metric.of(expected), metric.of(got), 1e-12, metric.name());
        }
    }

    private static List<ScoredSeries> series() {
        return List.of(new ScoredSeries("s0", "m", DEVIATIONS[0], NAIVE[0]),
                new ScoredSeries("s1", "°C", DEVIATIONS[1], NAIVE[1]), new ScoredSeries("s2", "", DEVIATIONS[2], NAIVE[2]));
    }

    private static double[] numbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[WINDOWS * HORIZON * SERIES];
        Arrays.setAll(values, i -> random.nextDouble(-3, 3));
        return values;
    }

    private static double[] withGaps(double[] values) {
        for (int i : new int[] {0, 17, 18, 61, 104}) {
            values[i] = Double.NaN;
        }
        return values;
    }
}
