package dev.trivium.molecular.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DifficultyTest {

    private static final int COUNT = 400;

    private final double[] distances = numbers(1, 0.2, 0.8);
    private final double[] spreads = numbers(2, 1, 5);
    private final double[] none = filled(Double.NaN);

    private static double[] numbers(long seed, double from, double to) {
        Random random = new Random(seed);
        double[] numbers = new double[COUNT];
        Arrays.setAll(numbers, i -> from + (to - from) * random.nextDouble());
        return numbers;
    }

    private static double[] filled(double value) {
        double[] numbers = new double[COUNT];
        Arrays.fill(numbers, value);
        return numbers;
    }

    private double[] errors(double constant, double distance, double spread) {
        Random random = new Random(3);
        double[] errors = new double[COUNT];
        Arrays.setAll(errors, i -> Math.abs(random.nextGaussian()) * (constant + distance * distances[i] + spread * spreads[i]));
        return errors;
    }

    @Test
    void growsWithTheDistanceIfErrorsDo() {
        Difficulty learnt = Difficulty.fit(errors(0.1, 2, 0), distances, none);
        assertTrue(learnt.of(0.8, Double.NaN) > 2 * learnt.of(0.2, Double.NaN), learnt.toString());
        assertEquals(0, learnt.spread());
    }

    @Test
    void findsWhichOfTheTwoMatters() {
        Difficulty learnt = Difficulty.fit(errors(0.2, 0, 1), distances, spreads);
        assertTrue(learnt.of(0.5, 5) > 2.5 * learnt.of(0.5, 1), learnt.toString());
        assertEquals(1, learnt.of(0.8, 3) / learnt.of(0.2, 3), 0.3);
    }

    @Test
    void isTheSameForAllIfErrorsDoNotDepend() {
        Difficulty learnt = Difficulty.fit(errors(1, 0, 0), distances, spreads);
        assertEquals(1, learnt.of(0.8, 5) / learnt.of(0.2, 1), 0.25);
    }

    @Test
    void neverThinksFurtherMoleculesEasier() {
        double[] falling = new double[COUNT];
        Arrays.setAll(falling, i -> 1 - distances[i]);
        Difficulty learnt = Difficulty.fit(falling, distances, none);
        assertEquals(learnt.of(0.2, Double.NaN), learnt.of(0.8, Double.NaN));
    }

    @Test
    void isTheSameForAllWhereMoleculesAreFewOrErrorsAreNone() {
        assertSame(Difficulty.SAME, Difficulty.fit(new double[19], new double[19], new double[19]));
        assertSame(Difficulty.SAME, Difficulty.fit(filled(0), distances, spreads));
    }

    @Test
    void staysAboveNothingFarInside() {
        Difficulty learnt = Difficulty.fit(errors(0, 5, 0), distances, none);
        assertTrue(learnt.of(0, Double.NaN) > 0);
        assertEquals(learnt, Difficulty.parse(learnt.describe()));
    }

    @Test
    void errorsThatGrowFasterThanEitherLeaveNoNegativeConstant() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] near = new double[COUNT];
            double[] wide = new double[COUNT];
            double[] errors = new double[COUNT];
            for (int i = 0; i < COUNT; i++) {
                near[i] = 0.2 + 0.6 * random.nextDouble();
                wide[i] = 1 + 4 * random.nextDouble();
                errors[i] = Math.pow(near[i], 2) * Math.pow(wide[i], 2);
            }
            assertTrue(Difficulty.fit(errors, near, wide).constant() >= 0, "seed " + seed);
        }
    }
}
