package dev.trivium.imputation.fuzzy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperatorLawsTest {

    private static final int DRAWS = 20_000;
    private static final double ROUNDING = 1e-12;

    /** Ends and equal values come up often. */
    private static double draw(Random random) {
        int kind = random.nextInt(6);
        return kind == 0 ? 0 : kind == 1 ? 1 : kind == 2 ? random.nextInt(5) / 4.0 : random.nextDouble();
    }

    @ParameterizedTest
    @EnumSource
    void aTNormIsCommutativeAssociativeIncreasingAndOneIsNeutral(TNorm t) {
        Random random = new Random(1);
        for (int n = 0; n < DRAWS; n++) {
            double a = draw(random);
            double b = draw(random);
            double c = draw(random);
            assertEquals(t.apply(a, b), t.apply(b, a), 0);
            assertEquals(t.apply(a, t.apply(b, c)), t.apply(t.apply(a, b), c), 1e-7, "associative"); // the root magnifies rounding near 1
            assertEquals(a, t.apply(a, 1), ROUNDING);
            assertEquals(0, t.apply(a, 0), 0);
            assertTrue(t.apply(a, Math.min(b, c)) <= t.apply(a, Math.max(b, c)) + ROUNDING);
            assertTrue(t.apply(a, b) <= Math.min(a, b) + ROUNDING, "no t-norm is above the minimum");
            assertEquals(a, t.conorm(a, 0), ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anImplicatorFallsInItsPremiseAndRisesInItsConclusion(Implicator i) {
        Random random = new Random(2);
        for (int n = 0; n < DRAWS; n++) {
            double a = draw(random);
            double b = draw(random);
            double c = draw(random);
            assertTrue(i.apply(Math.max(a, c), b) <= i.apply(Math.min(a, c), b) + ROUNDING);
            assertTrue(i.apply(a, Math.min(b, c)) <= i.apply(a, Math.max(b, c)) + ROUNDING);
            assertEquals(1, i.apply(0, b), 0);
            assertEquals(b, i.apply(1, b), ROUNDING);
        }
        assertEquals(0, i.apply(1, 0), 0);
        assertEquals(1, i.apply(1, 1), 0);
    }

    @ParameterizedTest
    @EnumSource
    void theResidualIsTheLargestDegreeThatTheTNormAllows(TNorm t) {
        Random random = new Random(3);
        Implicator i = t.residual();
        assertEquals(t, i.residualOf().orElseThrow());
        for (int n = 0; n < DRAWS; n++) {
            double a = draw(random);
            double b = draw(random);
            double c = draw(random);
            double slack = 1e-9;
            if (t.apply(a, b) <= c - slack) {
                assertTrue(b <= i.apply(a, c) + slack, () -> "T(a, b) <= c, but b is above I: " + a + " " + b + " " + c);
            }
            if (b <= i.apply(a, c) - slack) {
                assertTrue(t.apply(a, b) <= c + slack, () -> "b <= I, but T(a, b) is above c: " + a + " " + b + " " + c);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"KLEENE_DIENES", "LUKASIEWICZ", "REICHENBACH"})
    void anSImplicatorIsTheConormOfNotAAndB(Implicator i) {
        Random random = new Random(4);
        TNorm dual = i.dual().orElseThrow();
        for (int n = 0; n < DRAWS; n++) {
            double a = draw(random);
            double b = draw(random);
            assertEquals(dual.conorm(1 - a, b), i.apply(a, b), ROUNDING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoDegreeIsRefused(TNorm t) {
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> t.apply(bad, 0.5));
            assertThrows(IllegalArgumentException.class, () -> t.residual().apply(0.5, bad));
        }
    }
}
