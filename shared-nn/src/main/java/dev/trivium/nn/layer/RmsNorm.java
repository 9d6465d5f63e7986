package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Root mean square normalisation of the last axis (Zhang and Sennrich 2019): {@code x / √(mean(x²) + eps) · weight}.
 *
 * <p>Parameter: {@code weight} of ones, (width). PyTorch's own default for eps is the type's epsilon; here it has to be said.
 */
public final class RmsNorm {

    private final int width;
    private final double eps;
    private final Tensor weight;

    /**
     * Adds the layer's parameter to a store.
     *
     * @param eps added to the mean square, at least 0
     */
    public RmsNorm(int width, double eps, Parameters parameters) {
        this.width = Sizes.positive("width", width);
        this.eps = Sizes.eps(eps);
        weight = parameters.add("weight", Initial.ones(), width);
    }

    /** {@return x normalised, of its shape} */
    public Tensor forward(Tensor x) {
        Sizes.last("x", x, "width", width);
        return x.rmsNorm(weight, eps);
    }
}
