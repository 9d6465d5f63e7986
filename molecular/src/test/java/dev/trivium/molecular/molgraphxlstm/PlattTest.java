package dev.trivium.molecular.molgraphxlstm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlattTest {

    private static final double NONE = Double.NaN;

    @Test
    void findsTheLineThatMadeTheLabels() {
        Random random = new Random(7);
        int n = 20_000;
        double[] logits = random.doubles(n, -6, 6).toArray();
        double[] labels = Arrays.stream(logits).map(x -> random.nextDouble() < 1 / (1 + Math.exp(-(0.5 * x - 1))) ? 1 : 0).toArray();
        Platt platt = Platt.fit(1, logits, labels);
        assertEquals(0.5, platt.slope()[0], 0.03);
        assertEquals(-1, platt.intercept()[0], 0.06);
    }

    @Test
    void meetsTheMeanOfItsTargets() { // the gradient by the intercept vanishes
        double[] logits = {-3, 1, 0.5, 2, -1, 4, 0.1};
        double[] labels = {0, 0, 1, 1, 0, 1, NONE};
        Platt platt = Platt.fit(1, logits, labels);
        double sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += platt.probability(0, logits[i]);
        }
        assertEquals(3 * 4.0 / 5 + 3 * 1.0 / 5, sum, 1e-6);
    }

    @Test
    void leavesATaskWithOneClassOrAWrongOrderAlone() {
        double[] logits = {-2, 2, -1, 1, 1, -1, 2, -2};
        double[] labels = {1, 1, 1, 0, 1, 1, 1, 1}; // the first task has one class, in the second the negative one stands highest but one
        assertArrayEquals(new double[] {1, 0}, new double[] {Platt.fit(2, logits, labels).slope()[0], Platt.fit(2, logits, labels).intercept()[0]});
        Platt wrong = Platt.fit(1, new double[] {-2, -1, 1, 2}, new double[] {1, 1, 0, 0});
        assertArrayEquals(new double[] {1, 0}, new double[] {wrong.slope()[0], wrong.intercept()[0]});
    }

    @Test
    void neverSaysCertainlyHoweverFarApartTheClassesAre() {
        Platt platt = Platt.fit(1, new double[] {-1000, -1000, 1000, 1000}, new double[] {0, 0, 1, 1});
        assertEquals(0.75, platt.probability(0, 1000), 1e-6);
        assertEquals(0.25, platt.probability(0, -1000), 1e-6);
        assertTrue(platt.slope()[0] > 0);
    }
}
