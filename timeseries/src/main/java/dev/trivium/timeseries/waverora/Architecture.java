package dev.trivium.timeseries.waverora;

/**
 * Everything that shapes the network, apart from the data.
 *
 * @param decomposition wavelet, levels and width of the coefficient embeddings
 * @param encoder sizes of the encoder
 * @param variant the full model or an ablation
 * @param quirks behaviour of the published code
 */
public record Architecture(Decomposition decomposition, EncoderSettings encoder, Variant variant, Quirks quirks) {

    /** {@return this architecture as an ablation} */
    public Architecture with(Variant other) {
        return new Architecture(decomposition, encoder, other, quirks);
    }

    /** {@return this architecture with other quirks} */
    public Architecture with(Quirks other) {
        return new Architecture(decomposition, encoder, variant, other);
    }
}
