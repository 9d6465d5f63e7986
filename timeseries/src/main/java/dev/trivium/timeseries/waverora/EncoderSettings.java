package dev.trivium.timeseries.waverora;

import java.util.Locale;

/**
 * Sizes of the encoder (Liang et al. 2024, §IV).
 *
 * @param layers number of encoder layers, at least 1
 * @param width d, width of a variate's token in the attention; a multiple of {@code heads}
 * @param heads h
 * @param routers r, even and at least 2; or 0 for the paper's rule, {@link #routersFor}
 * @param hidden F, width of the feed-forward layers
 * @param kernel k_s, odd: how many neighbouring variates the feed-forward layers see, 1 is none; the time and frequency
 *     variants always have 1
 * @param dropout in [0, 1)
 */
public record EncoderSettings(int layers, int width, int heads, int routers, int hidden, int kernel, double dropout) {

    /** Checks every value. */
    public EncoderSettings {
        atLeast("layers", 1, layers);
        atLeast("heads", 1, heads);
        atLeast("hidden", 1, hidden);
        if (width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "width must be a positive multiple of heads, got width=%d, heads=%d",
                    width, heads));
        }
        if (routers < 0 || routers % 2 != 0) {
            throw new IllegalArgumentException("routers must be even (0: the paper's rule), got " + routers);
        }
        if (kernel < 1 || kernel % 2 == 0) {
            throw new IllegalArgumentException("kernel must be odd, got " + kernel);
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), got " + dropout);
        }
    }

    static void atLeast(String name, int low, int value) {
        if (value < low) {
            throw new IllegalArgumentException(name + " must be at least " + low + ", got " + value);
        }
    }

    /**
     * The number of routers: what was set, else ⌊⌊√M + log₂ M⌋ / 2⌋, made even, and at least 2.
     *
     * <p>Differs from the paper: its rule gives 0 for a single variate, which cannot run.
     *
     * @param variates M, without calendar channels
     */
    public int routersFor(int variates) {
        if (routers > 0) {
            return routers;
        }
        int rule = (int) Math.floor(Math.sqrt(variates) + Math.log(variates) / Math.log(2)) / 2;
        return Math.max(2, rule + rule % 2);
    }

    EncoderSettings withDropout(double other) {
        return new EncoderSettings(layers, width, heads, routers, hidden, kernel, other);
    }
}
