package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PathsTest {

    /** The mean of x[s] x[t] over many paths. */
    private static double covariance(Function<Dice, double[]> law, int s, int t) {
        double sum = 0;
        int paths = 20_000;
        for (int i = 0; i < paths; i++) {
            double[] x = law.apply(new Dice(31, i));
            sum += x[s] * x[t];
        }
        return sum / paths;
    }

    @Test
    void anOrnsteinUhlenbeckPathIsStationaryAndForgetsAtItsRate() {
        Function<Dice, double[]> law = dice -> Paths.ornstein(dice, 60, 20);
        assertEquals(1, covariance(law, 0, 0), 0.05);
        assertEquals(1, covariance(law, 59, 59), 0.05);
        assertEquals(Math.exp(-1), covariance(law, 30, 50), 0.05);
    }

    @Test
    void aSmoothPathIsStationaryFromItsFirstPoint() {
        for (double memory : new double[] {3, 40, 500}) {
            Function<Dice, double[]> law = dice -> Paths.smooth(dice, 60, memory);
            assertEquals(1, covariance(law, 0, 0), 0.05, "first, memory " + memory);
            assertEquals(1, covariance(law, 59, 59), 0.05, "last, memory " + memory);
        }
        // The Matérn kernel with 3/2 at the lag of its memory: (1 + 1) exp(-1).
        assertEquals(2 * Math.exp(-1), covariance(dice -> Paths.smooth(dice, 60, 50), 5, 55), 0.05);
    }

    @Test
    void theVarianceOfAWalkGrowsByOneEachStep() {
        assertEquals(50, covariance(dice -> Paths.walk(dice, 60), 50, 50), 2.5);
        assertEquals(20, covariance(dice -> Paths.walk(dice, 60), 20, 50), 1.5);
    }

    @Test
    void wavesAreCosines() {
        double[] frequencies = {0.001, 0.3, -1.7, 3.1};
        double[] phases = {0, 1, 2, 5};
        double[] x = new double[2000];
        Paths.addWaves(x, 0.5, frequencies, phases);
        double[] single = new double[2000];
        double[] wanted = new double[2000];
        for (int k = 0; k < 4; k++) {
            Paths.addWave(single, 0.5, frequencies[k], phases[k]);
            for (int t = 0; t < 2000; t++) {
                wanted[t] += 0.5 * Math.cos(frequencies[k] * t + phases[k]);
            }
        }
        assertArrayEquals(wanted, x, 1e-7);
        assertArrayEquals(wanted, single, 1e-7);
    }

    @Test
    void aStandardisedPathHasMeanZeroAndVarianceOneAndAConstantBecomesZero() {
        double[] x = Paths.standardise(new double[] {1e9, 1e9 + 1, 1e9 + 5});
        assertEquals(0, Paths.mean(x), 1e-6);
        assertArrayEquals(new double[3], Paths.standardise(new double[] {7, 7, 7}));
        double[] y = Paths.standardise(new double[] {3, 4, 8});
        assertEquals(1, Paths.deviation(y, 0), 1e-12);
    }
}
