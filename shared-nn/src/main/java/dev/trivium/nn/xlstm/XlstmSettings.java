package dev.trivium.nn.xlstm;

import java.util.List;

/**
 * Sizes of an {@link XlstmStack}.
 *
 * @param width D, a multiple of {@code heads}
 * @param heads H, of the sLSTM layers and of the mLSTM layers; divides the inner width E too
 * @param blocks how many blocks follow each other, at least 1
 * @param slstmAt the numbers of the blocks, from 0, that are sLSTM blocks; the others are mLSTM blocks
 * @param kernel how many tokens the causal convolutions see, the token itself included, at least 1
 * @param projectionBlock side of the square blocks on the diagonals of the mLSTM's query, key and value matrices; divides E
 * @param activation of the sLSTM blocks' feed-forward layers
 */
public record XlstmSettings(int width, int heads, int blocks, List<Integer> slstmAt, int kernel, int projectionBlock,
        Activation activation) {

    private static final int INNER_MULTIPLE = 64;

    /** Activation of the gated feed-forward layer. */
    public enum Activation {
        /** max(x, 0). */
        RELU,
        /** The Gaussian error linear unit, exact (erf) form. */
        GELU
    }

    /** Checks every value. */
    public XlstmSettings {
        slstmAt = List.copyOf(slstmAt);
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw new IllegalArgumentException("width must be a positive multiple of heads, got width=" + width + ", heads=" + heads);
        }
        if (innerOf(width) % heads != 0) {
            throw new IllegalArgumentException("heads must divide the inner width " + innerOf(width) + ", got " + heads);
        }
        if (blocks < 1) {
            throw new IllegalArgumentException("blocks must be at least 1, got " + blocks);
        }
        for (int at : slstmAt) {
            if (at < 0 || at >= blocks) {
                throw new IllegalArgumentException("slstmAt must name blocks from 0 to " + (blocks - 1) + ", got " + at);
            }
        }
        if (slstmAt.stream().distinct().count() < slstmAt.size()) {
            throw new IllegalArgumentException("slstmAt must name each block once, got " + slstmAt);
        }
        if (kernel < 1) {
            throw new IllegalArgumentException("kernel must be at least 1, got " + kernel);
        }
        if (projectionBlock < 1 || innerOf(width) % projectionBlock != 0) {
            throw new IllegalArgumentException(
                    "projectionBlock must divide the inner width " + innerOf(width) + ", got " + projectionBlock);
        }
    }

    /**
     * {@return xLSTM[1:1] of two blocks: an sLSTM block, then an mLSTM block, with 4 heads, convolutions over 4 tokens and 4 × 4 blocks in
     * the projections}
     */
    public static XlstmSettings pair(int width, Activation activation) {
        return new XlstmSettings(width, 4, 2, List.of(0), 4, 4, activation);
    }

    /** {@return the inner width of mLSTM and feed-forward layers, E = 64 ⌈2 D / 64⌉} */
    public int inner() {
        return innerOf(width);
    }

    private static int innerOf(int width) {
        return Math.multiplyExact(INNER_MULTIPLE, Math.toIntExact((2L * width + INNER_MULTIPLE - 1) / INNER_MULTIPLE));
    }
}
