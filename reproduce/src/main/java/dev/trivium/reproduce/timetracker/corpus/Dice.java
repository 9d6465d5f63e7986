package dev.trivium.reproduce.timetracker.corpus;

/**
 * Random numbers of one draw. The stream follows from a seed and an index alone: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) from a mixed
 * start. Our own, so that no change of the Java library changes the corpus. Not thread-safe; every draw has its own.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final int BLOCKS = 128;
    private static final double TAIL = 3.442619855899;
    private static final double AREA = 9.91256303526217e-3;
    private static final double[] EDGE = new double[BLOCKS + 1];
    private static final double[] RATIO = new double[BLOCKS];

    static {
        double height = Math.exp(-0.5 * TAIL * TAIL);
        EDGE[0] = AREA / height;
        EDGE[1] = TAIL;
        for (int i = 2; i < BLOCKS; i++) {
            EDGE[i] = Math.sqrt(-2 * Math.log(AREA / EDGE[i - 1] + height));
            height = Math.exp(-0.5 * EDGE[i] * EDGE[i]);
        }
        EDGE[BLOCKS] = 0;
        for (int i = 0; i < BLOCKS; i++) {
            RATIO[i] = EDGE[i + 1] / EDGE[i];
        }
    }

    private long state;

    Dice(long seed, long index) {
        state = mixed(mixed(seed + GOLDEN) ^ mixed(index * GOLDEN + 0x632BE59BD9B4E019L));
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return mixed(state);
    }

    /** {@return uniform in [0, 1)} */
    double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    double uniform(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** {@return a number whose logarithm is uniform} */
    double logUniform(double low, double high) {
        return low * Math.exp(Math.log(high / low) * uniform());
    }

    /** {@return uniform in 0 .. count - 1} */
    int integer(int count) {
        return (int) (uniform() * count);
    }

    /** {@return uniform in low .. high, both included} */
    int integer(int low, int high) {
        return low + integer(high - low + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** {@return +1 or -1} */
    double sign() {
        return chance(0.5) ? 1 : -1;
    }

    /** {@return the place of one of the weights, drawn in proportion to them} */
    int among(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** {@return a standard normal number} Ziggurat with 128 blocks (Marsaglia and Tsang, J. Stat. Softw. 2000; Doornik 2005). */
    double normal() {
        while (true) {
            long bits = bits();
            int block = (int) (bits & (BLOCKS - 1));
            double u = (bits >>> 11) * (2 * UNIT) - 1;
            double x = u * EDGE[block];
            if (Math.abs(u) < RATIO[block]) {
                return x;
            }
            if (block == 0) {
                return Math.copySign(tail(), u);
            }
            double outer = Math.exp(-0.5 * (EDGE[block] * EDGE[block] - x * x));
            double inner = Math.exp(-0.5 * (EDGE[block + 1] * EDGE[block + 1] - x * x));
            if (inner + uniform() * (outer - inner) < 1) {
                return x;
            }
        }
    }

    private double tail() {
        while (true) {
            double x = exponential() / TAIL;
            if (2 * exponential() > x * x) {
                return TAIL + x;
            }
        }
    }

    double exponential() {
        return -Math.log(1 - uniform());
    }

    /** {@return a gamma number with the given shape and scale 1} Marsaglia and Tsang, ACM TOMS 2000. */
    double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(1 - uniform(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = 1 + c * x;
            v = v * v * v;
            if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /** {@return a Student t number with the given degrees of freedom} */
    double student(double freedom) {
        return normal() / Math.sqrt(Math.max(1e-6, 2 * gamma(freedom / 2) / freedom));
    }

    /** {@return a Poisson number; by the normal law for rates above 30} */
    double poisson(double rate) {
        if (rate > 30) {
            return Math.max(0, Math.rint(rate + Math.sqrt(rate) * normal()));
        }
        double limit = Math.exp(-rate);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform()) {
            count++;
        }
        return count;
    }
}
