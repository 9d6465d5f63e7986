package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Layer normalisation of the last axis (Ba, Kiros and Hinton 2016): {@code (x - mean) / √(var + eps) · weight + bias}.
 *
 * <p>The variance is that of the population. Parameters: {@code weight} of ones and {@code bias} of zeros, both (width).
 */
public final class LayerNorm {

    /** PyTorch's eps. */
    public static final double EPS = 1e-5;

    private final int width;
    private final double eps;
    private final Tensor weight;
    private final Tensor bias;

    /** Adds the layer's parameters to a store; eps is {@link #EPS}. */
    public LayerNorm(int width, Parameters parameters) {
        this(width, EPS, parameters);
    }

    /**
     * Adds the layer's parameters to a store.
     *
     * @param eps added to the variance, at least 0
     */
    public LayerNorm(int width, double eps, Parameters parameters) {
        this.width = Sizes.positive("width", width);
        this.eps = Sizes.eps(eps);
        weight = parameters.add("weight", Initial.ones(), width);
        bias = parameters.add("bias", Initial.zeros(), width);
    }

    /** {@return x normalised, of its shape} */
    public Tensor forward(Tensor x) {
        Sizes.last("x", x, "width", width);
        return x.layerNorm(weight, bias, eps);
    }
}
