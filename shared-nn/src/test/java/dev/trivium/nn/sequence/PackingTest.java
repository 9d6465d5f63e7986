package dev.trivium.nn.sequence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void sequencesStandOneAfterTheOther() {
        Packing packing = Packing.of(3, 1, 2);
        assertEquals(3, packing.sequences());
        assertEquals(6, packing.tokens());
        assertEquals(3, packing.maxLength());
        assertEquals(1, packing.length(1));
        assertEquals(4, packing.offset(2));
        assertArrayEquals(new int[] {0, 0, 0, 1, 2, 2}, packing.owner());
        assertEquals("Packing[3, 1, 2]", packing.toString());
    }

    @Test
    void keepsItsLengthsWhenArraysChange() {
        int[] lengths = {3, 1};
        Packing packing = Packing.of(lengths);
        lengths[0] = 9;
        packing.lengths()[1] = 9;
        assertArrayEquals(new int[] {3, 1}, packing.lengths());
    }

    @Test
    void equalLengthsAreEqual() {
        assertEquals(Packing.of(3, 1), Packing.of(3, 1));
        assertEquals(Packing.of(3, 1).hashCode(), Packing.of(3, 1).hashCode());
        assertNotEquals(Packing.of(3, 1), Packing.of(1, 3));
    }

    @Test
    void refusesNoSequenceAndAnEmptyOne() {
        var error = assertThrows(IllegalArgumentException.class, Packing::of);
        assertEquals("lengths must name at least one sequence, got none", error.getMessage());
        error = assertThrows(IllegalArgumentException.class, () -> Packing.of(2, 0));
        assertEquals("lengths must be at least 1, got 0 for sequence 1", error.getMessage());
    }
}
