package dev.trivium.nn.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A stream of keep-or-drop decisions that depends on a seed and a step number, and on nothing else.
 *
 * <p>SplitMix64 (Steele, Lea and Flood 2014) over a counter; every 64-bit number decides four elements by 16 bits each. The four are
 * compared at once: an addition carries into the bit above a 16-bit number exactly if the number reaches the threshold.
 */
final class MaskStream {

    /** Decisions are made in steps of 1 / {@value}. */
    static final int RESOLUTION = 1 << 16;

    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long EVEN = 0x0000FFFF_0000FFFFL;
    private static final long ONES = 0x00000001_00000001L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long state;

    MaskStream(long seed, long step) {
        state = mixed(mixed(seed + GAMMA) + step * GAMMA);
    }

    /**
     * Fills an array with 1 (keep) and 0 (drop) and moves on.
     *
     * @param target its length is a multiple of 8
     * @param threshold an element is dropped if its 16 bits are below it
     */
    void fill(byte[] target, int threshold) {
        long carry = (RESOLUTION - threshold) * ONES;
        long at = state;
        for (int i = 0; i < target.length; i += 8) {
            long low = kept(mixed(at + GAMMA), carry);
            at += 2 * GAMMA;
            LONGS.set(target, i, low | kept(mixed(at), carry) << 32);
        }
        state = at;
    }

    /** Four decisions in the low bytes. */
    private static long kept(long bits, long carry) {
        long even = (bits & EVEN) + carry >>> 16 & ONES;
        long odd = (bits >>> 16 & EVEN) + carry >>> 16 & ONES;
        long pairs = even | odd << 8;
        return (pairs | pairs >>> 16) & 0xFFFFFFFFL;
    }

    private static long mixed(long z) {
        long a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
        return b ^ b >>> 31;
    }
}
