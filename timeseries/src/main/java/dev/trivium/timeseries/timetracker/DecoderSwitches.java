package dev.trivium.timeseries.timetracker;

/**
 * What the decoder leaves open: the paper's text was not available, so each choice is ours and can be changed.
 *
 * @param flatPositions whether rotations follow the flattened index of a token, variate by variate, instead of its patch alone; then
 *     forecasts depend on the order of the variates
 * @param rotatedShare share of each head that is rotated, from its first channel on: 0 to 1
 * @param scaledBias whether the biases u and v stand inside the scaling by 1/√d_h, instead of being added after it
 * @param normalBias whether u and v start standard normal, instead of at zero
 * @param norm where normalisations stand, and of which kind
 */
public record DecoderSwitches(boolean flatPositions, double rotatedShare, boolean scaledBias, boolean normalBias, Norm norm) {

    /** Layout of a layer. */
    public enum Norm {
        /** Root mean square normalisation before attention and before the experts, and after the last layer. */
        BEFORE,
        /** Layer normalisation after each residual, and after the last layer. */
        AFTER
    }

    /** Checks the range. */
    public DecoderSwitches {
        if (!(rotatedShare >= 0 && rotatedShare <= 1)) {
            throw new IllegalArgumentException("rotatedShare must be in [0, 1], got " + rotatedShare);
        }
    }

    /** {@return rotation of whole heads by the patch, scaled biases that start at zero, normalisation before (ours)} */
    public static DecoderSwitches standard() {
        return new DecoderSwitches(false, 1, true, false, Norm.BEFORE);
    }
}
