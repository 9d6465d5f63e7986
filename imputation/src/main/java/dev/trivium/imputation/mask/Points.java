package dev.trivium.imputation.mask;

import dev.trivium.data.series.SeriesSet;

/**
 * Single cells, each hidden by itself: missing completely at random. The draws are those of {@link Blocks} without faults, so
 * {@code new Points(0.25)} is the published point pattern.
 *
 * @param rate probability that a cell is hidden, in (0, 1)
 */
public record Points(double rate) implements MissingPattern {

    /** Checks the rate. */
    public Points {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must lie between 0 and 1, got " + rate);
        }
    }

    @Override
    public HiddenMask draw(SeriesSet truth, long seed) {
        return HiddenMask.of(truth, new Blocks(0, rate, 1, 1).cells(truth.length(), truth.width(), seed), describe(), seed);
    }

    @Override
    public String describe() {
        return "points " + rate;
    }
}
