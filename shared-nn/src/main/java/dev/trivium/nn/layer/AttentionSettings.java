package dev.trivium.nn.layer;

/**
 * Sizes of a {@link MultiHeadAttention}.
 *
 * @param width D, a multiple of {@code heads}
 * @param heads H
 * @param dropout probability of dropping an attention weight in training, in [0, 1)
 */
public record AttentionSettings(int width, int heads, double dropout) {

    /** Checks every value. */
    public AttentionSettings {
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "width must be a positive multiple of heads, got width=" + width + ", heads=" + heads);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
        }
    }

    /** {@return the width of one head, d = D / H} */
    public int headWidth() {
        return width / heads;
    }
}
