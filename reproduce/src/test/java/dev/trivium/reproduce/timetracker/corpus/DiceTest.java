package dev.trivium.reproduce.timetracker.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class DiceTest {

    private static final int MANY = 200_000;

    private static void moments(ToDoubleFunction<Dice> law, double mean, double variance, double tolerance) {
        Dice dice = new Dice(5, 6);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < MANY; i++) {
            double value = law.applyAsDouble(dice);
            sum += value;
            squares += value * value;
        }
        double found = sum / MANY;
        assertEquals(mean, found, tolerance * Math.sqrt(variance), "mean");
        assertEquals(1, (squares / MANY - found * found) / variance, 5 * tolerance, "variance");
    }

    @Test
    void theLawsHaveTheirMeansAndVariances() {
        moments(Dice::uniform, 0.5, 1.0 / 12, 0.01);
        moments(Dice::normal, 0, 1, 0.01);
        moments(Dice::exponential, 1, 1, 0.01);
        moments(dice -> dice.gamma(0.4), 0.4, 0.4, 0.01);
        moments(dice -> dice.gamma(7), 7, 7, 0.01);
        moments(dice -> dice.poisson(2.5), 2.5, 2.5, 0.01);
        moments(dice -> dice.poisson(90), 90, 90, 0.01);
        moments(dice -> dice.student(12), 0, 1.2, 0.01);
    }

    @Test
    void theNormalLawHasItsTails() {
        Dice dice = new Dice(1, 1);
        int over2 = 0;
        int over3 = 0;
        int over35 = 0;
        for (int i = 0; i < 10 * MANY; i++) {
            double size = Math.abs(dice.normal());
            over2 += size > 2 ? 1 : 0;
            over3 += size > 3 ? 1 : 0;
            over35 += size > 3.5 ? 1 : 0; // beyond the last block of the Ziggurat
        }
        assertEquals(0.045500, over2 / (10.0 * MANY), 6e-4);
        assertEquals(0.002700, over3 / (10.0 * MANY), 1.6e-4);
        assertEquals(0.000465, over35 / (10.0 * MANY), 7e-5);
    }

    @Test
    void weightsAreDrawnInProportion() {
        Dice dice = new Dice(2, 0);
        int[] counts = new int[3];
        for (int i = 0; i < MANY; i++) {
            counts[dice.among(1, 0, 3)]++;
        }
        assertEquals(0, counts[1]);
        assertEquals(0.25, (double) counts[0] / MANY, 0.006);
    }

    @Test
    void neighbouringSeedsAndNumbersGiveUnrelatedStreams() {
        double sum = 0;
        double before = new Dice(0, 0).normal();
        for (int i = 1; i < MANY; i++) {
            double now = new Dice(i % 2, i).normal();
            sum += now * before;
            before = now;
        }
        assertEquals(0, sum / MANY, 0.01);
        assertNotEquals(new Dice(0, 1).bits(), new Dice(1, 0).bits());
    }

    @Test
    void logUniformStaysInsideItsRange() {
        Dice dice = new Dice(8, 8);
        int low = 0;
        for (int i = 0; i < MANY; i++) {
            double value = dice.logUniform(0.01, 100);
            assertTrue(value >= 0.01 && value <= 100.000001);
            low += value < 1 ? 1 : 0;
        }
        assertEquals(0.5, (double) low / MANY, 0.01);
    }
}
