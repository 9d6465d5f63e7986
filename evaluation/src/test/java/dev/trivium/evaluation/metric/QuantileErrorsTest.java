package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileErrorsTest {

    private static String refused(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }

    /**
     * Targets 10 and -4. Level 0.1 says 8 and -5: losses 0.1 · 2 = 0.2 and 0.1 · 1 = 0.1. Level 0.5 says 11 and -4: 0.5 and 0. Level 0.9 says
     * 12 and -6: 0.1 · 2 = 0.2 and 0.9 · 2 = 1.8. Sums 0.3, 0.5, 2.0; |y| is 14 in all; 2 (0.3 + 0.5 + 2.0) / 3 / 14 = 5.6 / 42.
     */
    @Test
    void theScaledCrpsIsTheMeanOverLevelsOfTwiceThePinballLossOverTheSizeOfTheTargets() {
        QuantileErrors errors = new QuantileErrors(List.of(0.1, 0.5, 0.9));
        errors.add(List.of(new double[] {8, -5}, new double[] {11, -4}, new double[] {12, -6}), new double[] {10, -4});
        assertEquals(5.6 / 42, errors.scaledCrps(), 1e-15);
        assertEquals(0.5, errors.coverage(), 0, "10 lies in [8, 12], -4 not in [-5, -6]");
    }

    @Test
    void itIsScaledByAllTargetsAndNotBatchByBatch() {
        QuantileErrors errors = new QuantileErrors(List.of(0.5));
        errors.add(List.of(new double[] {8}), new double[] {10});
        errors.add(List.of(new double[] {1}), new double[] {2});
        assertEquals(3.0 / 12, errors.scaledCrps(), 1e-15);
    }

    @Test
    void theMedianAloneIsTheMeanAbsoluteErrorOverTheMeanSize() {
        QuantileErrors errors = new QuantileErrors(List.of(0.5));
        errors.add(List.of(new double[] {1, 2, 3}), new double[] {2, 0, 3});
        assertEquals(3.0 / 5, errors.scaledCrps(), 1e-15);
    }

    @Test
    void aMissingTargetIsLeftOutAndCounted() {
        QuantileErrors errors = new QuantileErrors(List.of(0.1, 0.9));
        errors.add(List.of(new double[] {0, 1}, new double[] {0, 5}), new double[] {Double.NaN, 1});
        assertEquals(1, errors.observed());
        assertEquals(1, errors.missing());
        assertEquals(1, errors.coverage(), 0, "the ends belong to the interval");
        assertEquals(2 * 0.1 * 4 / 2, errors.scaledCrps(), 1e-15);
    }

    @Test
    void withoutTargetsOrWithZerosOnlyNothingIsSaid() {
        QuantileErrors errors = new QuantileErrors(List.of(0.5));
        assertTrue(Double.isNaN(errors.scaledCrps()) && Double.isNaN(errors.coverage()));
        errors.add(List.of(new double[] {1}), new double[] {0});
        assertTrue(Double.isNaN(errors.scaledCrps()));
    }

    @Test
    void wrongLevelsAndForecastsAreRefused() {
        assertEquals("levels must be in (0, 1) and ascend, got [0.5, 0.1]", refused(() -> new QuantileErrors(List.of(0.5, 0.1))));
        assertEquals("levels must hold at least one, got none", refused(() -> new QuantileErrors(List.of())));
        QuantileErrors errors = new QuantileErrors(List.of(0.1, 0.9));
        assertEquals("quantiles must hold one array for each level of [0.1, 0.9], got 1", refused(() -> errors.add(List.of(new double[1]), new double[1])));
        assertEquals("quantiles must be of the shape of actual, 1 values, got 2 at level 0.9",
                refused(() -> errors.add(List.of(new double[1], new double[2]), new double[1])));
        assertEquals("quantiles must be finite, got NaN at level 0.9, target 0",
                refused(() -> errors.add(List.of(new double[1], new double[] {Double.NaN}), new double[1])));
    }
}
