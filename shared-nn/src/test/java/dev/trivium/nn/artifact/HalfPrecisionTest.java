package dev.trivium.nn.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HalfPrecisionTest {

    @Test // IEEE 754-2008, binary16: (-1)^s 2^(e-15) (1 + f/1024), subnormal (-1)^s 2^-14 f/1024
    void everyF16IsTheNumberOfItsFormula() {
        for (int bits = 0; bits < 1 << 16; bits++) {
            double sign = bits < 0x8000 ? 1 : -1;
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            double expected = exponent == 31 ? (fraction == 0 ? sign / 0 : Double.NaN)
                    : exponent == 0 ? sign * Math.pow(2, -14) * fraction / 1024
                    : sign * Math.pow(2, exponent - 15) * (1 + fraction / 1024.0);
            assertEquals(expected, HalfPrecision.fromF16((short) bits), "bits " + bits);
        }
    }

    @Test
    void aNegativeZeroStaysNegative() {
        assertEquals(-0.0f, HalfPrecision.fromF16((short) 0x8000));
        assertEquals(-0.0f, HalfPrecision.fromBf16((short) 0x8000));
    }

    @Test
    void bfloat16IsTheUpperHalfOfAFloat() {
        assertEquals(1.0f, HalfPrecision.fromBf16((short) 0x3f80));
        assertEquals(-3.140625f, HalfPrecision.fromBf16((short) 0xc049));
        assertEquals(Float.POSITIVE_INFINITY, HalfPrecision.fromBf16((short) 0x7f80));
        assertTrue(Float.isNaN(HalfPrecision.fromBf16((short) 0x7fc0)));
    }
}
