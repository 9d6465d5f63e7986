package dev.trivium.nn.layer;

/**
 * Sizes of a {@link Conv1d}.
 *
 * @param in input channels, a multiple of {@code groups}
 * @param out output channels, a multiple of {@code groups}
 * @param kernel taps of the filter
 * @param stride steps between outputs
 * @param padding zeros added at both ends
 * @param dilation steps between taps
 * @param groups channels fall into this many groups that do not see each other
 */
public record Conv1dSettings(int in, int out, int kernel, int stride, int padding, int dilation, int groups) {

    /** Checks every value. */
    public Conv1dSettings {
        Sizes.positive("in", in);
        Sizes.positive("out", out);
        Sizes.positive("kernel", kernel);
        Sizes.positive("stride", stride);
        Sizes.positive("dilation", dilation);
        Sizes.positive("groups", groups);
        if (padding < 0) {
            throw new IllegalArgumentException("padding must be at least 0, got " + padding);
        }
        if (in % groups != 0 || out % groups != 0) {
            throw new IllegalArgumentException(
                    "groups must divide in and out, got groups=" + groups + ", in=" + in + ", out=" + out);
        }
    }

    /** {@return a convolution with stride 1, no padding, no dilation and one group} */
    public static Conv1dSettings of(int in, int out, int kernel) {
        return new Conv1dSettings(in, out, kernel, 1, 0, 1, 1);
    }

    /** {@return these settings with another stride} */
    public Conv1dSettings withStride(int other) {
        return new Conv1dSettings(in, out, kernel, other, padding, dilation, groups);
    }

    /** {@return these settings with another padding} */
    public Conv1dSettings withPadding(int other) {
        return new Conv1dSettings(in, out, kernel, stride, other, dilation, groups);
    }

    /** {@return these settings with another dilation} */
    public Conv1dSettings withDilation(int other) {
        return new Conv1dSettings(in, out, kernel, stride, padding, other, groups);
    }

    /** {@return these settings with another number of groups} */
    public Conv1dSettings withGroups(int other) {
        return new Conv1dSettings(in, out, kernel, stride, padding, dilation, other);
    }

    /** {@return the number of outputs for an input of a length} */
    public long outputs(long length) {
        return Math.floorDiv(length + 2L * padding - (long) dilation * (kernel - 1) - 1, stride) + 1;
    }
}
