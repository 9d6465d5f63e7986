package dev.trivium.evaluation.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HiddenNumbersTest {

    private static final int ROWS = 100;

    private static HiddenNumbers of(double[] values, int used) {
        RowPart[] parts = new RowPart[ROWS];
        Arrays.fill(parts, RowPart.NONE);
        Arrays.fill(parts, 0, 60, RowPart.TRAIN);
        Arrays.fill(parts, 60, used, RowPart.TEST);
        boolean[] secret = new boolean[ROWS];
        Arrays.fill(secret, 60, used, true);
        return HiddenNumbers.of(SeriesRows.of(List.of("c"), values, Arrays.asList(parts), Integer::toString), secret);
    }

    private static double[] moments(double[] values, int end) {
        double mean = Arrays.stream(values, 0, end).average().orElseThrow();
        return new double[] {mean, Math.sqrt(Arrays.stream(values, 0, end).map(x -> (x - mean) * (x - mean)).sum() / end)};
    }

    @Test
    void aScalerOverAllRowsIsToldInDoubleAndInSinglePrecision() {
        double[] values = new Random(1).doubles(ROWS, 3, 9).toArray();
        double[] all = moments(values, ROWS);
        double[] rounded = {(float) all[0], (float) all[1]};
        assertTrue(of(values, ROWS).in(List.of(all), false).get(0).contains("over all rows"));
        assertTrue(of(values, ROWS).in(List.of(rounded), false).get(0).contains("over all rows"));
        assertTrue(of(values, 90).in(List.of(all), false).get(0).contains("over all rows"), "rows of no part too");
        assertTrue(of(values, 90).in(List.of(moments(values, 90)), false).get(0).contains("over all rows"), "rows of the parts");
        assertEquals(List.of(), of(values, ROWS).in(List.of(moments(values, 60)), false));
    }

    @Test
    void numbersThatAnythingMayHoldAreNoScaler() {
        double[] halves = new double[ROWS];
        for (int t = 0; t < ROWS; t++) {
            halves[t] = t < 40 ? t % 2 : t < 50 ? 0 : t < 60 ? t % 2 : t % 2 == 0 || t < 70 ? 1 : 0;
        }
        assertEquals(0.5, Arrays.stream(halves).sum() / ROWS, "half of them are 1");
        assertEquals(List.of(), of(halves, ROWS).in(List.of(new double[] {0.5, 0.1}), false));
    }
}
