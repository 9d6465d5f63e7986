package dev.trivium.imputation.mask;

/**
 * The random numbers of NumPy's {@code default_rng(seed)}, bit for bit: {@code SeedSequence}, PCG64 (O'Neill 2014: 128-bit state, XSL-RR
 * output), {@code random()} and {@code integers(n)}.
 */
final class NumpyRandom {

    private static final long LOW_32 = 0xffffffffL;
    private static final double STEP_OF_DOUBLE = 0x1.0p-53;
    private static final long MULTIPLIER_HIGH = 0x2360ed051fc65da4L;
    private static final long MULTIPLIER_LOW = 0x4385df649fccf645L;

    private final long incrementHigh;
    private final long incrementLow;
    private long high;
    private long low;
    private boolean halfLeft;
    private int half;

    NumpyRandom(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("seed must be at least 0, got " + seed);
        }
        long[] words = SeedSequence.words(seed);
        incrementHigh = words[2] << 1 | words[3] >>> 63;
        incrementLow = words[3] << 1 | 1;
        step();
        add(words[0], words[1]);
        step();
    }

    /** {@return a number in [0, 1), of 53 random bits} */
    double random() {
        return (next() >>> 11) * STEP_OF_DOUBLE;
    }

    /** {@return an integer in [0, bound)} Small bounds take half of a 64-bit draw and leave the other half for the next (Lemire 2019). */
    long integers(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, got " + bound);
        }
        if (bound == 1) {
            return 0; // NumPy draws nothing here
        }
        if (bound == LOW_32 + 1) {
            return nextHalf();
        }
        return bound < LOW_32 + 1 ? small(bound) : large(bound);
    }

    private long small(long bound) {
        long product = nextHalf() * bound;
        if ((product & LOW_32) < bound) {
            long threshold = (LOW_32 + 1 - bound) % bound;
            while ((product & LOW_32) < threshold) {
                product = nextHalf() * bound;
            }
        }
        return product >>> 32;
    }

    private long large(long bound) {
        long draw = next();
        if (Long.compareUnsigned(draw * bound, bound) < 0) {
            long threshold = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(draw * bound, threshold) < 0) {
                draw = next();
            }
        }
        return multiplyHigh(draw, bound);
    }

    private long nextHalf() {
        if (halfLeft) {
            halfLeft = false;
            return half & LOW_32;
        }
        long both = next();
        halfLeft = true;
        half = (int) (both >>> 32);
        return both & LOW_32;
    }

    /** {@return 64 random bits} */
    long next() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    private void step() {
        long product = low * MULTIPLIER_LOW;
        high = multiplyHigh(low, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + low * MULTIPLIER_HIGH;
        low = product;
        add(incrementHigh, incrementLow);
    }

    private void add(long addedHigh, long addedLow) {
        low += addedLow;
        high += addedHigh + (Long.compareUnsigned(low, addedLow) < 0 ? 1 : 0);
    }

    /** {@return the upper half of the unsigned product} */
    private static long multiplyHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> 63 & b) + (b >> 63 & a);
    }
}
