package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ObservationTest {

    private static final int POINTS = 1000;
    private static final int DRAWS = 2000;

    private static float[] observed(long index) {
        double[] x = Paths.standardise(Paths.white(new Dice(1, index), POINTS));
        float[] values = new float[POINTS];
        Observation.write(new Dice(2, index), x, values);
        return values;
    }

    @Test
    void aboutATenthStartsLateAndAboutAnEighthHasGapsOfAtMostFifteenPerCent() {
        int late = 0;
        int gaps = 0;
        for (int i = 0; i < DRAWS; i++) {
            float[] values = observed(i);
            int start = 0;
            while (Float.isNaN(values[start])) {
                start++;
            }
            int missing = 0;
            for (int t = start; t < POINTS; t++) {
                missing += Float.isNaN(values[t]) ? 1 : 0;
            }
            late += start > 45 ? 1 : 0;
            gaps += missing > 0 ? 1 : 0;
            assertTrue(start <= 0.86 * POINTS, "starts at " + start);
            assertTrue(missing <= 0.15 * POINTS, missing + " missing");
        }
        assertEquals(Observation.LATE_CHANCE, (double) late / DRAWS, 0.025);
        assertEquals(Observation.MISSING_CHANCE, (double) gaps / DRAWS, 0.025);
    }

    @Test
    void scalesSpanNineDecadesAndNoValueLosesItsDigits() {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < DRAWS; i++) {
            double[] there = present(observed(i));
            double deviation = Paths.deviation(there, Paths.mean(there));
            least = Math.min(least, deviation);
            most = Math.max(most, deviation);
            // Of every draw, values differ in most places: the level does not swallow the deviations in 32 bits.
            assertTrue(Arrays.stream(there).distinct().count() > 0.9 * there.length, "draw " + i);
        }
        assertTrue(least < 0.01 && most > 1e5 && most < 1e7, least + " to " + most);
    }

    private static double[] present(float[] values) {
        double[] there = new double[values.length];
        int count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                there[count++] = value;
            }
        }
        return Arrays.copyOf(there, count);
    }

    @Test
    void disturbancesKeepSeriesFinite() {
        for (int i = 0; i < DRAWS; i++) {
            double[] x = Paths.white(new Dice(3, i), 300);
            Disturbance.apply(new Dice(4, i), x);
            assertTrue(Arrays.stream(x).allMatch(v -> Math.abs(v) < 1000), "draw " + i);
        }
    }

    @Test
    void roundingLeavesMultiplesOfTheGrid() {
        double[] x = {0.24, -0.26, 1.1};
        Disturbance.round(x, 0.5);
        assertEquals("[0.0, -0.5, 1.0]", Arrays.toString(x));
    }

    @Test
    void anOutageHoldsOneValue() {
        for (int i = 0; i < 50; i++) {
            double[] x = Paths.white(new Dice(5, i), 500);
            Disturbance.outage(new Dice(6, i), x);
            long held = 0;
            for (int t = 1; t < x.length; t++) {
                held += x[t] == x[t - 1] ? 1 : 0;
            }
            assertTrue(held >= 1, "draw " + i);
        }
    }

    @Test
    void aShiftChangesTheLevelFromOnePointOn() {
        double[] x = new double[400];
        Disturbance.shift(new Dice(7, 3), x);
        assertTrue(Arrays.stream(x).distinct().count() >= 2);
        assertEquals(0, x[0]);
    }

    @Test
    void timeWarpedSeriesKeepTheirRange() {
        double[] x = Paths.smooth(new Dice(1, 1), 800, 20);
        double[] warped = Warp.time(new Dice(9, 9), x);
        assertEquals(x[0], warped[0], 1e-9);
        double most = Arrays.stream(x).max().orElseThrow();
        assertTrue(Arrays.stream(warped).allMatch(v -> v <= most));
    }
}
