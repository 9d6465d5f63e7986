package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final int HORIZON = 24;
    private static final int WINDOWS = 800;

    @Test
    void blocksCoverTheTruthAboutAsOftenAsTheySayWhereSingleWindowsFail() {
        int runs = 200;
        int blocks = 0;
        int single = 0;
        for (int run = 0; run < runs; run++) {
            ForecastErrors errors = simulated(1000 + run, 1); // true MSE 1
            Bootstrap usual = Bootstrap.overWindows(WINDOWS, HORIZON, 1, run);
            Bootstrap plain = new Bootstrap(1000, 1, 0.95, run);
            blocks += usual.intervals(errors, Unit.NATURAL).mse().contains(1) ? 1 : 0;
            single += plain.intervals(errors, Unit.NATURAL).mse().contains(1) ? 1 : 0;
        }
        assertTrue(blocks >= 0.86 * runs && blocks <= 0.99 * runs, "covered by blocks: " + blocks + " of " + runs);
        assertTrue(single < 0.5 * runs, "covered by single windows: " + single + " of " + runs);
    }

    @Test
    void aDifferenceOfEqualMethodsIsRarelyCalledBetter() {
        int wrong = 0;
        for (int run = 0; run < 200; run++) {
            PairedDifference difference = usual(run).difference(
                    simulated(2 * run, 1), simulated(2 * run + 1, 1), Metric.MSE, Unit.NATURAL);
            wrong += difference.isBetter() ? 1 : 0;
        }
        assertTrue(wrong <= 14, "called better: " + wrong + " of 200, expected about 5"); // 2.5 %, with room for chance
    }

    @Test
    void pairingSeesASmallGainThatSeparateIntervalsHide() {
        ForecastErrors reference = simulated(5, 1);
        ForecastErrors method = simulated(5, 0.97); // every error 3 % smaller
        PairedDifference difference = usual(3).difference(method, reference, Metric.MSE, Unit.NATURAL);
        assertTrue(difference.isBetter(), difference.toString());
        assertEquals(1, difference.shareBetter());
        assertEquals((0.97 * 0.97 - 1) * reference.overall(Unit.NATURAL).mse(), difference.difference(), 1e-12);
        Interval own = usual(3).intervals(method, Unit.NATURAL).mse();
        assertTrue(own.contains(reference.overall(Unit.NATURAL).mse()), own.toString());
    }

    @Test
    void aMethodIsNeitherBetterNorWorseThanItself() {
        ForecastErrors errors = simulated(9, 1);
        PairedDifference difference = usual(1).difference(errors, errors, Metric.MAE, Unit.STANDARDISED);
        assertEquals(new PairedDifference(0, new Interval(0, 0), 0.5), difference);
        assertFalse(difference.isBetter());
    }

    @Test
    void theSameSeedGivesTheSameIntervalsAndAnotherSeedOthers() {
        ForecastErrors errors = simulated(4, 1);
        ScoreIntervals first = usual(11).intervals(errors, Unit.STANDARDISED);
        assertEquals(first, usual(11).intervals(errors, Unit.STANDARDISED));
        assertFalse(first.equals(usual(12).intervals(errors, Unit.STANDARDISED)));
        assertTrue(first.mse().contains(errors.overall(Unit.STANDARDISED).mse()));
        assertTrue(first.mae().contains(errors.overall(Unit.STANDARDISED).mae()));
        assertTrue(first.rmse().contains(errors.overall(Unit.STANDARDISED).rmse()));
    }

    @Test
    void agreesWithResamplingWindowByWindow() {
        ForecastErrors errors = simulated(6, 1);
        double[] squares = new double[WINDOWS]; // sums of one window, from differences of prefix scores
        for (int w = 0; w < WINDOWS; w++) {
            Scores before = errors.firstWindows(w, Unit.NATURAL);
            Scores after = errors.firstWindows(w + 1, Unit.NATURAL);
            squares[w] = after.mse() * after.cells() - (w == 0 ? 0 : before.mse() * before.cells());
        }
        int block = 50;
        SplittableRandom random = new SplittableRandom(21);
        double[] drawn = new double[500];
        for (int r = 0; r < drawn.length; r++) {
            int taken = 0;
            while (taken < WINDOWS) {
                int start = random.nextInt(WINDOWS);
                for (int i = 0; i < block && taken < WINDOWS; i++, taken++) {
                    drawn[r] += squares[(start + i) % WINDOWS] / (WINDOWS * (double) HORIZON);
                }
            }
        }
        Interval expected = ExpandedPercentile.of(drawn, 0.9, WINDOWS / 50.0);
        Interval got = new Bootstrap(500, block, 0.9, 21).intervals(errors, Unit.NATURAL).mse();
        assertEquals(expected.low(), got.low(), 1e-9);
        assertEquals(expected.high(), got.high(), 1e-9);
    }

    @Test
    void tooFewWindowsGiveNoInterval() {
        ForecastErrors errors = simulated(1, 1);
        Bootstrap wide = new Bootstrap(1000, WINDOWS / 4 + 1, 0.95, 1);
        assertFalse(wide.suffices(WINDOWS));
        assertEquals(Interval.UNKNOWN, wide.intervals(errors, Unit.NATURAL).mse());
        PairedDifference difference = wide.difference(simulated(1, 0.5), errors, Metric.MSE, Unit.NATURAL);
        assertTrue(difference.difference() < 0);
        assertFalse(difference.isBetter());
    }

    @Test
    void blocksAreTwoHorizonsAndShorterWhereFewFit() {
        assertEquals(192, Bootstrap.overWindows(2785, 96, 1, 0).blockLength());
        assertEquals(125, Bootstrap.overWindows(1000, 96, 1, 0).blockLength());
        assertEquals(96, Bootstrap.overWindows(100, 96, 1, 0).blockLength());
        assertEquals(8, Bootstrap.overWindows(500, 96, 24, 0).blockLength());
        assertEquals(2, Bootstrap.overWindows(500, 1, 1, 0).blockLength());
    }

    @Test
    void unknownMaseHasNoInterval() {
        assertEquals(Interval.UNKNOWN, usual(1).intervals(simulated(1, 1), Unit.NATURAL).mase());
    }

    @Test
    void rejectsImpossibleSettings() {
        assertEquals("resamples must be at least 100, got 99",
                assertThrows(IllegalArgumentException.class, () -> new Bootstrap(99, 1, 0.95, 0)).getMessage());
        assertEquals("blockLength must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100, 0, 0.95, 0)).getMessage());
        assertEquals("level must be in (0, 1), got NaN",
                assertThrows(IllegalArgumentException.class, () -> new Bootstrap(100, 1, Double.NaN, 0)).getMessage());
        assertEquals("windows must be at least 0, horizon and stride at least 1, got 5, 0 and 1",
                assertThrows(IllegalArgumentException.class, () -> Bootstrap.overWindows(5, 0, 1, 0)).getMessage());
    }

    private static Bootstrap usual(long seed) {
        return Bootstrap.overWindows(WINDOWS, HORIZON, 1, seed);
    }

    /** Windows at stride 1 over one autocorrelated series of errors with variance 1, times {@code size}. */
    private static ForecastErrors simulated(long seed, double size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] error = new double[WINDOWS + HORIZON - 1];
        double state = random.nextGaussian();
        for (int t = 0; t < error.length; t++) {
            error[t] = size * state;
            state = 0.6 * state + 0.8 * random.nextGaussian();
        }
        double[] predicted = new double[WINDOWS * HORIZON];
        for (int w = 0; w < WINDOWS; w++) {
            System.arraycopy(error, w, predicted, w * HORIZON, HORIZON);
        }
        ForecastErrors errors = new ForecastErrors(HORIZON, List.of(ScoredSeries.named("a")));
        errors.add(predicted, new double[WINDOWS * HORIZON], WINDOWS);
        return errors;
    }
}
