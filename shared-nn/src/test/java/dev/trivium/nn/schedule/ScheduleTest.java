package dev.trivium.nn.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScheduleTest {

    private static double[] rates(Schedule schedule, long stepsPerEpoch, long epochs) {
        return LongStream.range(0, stepsPerEpoch * epochs)
                .mapToDouble(step -> schedule.rate(new Progress(step, stepsPerEpoch, epochs))).toArray();
    }

    private static void assertRates(double[] expected, double[] got) {
        org.junit.jupiter.api.Assertions.assertArrayEquals(expected, got, 1e-14);
    }

    @Test
    void constantStaysWhereItIs() {
        assertRates(new double[] {3e-4, 3e-4, 3e-4, 3e-4}, rates(new Constant(3e-4), 2, 2));
    }

    @Test
    void exponentialFallsFromEpochToEpoch() {
        assertRates(new double[] {2, 2, 1, 1, 0.5, 0.5}, rates(new Exponential(2, 0.5), 2, 3));
    }

    @Test // cos 0, π/6, π/3, π/2, 2π/3, 5π/6
    void cosineFollowsHalfAWave() {
        double root = Math.sqrt(3) / 2;
        assertRates(new double[] {9, 5 + 4 * root, 7, 5, 3, 5 - 4 * root}, rates(new Cosine(9, 1), 3, 2));
    }

    @Test
    void warmupRisesToThePeakAndThenFallsTowardsZero() {
        assertRates(new double[] {0.25, 0.5, 0.75, 1, 0.8, 0.6, 0.4, 0.2}, rates(new WarmupLinear(1, 3), 4, 2));
    }

    @Test
    void warmupOfNoUpdatesStartsAtThePeak() {
        assertRates(new double[] {4, 3, 2, 1}, rates(new WarmupLinear(4, 0), 4, 1));
    }

    @Test
    void warmupStableDecayRisesStaysAndFallsOverTheLastEpochs() {
        assertRates(new double[] {1, 2, 3, 3, 3, 3, 3, 3, 2.4, 1.8, 1.2, 0.6}, rates(new WarmupStableDecay(3, 2, 1), 4, 3));
    }

    @Test
    void withoutADecayTheRateOfAnUpdateDoesNotDependOnTheLengthOfTheRun() {
        WarmupStableDecay schedule = new WarmupStableDecay(1, 3, 0);
        assertRates(rates(schedule, 4, 2), java.util.Arrays.copyOf(rates(schedule, 4, 5), 8));
    }

    @Test
    void warmupGoesBeforeADecayThatIsTooLong() {
        assertRates(new double[] {0.25, 0.5, 0.75, 0.2}, rates(new WarmupStableDecay(1, 3, 9), 4, 1));
    }

    @Test
    void warmupStableDecayNamesWhatIsOutOfRange() {
        assertEquals("warmup must be at least 0, got -1",
                assertThrows(IllegalArgumentException.class, () -> new WarmupStableDecay(1, -1, 0)).getMessage());
        assertEquals("decayEpochs must be at least 0, got -2",
                assertThrows(IllegalArgumentException.class, () -> new WarmupStableDecay(1, 0, -2)).getMessage());
    }

    @Test // T = 10, 30 %: the peak is update 2, then seven updates down to 1 / 25 / 10 000
    void oneCycleRisesAndFallsAlongCosines() {
        double[] expected = new double[10];
        expected[0] = 0.04;
        expected[1] = 0.52;
        expected[2] = 1;
        for (int i = 3; i < 10; i++) {
            expected[i] = 4e-6 + (1 - 4e-6) * (1 + Math.cos(Math.PI * (i - 2) / 7)) / 2;
        }
        assertRates(expected, rates(OneCycle.standard(1), 5, 2));
        assertEquals(4e-6, expected[9], 1e-18);
    }

    @Test // T = 8, 30 %: the peak lies between updates 1 and 2, at 1.4
    void oneCycleNeedNotHaveAnUpdateAtItsPeak() {
        double[] got = rates(new OneCycle(1, 0.3, 10, 100), 8, 1);
        assertEquals(0.1, got[0], 1e-15);
        assertEquals(1 - 0.45 * (1 + Math.cos(Math.PI / 1.4)), got[1], 1e-15);
        assertEquals(0.001 + 0.999 / 2 * (1 + Math.cos(Math.PI * 0.6 / 5.6)), got[2], 1e-15);
        assertEquals(0.001, got[7], 1e-15);
    }

    @Test
    void oneCycleWithoutARiseStartsAtThePeak() {
        assertEquals(1, rates(new OneCycle(1, 0.25, 25, 1e4), 4, 1)[0]);
        assertEquals(4e-6, rates(OneCycle.standard(1), 1, 1)[0], 1e-18);
    }

    @Test // WaveRoRA's reference code, by epoch
    void oneCycleFirstEpochIsThePublishedRule() {
        double[] expected = {0.04, 1, 1, 1, 0.9, 0.81, 0.729, 0.6561, 0.59049, 0.531441, 0.4782969, 0.43046721, 0.387420489};
        double[] got = rates(new OneCycleFirstEpoch(1), 3, 13);
        for (int step = 0; step < got.length; step++) {
            assertEquals(expected[step / 3], got[step], 1e-15);
        }
    }

    @Test
    void everyRateIsPositiveOverAWholeRun() {
        for (Schedule schedule : new Schedule[] {new Constant(1), new Exponential(1, 0.5), new Cosine(1, 0), new WarmupLinear(1, 7),
            OneCycle.standard(1), new OneCycleFirstEpoch(1)}) {
            for (double rate : rates(schedule, 11, 13)) {
                assertTrue(rate > 0 && rate <= 1, schedule + " gave " + rate);
            }
        }
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertMessage("rate must be positive and finite, got NaN", () -> new Constant(Double.NaN));
        assertMessage("rate must be positive and finite, got 0.0", () -> new OneCycleFirstEpoch(0));
        assertMessage("factor must be in (0, 1], got 1.1", () -> new Exponential(1, 1.1));
        assertMessage("minimum must be in [0, rate=1.0], got 2.0", () -> new Cosine(1, 2));
        assertMessage("warmup must be at least 0, got -1", () -> new WarmupLinear(1, -1));
        assertMessage("warmup must be less than the run's 6 updates, got 6", () -> rates(new WarmupLinear(1, 6), 3, 2));
        assertMessage("peak must be positive and finite, got Infinity", () -> OneCycle.standard(Double.POSITIVE_INFINITY));
        assertMessage("share must be in (0, 1), got 1.0", () -> new OneCycle(1, 1, 25, 1e4));
        assertMessage("divisor must be at least 1 and finite, got 0.5", () -> new OneCycle(1, 0.3, 0.5, 1e4));
        assertMessage("lastDivisor must be at least 1 and finite, got NaN", () -> new OneCycle(1, 0.3, 25, Double.NaN));
    }

    @Test
    void progressLiesWithinItsRun() {
        assertMessage("step must be in [0, 6), got 6", () -> new Progress(6, 3, 2));
        assertMessage("step must be in [0, 6), got -1", () -> new Progress(-1, 3, 2));
        assertMessage("stepsPerEpoch must be at least 1, got 0", () -> new Progress(0, 0, 2));
        assertMessage("epochs must be at least 1, got 0", () -> new Progress(0, 3, 0));
        assertEquals(1, new Progress(5, 3, 2).epoch());
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
