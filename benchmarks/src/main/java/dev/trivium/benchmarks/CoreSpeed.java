package dev.trivium.benchmarks;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells when a core ran at full speed: on a rented machine, a neighbour on the same core may slow it by half for seconds, and no process here
 * shows it. A fixed piece of arithmetic is timed after every measurement; one counts where this took at most {@value #TOLERANCE} of its fastest
 * twentieth, before the measurement and after it.
 */
final class CoreSpeed {

    private static final double TOLERANCE = 1.15;
    private static final double FASTEST = 0.05;
    private static final int ROUNDS = 10_000;

    private final long[] nanos;
    private long before;
    private long sink;

    /** For measurements 0 to {@code count - 1}. */
    CoreSpeed(int count) {
        nanos = new long[count + 1];
    }

    /** To be called after measurement {@code i}; with a negative one while the compiler warms up. */
    void look(int i) {
        long start = System.nanoTime();
        long a = sink | 1;
        long b = a + 1;
        long c = a + 2;
        long d = a + 3;
        for (int k = 0; k < ROUNDS; k++) { // four streams that do not wait for each other: a core that is shared cannot keep up with them
            a ^= a << 13;
            b ^= b << 13;
            c ^= c << 13;
            d ^= d << 13;
            a ^= a >>> 7;
            b ^= b >>> 7;
            c ^= c >>> 7;
            d ^= d >>> 7;
            a ^= a << 17;
            b ^= b << 17;
            c ^= c << 17;
            d ^= d << 17;
        }
        sink = a ^ b ^ c ^ d;
        long took = System.nanoTime() - start;
        if (i < 0) {
            before = took;
        } else {
            nanos[0] = before;
            nanos[i + 1] = took;
        }
    }

    /** {@return those of the measurements that count} */
    double[] atFullSpeed(double[] measured) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        double limit = TOLERANCE * sorted[(int) (FASTEST * sorted.length)];
        return IntStream.range(0, measured.length).filter(i -> nanos[i] <= limit && nanos[i + 1] <= limit).mapToDouble(i -> measured[i]).toArray();
    }
}
