package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;
import java.util.BitSet;
import java.util.Locale;

/**
 * Faults that last, and single lost values: the generator of GRIN and SPIN. In every cell a fault starts with probability {@code fault}; it
 * lasts a number of rows that is drawn once for each series, not for each fault, and is cut at the end. Single cells are lost besides, with
 * probability {@code noise}.
 *
 * @param fault    probability that a fault starts in a cell, in [0, 1]
 * @param noise    probability that a cell is lost by itself, in [0, 1]
 * @param shortest rows of the shortest fault, at least 1
 * @param longest  rows of the longest fault, at least {@code shortest}
 */
public record Blocks(double fault, double noise, int shortest, int longest) implements MissingPattern {

    /** Checks the settings. */
    public Blocks {
        if (!(fault >= 0 && fault <= 1 && noise >= 0 && noise <= 1)) {
            throw new IllegalArgumentException("fault and noise must lie in [0, 1], got " + fault + " and " + noise);
        }
        if (shortest < 1 || longest < shortest) {
            throw new IllegalArgumentException("shortest must be at least 1 and at most longest, got " + shortest + " and " + longest);
        }
    }

    /** {@return the published block pattern: fault 0.0015, noise 0.05, 12 to 47 rows} */
    public static Blocks published() {
        return new Blocks(0.0015, 0.05, 12, 47);
    }

    @Override
    public HiddenMask draw(SeriesSet truth, long seed) {
        return HiddenMask.of(truth, cells(truth.length(), truth.width(), seed), describe(), seed);
    }

    BitSet cells(int rows, int width, long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        BitSet starts = below(random, rows, width, fault);
        BitSet cells = (BitSet) starts.clone();
        for (int s = 0; s < width; s++) {
            extend(random, starts, cells, s, rows, width);
        }
        cells.or(below(random, rows, width, noise));
        return cells;
    }

    private void extend(NumpyRandom random, BitSet starts, BitSet cells, int series, int rows, int width) {
        int length = 0;
        for (int t = 0; t < rows; t++) {
            if (starts.get(t * width + series)) {
                length = length > 0 ? length : shortest + (int) random.integers(longest - shortest + 1L);
                for (int i = t; i < Math.min(t + length, rows); i++) {
                    cells.set(i * width + series);
                }
            }
        }
    }

    private static BitSet below(NumpyRandom random, int rows, int width, double probability) {
        int count = Math.multiplyExact(rows, width);
        BitSet cells = new BitSet(count);
        for (int i = 0; i < count; i++) {
            if (random.random() < probability) {
                cells.set(i);
            }
        }
        return cells;
    }

    @Override
    public String describe() {
        return String.format(Locale.ROOT, "blocks, faults %s of %d to %d rows, single cells %s", fault, shortest, longest, noise);
    }
}
