package dev.trivium.nn.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineTest {

    private static final String AVX512 = "fma avx2 avx512f avx512vl avx512bw avx512dq";

    @Test
    void theLevelIsTheBestThatTheProcessorHas() {
        assertEquals("AVX512", Machine.level(Optional.of("sse2 " + AVX512), Optional.empty()));
        assertEquals("AVX2", Machine.level(Optional.of("fma avx2 avx512f"), Optional.empty()));
        assertEquals("DEFAULT", Machine.level(Optional.of("sse2 avx2x"), Optional.empty()));
        assertEquals("not known", Machine.level(Optional.empty(), Optional.empty()));
    }

    @Test
    void aLevelThatIsAskedForIsTaken() {
        assertEquals("DEFAULT", Machine.level(Optional.of(AVX512), Optional.of("default")));
    }

    @Test
    void thisMachineIsDescribed() {
        Machine here = Machine.here();
        assertEquals(System.getProperty("os.name"), here.os());
        assertFalse(here.processor().isBlank());
        assertEquals(here, Machine.here());
    }
}
