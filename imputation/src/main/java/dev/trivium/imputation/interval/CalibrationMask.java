package dev.trivium.imputation.interval;

import dev.trivium.data.series.SeriesSet;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Which further cells are hidden in order to calibrate. In every round a series has one part: it loses points, or blocks of 1 to 127 rows, or
 * all its rows, or nothing. Over {@link #ROUNDS} rounds every series has every part, so that each group of distances has cells.
 */
final class CalibrationMask {

    static final int ROUNDS = 8;

    private static final double POINTS = 0.25;
    private static final int LONGEST_LOG = 6;
    private static final int LEAST_BETWEEN = 4;
    private static final int MORE_BETWEEN = 40;

    private final int from;
    private final int to;
    private final int width;
    private final int[] ranks;
    private final SplittableRandom random;

    CalibrationMask(int from, int to, int width, SplittableRandom random) {
        this.from = from;
        this.to = to;
        this.width = width;
        this.random = random;
        ranks = new int[width];
        for (int s = 0; s < width; s++) { // a permutation
            int other = random.nextInt(s + 1);
            ranks[s] = ranks[other];
            ranks[other] = s;
        }
    }

    /** {@return the series with more gaps; call it for round 0, 1, and so on} */
    SeriesSet hide(SeriesSet series, int round) {
        BitSet hidden = new BitSet();
        for (int s = 0; s < width; s++) {
            switch ((ranks[s] + round) % ROUNDS) {
                case 0 -> block(hidden, s, from - GapSteps.REACH, to); // no value in reach, not even before the first row
                case 2 -> points(hidden, s);
                case 4, 6 -> blocks(hidden, s);
                default -> { } // visible as it is
            }
        }
        double[] values = series.toArray();
        hidden.stream().forEach(i -> values[i] = Double.NaN);
        return SeriesSet.of(series.time(), series.variables(), values);
    }

    private void points(BitSet hidden, int s) {
        for (int t = from; t < to; t++) {
            if (random.nextDouble() < POINTS) {
                hidden.set(t * width + s);
            }
        }
    }

    private void blocks(BitSet hidden, int s) {
        int t = from + random.nextInt(LEAST_BETWEEN + MORE_BETWEEN);
        while (t < to) {
            int power = 1 << random.nextInt(LONGEST_LOG + 1);
            int length = power + random.nextInt(power);
            block(hidden, s, t, Math.min(to, t + length));
            t += length + LEAST_BETWEEN + random.nextInt(MORE_BETWEEN);
        }
    }

    private void block(BitSet hidden, int s, int first, int end) {
        for (int t = Math.max(0, first); t < end; t++) {
            hidden.set(t * width + s);
        }
    }
}
