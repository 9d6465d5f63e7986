package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Orders printed by CPython 3.11. */
class IntegerSetTest {

    private static int[] iterate(int... values) {
        IntegerSet set = new IntegerSet();
        for (int value : values) {
            set.add(value);
        }
        return set.values();
    }

    @Test
    void iteratesSmallNumbersInAscendingOrder() {
        assertArrayEquals(new int[] {1, 2, 3}, iterate(3, 1, 2));
        assertArrayEquals(new int[] {1, 2, 3}, iterate(3, 1, 2, 1, 3));
    }

    @Test
    void iteratesNumbersThatCollideByWhoCameFirst() {
        assertArrayEquals(new int[] {9, 1}, iterate(9, 1));
        assertArrayEquals(new int[] {1, 9}, iterate(1, 9));
        assertArrayEquals(new int[] {31, 15, 23, 7}, iterate(7, 15, 23, 31));
    }

    @Test
    void growsAsCPythonDoes() {
        assertArrayEquals(new int[] {64, 33, 96, 3, 5, 40, 8, 12}, iterate(40, 8, 3, 33, 12, 64, 96, 5));
        assertArrayEquals(new int[] {33, 2, 66, 3, 17, 18, 50}, iterate(17, 2, 33, 18, 50, 66, 3));
        assertArrayEquals(new int[] {65, 2, 100, 37, 72, 9, 44, 79, 16, 51, 86, 23, 58, 93, 30},
                iterate(100, 93, 86, 79, 72, 65, 58, 51, 44, 37, 30, 23, 16, 9, 2));
    }
}
