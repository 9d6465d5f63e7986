package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MemoryLineTest {

    @Test
    void theSlopeIsThatOfTheLastHalfPerTenThousand() {
        MemoryLine memory = new MemoryLine();
        for (int i = 1; i <= 40; i++) {
            memory.add(1000 * i, i < 20 ? 7 * i : 300 + 0.25 * i);
        }
        assertEquals(2.5, memory.slope(), 1e-9);
    }
}
