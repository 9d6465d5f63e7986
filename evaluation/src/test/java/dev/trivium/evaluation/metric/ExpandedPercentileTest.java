package dev.trivium.evaluation.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExpandedPercentileTest {

    @Test
    void knowsTheNormalDistribution() {
        assertEquals(0.025, ExpandedPercentile.normalTail(1.959963985), 1e-7);
        assertEquals(0.975, ExpandedPercentile.normalTail(-1.959963985), 1e-7);
        assertEquals(1.959964, ExpandedPercentile.normalQuantile(0.025), 1e-5);
    }

    @Test // printed tables of Student's t
    void knowsStudentsDistribution() {
        assertEquals(3.182, ExpandedPercentile.studentQuantile(0.025, 3), 0.06);
        assertEquals(2.262, ExpandedPercentile.studentQuantile(0.025, 9), 0.002);
        assertEquals(2.045, ExpandedPercentile.studentQuantile(0.025, 29), 0.001);
        assertEquals(1.833, ExpandedPercentile.studentQuantile(0.05, 9), 0.002);
    }

    @Test
    void readsPlainPercentilesWithManyPiecesAndWiderOnesWithFew() {
        double[] values = new double[1001];
        Arrays.setAll(values, i -> 1000 - i); // order does not matter
        Interval many = ExpandedPercentile.of(values, 0.95, 1e9);
        assertEquals(25, many.low(), 1e-3);
        assertEquals(975, many.high(), 1e-3);
        Interval few = ExpandedPercentile.of(values, 0.95, 10); // t9 = 2.262, √(10/9) t9 = 2.385, tail 0.0085
        assertEquals(8.5, few.low(), 0.1);
        assertEquals(991.5, few.high(), 0.1);
    }

    @Test
    void isUnknownWhereAResampleIs() {
        assertEquals(Interval.UNKNOWN, ExpandedPercentile.of(new double[] {1, Double.NaN, 2}, 0.95, 10));
    }
}
