package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;
import java.util.BitSet;

/**
 * A trace's own losses once more: the pattern of its missing cells, shifted in time by a random number of rows and going on at the beginning
 * after the end, hides what is observed there. Losses keep their lengths and happen together as they did. Ours.
 */
public record Replay() implements MissingPattern {

    @Override
    public HiddenMask draw(SeriesSet truth, long seed) {
        int rows = truth.length();
        if (rows < 2 || truth.missing() == 0) {
            throw new IllegalArgumentException("truth must have two rows and losses to replay, got " + rows + " rows and " + truth.missing()
                    + " missing cells");
        }
        int offset = 1 + (int) new NumpyRandom(seed).integers(rows - 1);
        BitSet cells = new BitSet();
        for (int t = 0; t < rows; t++) {
            int source = (t + offset) % rows;
            for (int s = 0; s < truth.width(); s++) {
                if (!truth.observed(source, s)) {
                    cells.set(t * truth.width() + s);
                }
            }
        }
        return HiddenMask.of(truth, cells, describe(), seed);
    }

    @Override
    public String describe() {
        return "replay of own losses at a random offset";
    }
}
