package dev.trivium.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutMasksTest {

    private static final int MANY = 1 << 20;

    private static float[] mask(double probability, long seed, long step) {
        try (Scope scope = Scope.open(Compute.cpu())) {
            return new DropoutMasks(probability, seed).forStep(step).draw(scope, new long[] {MANY}).get(0).toFloats();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.1, 0.2, 0.5, 0.75, 0.999})
    void dropsTheGivenShareAndKeepsTheExpectation(double probability) {
        float[] mask = mask(probability, 11, 3);
        double rounded = Math.rint(probability * 65536) / 65536;
        double dropped = count(mask, 0) / (double) MANY;
        double deviation = Math.sqrt(rounded * (1 - rounded) / MANY);
        assertEquals(rounded, dropped, 4 * deviation);
        float scale = (float) (1 / (1 - rounded));
        assertEquals(MANY, count(mask, 0) + count(mask, scale), "only 0 and " + scale);
    }

    private static long count(float[] mask, float value) {
        long count = 0;
        for (float element : mask) {
            count += element == value ? 1 : 0;
        }
        return count;
    }

    @Test // neighbours share a 64-bit number, so correlation would show at short lags
    void neighboursAreIndependent() {
        float[] mask = mask(0.3, 5, 0);
        double mean = 1;
        double variance = 0;
        for (float m : mask) {
            variance += (m - mean) * (m - mean) / MANY;
        }
        for (int lag : new int[] {1, 2, 3, 4, 5, 7, 8, 16, 64, 4096}) {
            double covariance = 0;
            for (int i = lag; i < MANY; i++) {
                covariance += (mask[i] - mean) * (mask[i - lag] - mean) / MANY;
            }
            assertEquals(0, covariance / variance, 5 / Math.sqrt(MANY), "lag " + lag);
        }
    }

    @Test
    void aMaskIsAFunctionOfSeedAndStep() {
        float[] one = mask(0.4, 7, 12);
        mask(0.4, 8, 1);
        assertArrayEquals(one, mask(0.4, 7, 12));
        for (float[] other : List.of(mask(0.4, 7, 13), mask(0.4, 8, 12), mask(0.4, 12, 7))) {
            assertEquals(0.4 * 0.4 + 0.6 * 0.6, agreement(one, other), 0.005, "as alike as chance makes them");
        }
    }

    private static double agreement(float[] a, float[] b) {
        int equal = 0;
        for (int i = 0; i < a.length; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        return equal / (double) a.length;
    }

    @Test
    void masksOfAStepDifferFromEachOther() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            DropoutMasks.Step step = new DropoutMasks(0.5, 1).forStep(1);
            List<Tensor> first = step.draw(scope, new long[] {97}, new long[] {97});
            List<Tensor> second = step.draw(scope, new long[] {97});
            assertFalse(Arrays.equals(first.get(0).toFloats(), first.get(1).toFloats()));
            assertFalse(Arrays.equals(first.get(0).toFloats(), second.get(0).toFloats()));
        }
    }

    @Test
    void masksHaveTheShapesAskedFor() {
        try (Scope scope = Scope.open(Compute.cpu64())) {
            List<Tensor> masks = new DropoutMasks(0.2, 1).forStep(0).draw(scope, new long[] {3, 5, 7}, new long[] {11}, new long[] {});
            assertArrayEquals(new long[] {3, 5, 7}, masks.get(0).shape());
            assertArrayEquals(new long[] {11}, masks.get(1).shape());
            assertArrayEquals(new long[] {}, masks.get(2).shape());
            double scale = 65536.0 / (65536 - Math.round(0.2 * 65536));
            assertTrue(Arrays.stream(masks.get(0).toDoubles()).allMatch(m -> m == 0 || m == scale), "in double precision");
        }
    }

    @Test
    void thereAreNoMasksWithoutDropout() {
        try (Scope scope = Scope.open(Compute.cpu())) {
            assertEquals(List.of(), new DropoutMasks(0, 1).forStep(0).draw(scope, new long[] {3}));
        }
    }

    @Test
    void aTinyProbabilityIsNotZeroAndAGreatOneIsNotOne() {
        float[] seldom = mask(1e-9, 3, 3);
        assertEquals(MANY / 65536.0, count(seldom, 0), 4 * Math.sqrt(MANY / 65536.0));
        float[] nearly = mask(1 - 1e-9, 3, 3);
        assertEquals(MANY / 65536.0, MANY - count(nearly, 0), 4 * Math.sqrt(MANY / 65536.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void refusesAProbabilityThatIsNone(double probability) {
        var error = assertThrows(IllegalArgumentException.class, () -> new DropoutMasks(probability, 1));
        assertEquals("probability must be in [0, 1), got " + probability, error.getMessage());
    }
}
