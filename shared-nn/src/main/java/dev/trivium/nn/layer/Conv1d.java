package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * A convolution along time, as networks understand it (a cross-correlation), with zeros outside: (B, in, T) → (B, out, T').
 *
 * <pre>
 * y[o, t] = bias[o] + Σ_{c, k} weight[o, c, k] · x[c, stride · t + dilation · k - padding]       over the channels c of o's group
 * </pre>
 *
 * <p>Parameters: {@code weight} (out, in / groups, kernel) and {@code bias} (out), uniform on ±1/√(in / groups · kernel) at first.
 */
public final class Conv1d {

    private final Conv1dSettings settings;
    private final Tensor weight;
    private final Tensor bias;

    /** Adds the layer's parameters to a store. */
    public Conv1d(Conv1dSettings settings, Parameters parameters) {
        this.settings = settings;
        int channels = settings.in() / settings.groups();
        Initial initial = Initial.fanIn((long) channels * settings.kernel());
        weight = parameters.add("weight", initial, settings.out(), channels, settings.kernel());
        bias = parameters.add("bias", initial, settings.out());
    }

    /** {@return (B, out, T')} */
    public Tensor forward(Tensor x) {
        Sizes.axis("x", x, "(batch, in=" + settings.in() + ", time)", 3, 1, settings.in());
        if (settings.outputs(x.size(2)) < 1) {
            throw new IllegalArgumentException("x must be long enough for one output of " + settings + ", got " + x.shapeText());
        }
        return x.conv1d(weight, bias, settings.stride(), settings.padding(), settings.dilation(), settings.groups());
    }
}
