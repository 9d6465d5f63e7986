package dev.trivium.nn.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TreeRowsTest {

    private final TreeRows rows = TreeRows.of(2, 3, new float[] {0, 5, 6, 7, 8, 9}, new int[][] {{0, 2}, {}, {1}});

    @Test
    void writesNumbersFirstAndThenIndicators() {
        assertArrayEquals(new float[] {0, 5, 1, 0, 1, 6, 7, 0, 0, 0, 8, 9, 0, 1, 0}, rows.toArray(0, 3));
        assertArrayEquals(new float[] {8, 9, 0, 1, 0}, rows.toArray(2, 3));
    }

    @Test
    void selectsRowsInTheOrderAskedFor() {
        assertArrayEquals(new float[] {8, 9, 0, 1, 0, 0, 5, 1, 0, 1}, rows.select(2, 0).toArray(0, 2));
    }

    @Test
    void compressedRowsHoldEveryNumberAndTheOnesOnly() {
        assertArrayEquals(new long[] {0, 4, 6, 9}, rows.compressedStarts());
        assertArrayEquals(new int[] {0, 1, 2, 4, 0, 1, 0, 1, 3}, rows.compressedColumns());
        assertArrayEquals(new float[] {0, 5, 1, 1, 6, 7, 8, 9, 1}, rows.compressedValues());
    }

    @Test
    void refusesWhatDoesNotFit() {
        refused("values must hold 1 rows of 2 numbers, got 3", 2, new float[3], new int[1][0]);
        refused("values must be finite, got NaN in row 1", 1, new float[] {0, Float.NaN}, new int[2][0]);
        refused("ones must increase and be below 3, got 1 after 1 in row 0", 0, new float[0], new int[][] {{1, 1}});
        refused("ones must increase and be below 3, got 3 after -1 in row 1", 0, new float[0], new int[][] {{}, {3}});
    }

    private static void refused(String message, int numbers, float[] values, int[][] ones) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> TreeRows.of(numbers, 3, values, ones)).getMessage());
    }
}
