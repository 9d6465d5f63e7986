package dev.trivium.timeseries.waverora;

import dev.trivium.nn.wavelet.Wavelet;

/**
 * The multi-level wavelet decomposition of a window (Liang et al. 2024, §IV-B).
 *
 * @param wavelet the orthogonal wavelet
 * @param levels J, at least 1; J details and one approximation make C = J + 1 coefficient series
 * @param width D, width of a coefficient series' embedding
 */
public record Decomposition(Wavelet wavelet, int levels, int width) {

    /** Checks every value. */
    public Decomposition {
        if (levels < 1 || levels > 12) {
            throw new IllegalArgumentException("levels must be between 1 and 12, got " + levels);
        }
        EncoderSettings.atLeast("width", 1, width);
    }
}
