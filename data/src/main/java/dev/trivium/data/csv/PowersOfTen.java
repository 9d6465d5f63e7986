package dev.trivium.data.csv;

import java.math.BigInteger;

/**
 * Powers of ten for reading decimal numbers: exact ones, and {@code w · 10^q} rounded correctly by one or two 128-bit products
 * (Lemire 2021, "Number parsing at a gigabyte per second", algorithm 1, without its cases that need care: those are left to the caller).
 */
final class PowersOfTen {

    private static final int LOWEST = -290;
    private static final int HIGHEST = 290;
    private static final double[] EXACT = new double[23];
    private static final long[] HIGH = new long[HIGHEST - LOWEST + 1]; // 5^q = (HIGH · 2^64 + LOW) · 2^e, truncated, top bit set
    private static final long[] LOW = new long[HIGHEST - LOWEST + 1];

    static {
        for (int i = 0; i < EXACT.length; i++) {
            EXACT[i] = Double.parseDouble("1e" + i);
        }
        for (int q = LOWEST; q <= HIGHEST; q++) {
            BigInteger top = topBits(q);
            HIGH[q - LOWEST] = top.shiftRight(64).longValue();
            LOW[q - LOWEST] = top.longValue();
        }
    }

    private PowersOfTen() {}

    /** The 128 leading bits of 5^q: truncated for q >= 0, rounded up for q < 0, where the power is a reciprocal. */
    private static BigInteger topBits(int q) {
        BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
        if (q >= 0) {
            int shift = five.bitLength() - 128;
            return shift >= 0 ? five.shiftRight(shift) : five.shiftLeft(-shift);
        }
        int bits = five.bitLength() + 127;
        BigInteger reciprocal = BigInteger.ONE.shiftLeft(bits).divide(five).add(BigInteger.ONE);
        return reciprocal.shiftRight(reciprocal.bitLength() - 128);
    }

    /** 10^q for q in [0, 22]. */
    static double exact(int q) {
        return EXACT[q];
    }

    /**
     * The double nearest to {@code w · 10^q}; NaN where this method cannot tell.
     *
     * @param w unsigned, not 0
     */
    static double scale(long w, int q) {
        if (q < LOWEST || q > HIGHEST - 20) {
            return Double.NaN;
        }
        int zeros = Long.numberOfLeadingZeros(w);
        long m = w << zeros;
        long high = unsignedHigh(m, HIGH[q - LOWEST]);
        long low = m * HIGH[q - LOWEST];
        if ((high & 0x1ff) == 0x1ff) { // the bits below may carry into the result: take them into account
            long next = unsignedHigh(m, LOW[q - LOWEST]);
            low += next;
            if (Long.compareUnsigned(low, next) < 0) {
                high++;
            }
            if (low == -1) {
                return Double.NaN;
            }
        }
        int upper = (int) (high >>> 63);
        int dropped = upper + 9; // keeps 54 bits: 53 and one to round by
        long kept = high >>> dropped;
        if (low == 0 || low == 1 || (high & ((1L << dropped) - 1)) == 0) { // perhaps a tie
            if ((kept & 1) == 1) {
                return Double.NaN;
            }
        }
        long mantissa = (kept + 1) >>> 1;
        int exponent = (217_706 * q >> 16) + 63 + upper - zeros; // 217706 / 65536 = log2(10), near enough for every q here
        return assemble(mantissa, exponent);
    }

    /** {@code mantissa · 2^(exponent - 52)} where the mantissa has 53 bits, or is 2^53 after rounding up. */
    private static double assemble(long mantissa, int exponent) {
        long significand = mantissa;
        int power = exponent;
        if (significand == 1L << 53) {
            significand >>>= 1;
            power++;
        }
        int biased = power + 1023;
        if (biased <= 0 || biased >= 2047) {
            return Double.NaN; // subnormal or infinite: rare, and not worth a mistake
        }
        return Double.longBitsToDouble((long) biased << 52 | significand & ((1L << 52) - 1));
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a); // Math.unsignedMultiplyHigh is from Java 18
    }
}
