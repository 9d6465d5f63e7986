package dev.trivium.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {

    private static final int MEGABYTES = 200;

    @Test
    void whatWasTakenMeanwhileCountsEvenIfItIsGone() {
        PeakMemory memory = PeakMemory.begin();
        double before = memory.megabytes();
        assumeFalse(Double.isNaN(before), "this system does not tell the resident memory of a process");
        assertEquals(MEGABYTES, touched());
        assertTrue(memory.megabytes() >= before);
        assertTrue(memory.megabytes() >= MEGABYTES, () -> memory.megabytes() + " MB");
    }

    private static int touched() {
        byte[] bytes = new byte[MEGABYTES * 1_000_000];
        Arrays.fill(bytes, (byte) 1);
        return bytes.length / 1_000_000;
    }
}
