package dev.trivium.evaluation.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.evaluation.metric.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdaptiveIntervalsTest {

    private static final int CALIBRATION = 200;

    private static double logistic(SplittableRandom random) {
        double u = random.nextDouble();
        return Math.log(u / (1 - u));
    }

    /** The share inside over a stream whose spread changes; the fixed intervals of the same calibration beside it. */
    private static double[] shares(Tails tails, double share, int length, IntToDoubleFunction spread, IntToDoubleFunction shift) {
        SplittableRandom random = new SplittableRandom(11);
        double[] came = new double[CALIBRATION];
        Arrays.setAll(came, i -> logistic(random));
        CalibrationPoints points = CalibrationPoints.of(new double[CALIBRATION], came);
        AdaptiveIntervals adaptive = AdaptiveIntervals.begin(points, share, tails, 1);
        Offsets fixed = ConformalIntervals.fit(points, List.of(share), tails).offsets(share);
        assertEquals(fixed, adaptive.offsets(), "it begins where split conformal stands");
        double[] inside = new double[2];
        for (int t = 0; t < length; t++) {
            double value = spread.applyAsDouble(t) * logistic(random) + shift.applyAsDouble(t);
            Offsets now = adaptive.offsets();
            inside[0] += now.low() <= value && value <= now.high() ? 1.0 / length : 0;
            inside[1] += fixed.low() <= value && value <= fixed.high() ? 1.0 / length : 0;
            adaptive.observe(0, 0, 1, new Interval(now.low(), now.high()), value);
        }
        return inside;
    }

    @ParameterizedTest
    @EnumSource
    void aStreamLikeCalibrationKeepsTheShare(Tails tails) {
        for (double share : List.of(0.8, 0.95)) {
            double found = shares(tails, share, 5000, t -> 1, t -> 0)[0];
            assertEquals(share, found, 0.015, tails + " " + share);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatDriftsKeepsTheShareWhereFixedIntervalsLoseIt(Tails tails) {
        for (double share : List.of(0.8, 0.95)) {
            double[] wider = shares(tails, share, 5000, t -> 1 + t / 1000.0, t -> 0);
            assertEquals(share, wider[0], 0.03, tails + " " + share + ", growing spread");
            assertTrue(wider[1] < share - 0.15, "fixed: " + wider[1]);
            double[] moved = shares(tails, share, 5000, t -> 1, t -> t < 2500 ? 0 : 4);
            assertEquals(share, moved[0], 0.03, tails + " " + share + ", a jump");
            double[] calmer = shares(tails, share, 5000, t -> 0.2, t -> 0);
            assertEquals(share, calmer[0], 0.03, tails + " " + share + ", calmer");
            assertTrue(calmer[1] > 0.99, "fixed: " + calmer[1]);
        }
    }

    @Test
    void reachesAreFiniteWhateverComes() {
        AdaptiveIntervals adaptive = AdaptiveIntervals.begin(CalibrationPoints.of(new double[50], new double[50]), 0.8, Tails.TOGETHER, 1);
        for (int t = 0; t < 1000; t++) {
            adaptive.observe(0, 0, 1, adaptive.offsets().around(0, 0, 1), t % 2 == 0 ? 1e300 : -1e300);
            assertTrue(Double.isFinite(adaptive.offsets().high()));
        }
        assertTrue(adaptive.aim() >= 0 && adaptive.aim() <= 1, "aim " + adaptive.aim());
    }

    @Test
    void theNewestScoresAreKeptSorted() {
        SplittableRandom random = new SplittableRandom(2);
        double[] scores = random.doubles(40).map(u -> Math.rint(10 * u)).toArray(); // many ties
        AdaptiveReach reach = new AdaptiveReach(0.2, scores, 1);
        double[] stream = new double[1000];
        System.arraycopy(scores, 0, stream, 0, 40);
        for (int t = 40; t < stream.length; t++) {
            stream[t] = Math.rint(10 * random.nextDouble()) + (t > 500 ? 5 : 0);
            reach.observe(stream[t], stream[t] > reach.threshold());
            double[] newest = Arrays.copyOfRange(stream, t - 39, t + 1);
            Arrays.sort(newest);
            int rank = (int) Math.max(1, Math.min(40, Math.ceil(41 * (1 - reach.level()) - 1e-9)));
            double stretched = newest[39] + (newest[39] - newest[0]) * -reach.level() / 0.2;
            assertEquals(reach.level() < 0 ? stretched : newest[rank - 1], reach.threshold(), 1e-12, "after " + t);
        }
    }

    @ParameterizedTest
    @EnumSource
    void outcomesThatComeLateAndInRunsKeepTheShareInTheLongRun(Tails tails) {
        int delay = 48;
        double[] stream = new double[CALIBRATION + 20_000];
        SplittableRandom random = new SplittableRandom(5);
        for (int t = 1; t < stream.length; t++) { // errors of overlapping forecasts depend on each other over the delay; here they grow as well
            stream[t] = 0.97 * stream[t - 1] + logistic(random) * (t > 8000 ? 2 : 1);
        }
        CalibrationPoints points = CalibrationPoints.of(new double[CALIBRATION], Arrays.copyOf(stream, CALIBRATION));
        for (double share : List.of(0.8, 0.95)) {
            AdaptiveIntervals adaptive = AdaptiveIntervals.begin(points, share, tails, delay);
            Interval[] given = new Interval[stream.length];
            double inside = 0;
            for (int t = CALIBRATION; t < stream.length; t++) {
                if (t - delay >= CALIBRATION) {
                    adaptive.observe(0, 0, 1, given[t - delay], stream[t - delay]);
                }
                given[t] = adaptive.offsets().around(0, 0, 1);
                inside += given[t].contains(stream[t]) ? 1 : 0;
            }
            assertEquals(share, inside / (stream.length - CALIBRATION), 0.03, tails + " " + share);
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        AdaptiveIntervals adaptive = AdaptiveIntervals.begin(CalibrationPoints.of(new double[50], new double[50]), 0.8, Tails.APART, 1);
        assertEquals("low must be at most high, scale above 0, all finite, got 0.0, 0.0, 1.0, Interval[low=-1.0, high=1.0] and the value NaN",
                assertThrows(IllegalArgumentException.class, () -> adaptive.observe(0, 0, 1, new Interval(-1, 1), Double.NaN)).getMessage());
        assertEquals("calibration must have at least 39 points for intervals of 0.95 with tails apart, got 20", assertThrows(
                IllegalArgumentException.class,
                () -> AdaptiveIntervals.begin(CalibrationPoints.of(new double[20], new double[20]), 0.95, Tails.APART, 1)).getMessage());
    }
}
