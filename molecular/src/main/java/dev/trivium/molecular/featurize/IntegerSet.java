package dev.trivium.molecular.featurize;

import java.util.Arrays;

/**
 * A set of small natural numbers that iterates in the order of CPython's: a hash table of 8, 16, 32 … slots in which a number stands at its
 * value modulo the size, or in one of the next nine slots if these end within the table, or where
 * {@code i = 5 i + 1 + perturb, perturb = perturb / 32} leads next, whichever is free first. It grows to the power of two above four times
 * its count when three fifths are filled.
 */
final class IntegerSet {

    private static final int FREE = -1;
    private static final int SMALLEST = 8;
    private static final int LINEAR_PROBES = 9;
    private static final int PERTURB_SHIFT = 5;

    private int[] table = table(SMALLEST);
    private int count;

    private static int[] table(int size) {
        int[] table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }

    void add(int value) {
        int slot = slot(value);
        if (table[slot] == value) {
            return;
        }
        table[slot] = value;
        count++;
        if (5 * count >= 3 * (table.length - 1)) {
            grow();
        }
    }

    private void grow() {
        int size = SMALLEST;
        while (size <= 4 * count) {
            size *= 2;
        }
        int[] old = table;
        table = table(size);
        for (int value : old) {
            if (value != FREE) {
                table[slot(value)] = value;
            }
        }
    }

    /** {@return where a number stands or would be put} */
    private int slot(int value) {
        int mask = table.length - 1;
        int slot = value & mask;
        for (int perturb = value; ; ) {
            int last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
            for (int probe = slot; probe <= last; probe++) {
                if (table[probe] == FREE || table[probe] == value) {
                    return probe;
                }
            }
            perturb >>= PERTURB_SHIFT;
            slot = 5 * slot + 1 + perturb & mask;
        }
    }

    /** {@return the numbers in the order of iteration} */
    int[] values() {
        return Arrays.stream(table).filter(value -> value != FREE).toArray();
    }
}
