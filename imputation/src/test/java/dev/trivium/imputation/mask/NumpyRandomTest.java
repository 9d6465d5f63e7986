package dev.trivium.imputation.mask;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected figures: NumPy 2.4.6, {@code default_rng(seed)}. */
class NumpyRandomTest {

    @Test
    void aSeedIsSpreadAsByNumpy() {
        assertArrayEquals(new long[] {0x4f3a2f72f4db6e07L, 0x70b918e11a6fce23L, 0x0c3e95c65977275bL, 0x8646434e47ed6d31L},
                SeedSequence.words(9101112));
        assertArrayEquals(new long[] {0xdb2cd7e7b0f478beL, 0xabf4641a2c71ba49L, 0x20c6ed6d9d7b8d41L, 0x2c4099de223c39d4L},
                SeedSequence.words(0));
        assertArrayEquals(new long[] {0x0d8672e10e3d1a15L, 0x9aef4ada4ecfa161L, 0x999c1c3b83dba903L, 0x408927dc0dc8a316L},
                SeedSequence.words((1L << 40) + 7));
    }

    @ParameterizedTest
    @CsvSource({"0, a30febcfd9c2825f, 4510bdf882d9d721, a7d3da94ecde8b8", "9101112, fc3a17d195b373c9, f6d157622ec67cb, af75800c33952e73",
            "56789, 58df57a29f0cd263, 46bdf7dd79c17ae9, 6bc64e61b7253bdd", "1099511627783, d46e9e2034de21aa, 415badc99c087675, 275ed40f045acb84"})
    void rawDrawsAreThoseOfNumpy(long seed, String first, String second, String third) {
        NumpyRandom random = new NumpyRandom(seed);
        for (String expected : new String[] {first, second, third}) {
            assertEquals(Long.parseUnsignedLong(expected, 16), random.next());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0.6369616873214543, 0.2697867137638703, 0.04097352393619469", "1, 0.5118216247002567, 0.9504636963259353, 0.14415961271963373",
            "56789, 0.3471579334282524, 0.27633618504638047, 0.4209946621478097"})
    void fractionsAreThoseOfNumpy(long seed, double first, double second, double third) {
        NumpyRandom random = new NumpyRandom(seed);
        assertArrayEquals(new double[] {first, second, third}, new double[] {random.random(), random.random(), random.random()}, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 30 22 18 9 11, 0.016527635528529094, 1, 525801878, 2797613725383355554",
            "1, 17 18 27 34 1, 0.9486494471372439, 5, 935494355, 1887097935946223284",
            "9101112, 21 35 4 2 7, 0.8151982464210047, 24, 2559296894, 37381711271126037",
            "56789, 22 12 17 9 25, 0.6062777676860641, 15, 1848813655, 261603791255221293"})
    void integersKeepTheHalfDrawThatIsLeftOver(long seed, String small, double between, long next, long wide, long widest) {
        NumpyRandom random = new NumpyRandom(seed);
        for (String expected : small.split(" ", -1)) {
            assertEquals(Long.parseLong(expected), random.integers(36));
        }
        assertEquals(between, random.random());
        assertEquals(next, random.integers(36));
        assertEquals(wide, random.integers(3_000_000_000L));
        assertEquals(widest, random.integers((1L << 62) + 5));
    }

    @Test
    void anEmptyRangeAndANegativeSeedAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(-1));
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(1).integers(0));
        assertEquals(0, new NumpyRandom(1).integers(1));
    }
}
