package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * An affine map of the last axis, {@code y = x Wᵀ + b}: (…, in) → (…, out).
 *
 * <p>Parameters: {@code weight} (out, in) and {@code bias} (out), both uniform on ±1/√in at first.
 */
public final class Linear {

    private final int in;
    private final Tensor weight;
    private final @Nullable Tensor bias;

    /** Adds the layer's parameters to a store. */
    public Linear(int in, int out, Parameters parameters) {
        this(in, out, true, parameters);
    }

    private Linear(int in, int out, boolean biased, Parameters parameters) {
        this.in = Sizes.positive("in", in);
        Sizes.positive("out", out);
        weight = parameters.add("weight", Initial.fanIn(in), out, in);
        bias = biased ? parameters.add("bias", Initial.fanIn(in), out) : null;
    }

    /** {@return the linear map {@code x Wᵀ}, with {@code weight} only} */
    public static Linear withoutBias(int in, int out, Parameters parameters) {
        return new Linear(in, out, false, parameters);
    }

    /** {@return (…, out)} */
    public Tensor forward(Tensor x) {
        Sizes.last("x", x, "in", in);
        return bias == null ? x.linear(weight) : x.linear(weight, bias);
    }
}
