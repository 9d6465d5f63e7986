package dev.trivium.molecular.molgraphxlstm;

import java.util.Locale;

/**
 * Shape of the network.
 *
 * <p>The published settings name 4 graph layers; those from {@code power} on do not reach the output, so there are as many layers as
 * {@code power} here. Each xLSTM stack has two blocks, an sLSTM and an mLSTM, as published.
 *
 * @param power graph layers, whose projections are put side by side
 * @param channels d, channels of each projection
 * @param experts E, experts of each prediction head
 * @param heads K, attention heads of each prediction head; a divisor of the width
 */
public record Architecture(int power, int channels, int experts, int heads) {

    private static final int WIDEST = 4096;
    private static final int UNIT = 16;

    /** Checks every value. */
    public Architecture {
        between("power", 1, 64, power);
        between("channels", 1, WIDEST, channels);
        between("experts", 2, 256, experts);
        between("heads", 1, 256, heads);
        int width = power * channels;
        if (width > WIDEST || width % UNIT != 0 || width % heads != 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "power * channels must be a multiple of %d and of heads, at most %d, got power=%d, channels=%d, heads=%d",
                    UNIT, WIDEST, power, channels, heads));
        }
    }

    private static void between(String name, int low, int high, int value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must be between %d and %d, got %d", name, low, high, value));
        }
    }

    /** {@return D = 128 with 4 experts and 4 heads: for data of one's own, and for two processor cores} */
    public static Architecture light() {
        return new Architecture(4, 32, 4, 4);
    }

    /** {@return the model's width, D} */
    public int width() {
        return power * channels;
    }

    /** {@return this shape with other channels} */
    public Architecture withChannels(int other) {
        return new Architecture(power, other, experts, heads);
    }

    /** {@return this shape with other prediction heads} */
    public Architecture withMixture(int otherExperts, int otherHeads) {
        return new Architecture(power, channels, otherExperts, otherHeads);
    }
}
