package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Rotary position embedding (Su et al. 2021, eq. 34): pair k of a vector at position p is rotated by p · base^{-2k/d}.
 *
 * <p>The product of a rotated query and a rotated key depends on their positions only through the difference. Pairs are neighbours,
 * (2k, 2k + 1), as in the paper. Nothing is trained.
 */
public final class RotaryEmbedding {

    /** The paper's base. */
    public static final double BASE = 10_000;

    private final int width;
    private final int positions;
    private final Tensor cosine;
    private final Tensor sine;

    /**
     * Prepares the angles.
     *
     * @param width d, even
     * @param positions how many there are, from 0
     * @param base of the angles' geometric sequence, above 0
     * @param parameters holds the angles, as constants
     */
    public RotaryEmbedding(int width, int positions, double base, Parameters parameters) {
        if (width < 2 || width % 2 != 0) {
            throw new IllegalArgumentException("width must be even and at least 2, got " + width);
        }
        if (!(base > 0 && base < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("base must be positive and finite, got " + base);
        }
        this.width = width;
        this.positions = Sizes.positive("positions", positions);
        int half = width / 2;
        double[] cosines = new double[Math.multiplyExact(positions, half)];
        double[] sines = new double[cosines.length];
        for (int i = 0; i < cosines.length; i++) {
            double angle = i / half * Math.pow(base, -2.0 * (i % half) / width);
            cosines[i] = Math.cos(angle);
            sines[i] = Math.sin(angle);
        }
        cosine = parameters.constant(cosines, positions, half);
        sine = parameters.constant(sines, positions, half);
    }

    int width() {
        return width;
    }

    /** {@return (…, T, d) with row t rotated for position t} */
    public Tensor forward(Tensor x) {
        return forward(x, 0);
    }

    /** {@return (…, T, d) with row t rotated for position first + t} */
    public Tensor forward(Tensor x, long first) {
        Sizes.last("x", x, "width", width);
        long time = x.shape().length < 2 ? 0 : x.size(-2);
        if (time < 1 || first < 0 || first + time > positions) {
            throw new IllegalArgumentException("x must have shape (…, time, width) with positions from " + first + " below " + positions
                    + ", got " + x.shapeText());
        }
        return time == positions
                ? x.rotatePairs(cosine, sine)
                : x.rotatePairs(cosine.narrow(0, first, time), sine.narrow(0, first, time));
    }
}
