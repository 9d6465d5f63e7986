package dev.trivium.timeseries.waverora;

/**
 * Which parts of the architecture are in place: the full model, or one of the paper's ablations (Tables III and IV).
 *
 * @param domain in which the series is embedded and predicted
 * @param mixing which attention mixes the variates
 * @param rotary whether it is rotary
 * @param skip whether a linear skip connection is added to its result
 * @param gate whether the result is gated
 */
public record Variant(Domain domain, Mixing mixing, boolean rotary, boolean skip, boolean gate) {

    /** In which domain a window is embedded and a horizon predicted. */
    public enum Domain {
        /** Wavelet coefficients, one token part per level: WaveRoRA. */
        WAVELET,
        /** The samples themselves: TimeRoRA. */
        TIME,
        /** Real and imaginary parts of the Fourier transform: FreqRoRA (the paper's text says magnitudes, its code uses both parts). */
        FREQUENCY
    }

    /** Which attention mixes the variates. */
    public enum Mixing {
        /** Route attention through routing tokens, O(M r d): "w/ RA", rotary "w/ RoRA". */
        ROUTE,
        /** Softmax attention, O(M² d): "w/ SA", rotary "w/ RoSA". */
        SOFTMAX,
        /** Linear attention as published, whose heads and variates are scrambled by a missing transposition: "w/ LA", "w/ RoLA". */
        LINEAR_AS_PUBLISHED,
        /** The same linear attention with heads and variates in their places. */
        LINEAR
    }

    /** {@return the full model} */
    public static Variant full() {
        return new Variant(Domain.WAVELET, Mixing.ROUTE, true, true, true);
    }

    /** {@return this variant with another attention} */
    public Variant with(Mixing other) {
        return new Variant(domain, other, rotary, skip, gate);
    }

    /** {@return this variant in another domain} */
    public Variant with(Domain other) {
        return new Variant(other, mixing, rotary, skip, gate);
    }

    /** {@return this variant without rotary positions} */
    public Variant withoutRotary() {
        return new Variant(domain, mixing, false, skip, gate);
    }

    /** {@return this variant without the skip connection} */
    public Variant withoutSkip() {
        return new Variant(domain, mixing, rotary, false, gate);
    }

    /** {@return this variant without the gate} */
    public Variant withoutGate() {
        return new Variant(domain, mixing, rotary, skip, false);
    }
}
