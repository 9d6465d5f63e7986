package dev.trivium.nn.artifact;

/** 16-bit floats widened to {@code float}; every value of both formats is exactly a {@code float}. */
final class HalfPrecision {

    private static final float SUBNORMAL_STEP = 0x1p-24f;   // the smallest positive F16

    private HalfPrecision() {}

    static float fromBf16(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    static float fromF16(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * SUBNORMAL_STEP;
            return sign == 0 ? magnitude : -magnitude;
        }
        int wide = exponent == 0x1f ? 0xff : exponent + 127 - 15;    // infinity and NaN keep an exponent of all ones
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
