package dev.trivium.nn.contrastive;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;

/**
 * What a contrastive loss compares instead of the vectors themselves (Khosla et al. 2020, §3.1): (B, D) → (B, D).
 *
 * <pre>
 * p = W_2 ReLU(W_1 f + b_1) + b_2
 * z = p / max(‖p‖, 1e-12)
 * </pre>
 *
 * <p>Needed in training only. Parameters: those of {@code linear1} and {@code linear2}, both (D, D), which start as in PyTorch.
 */
public final class Projection {

    private static final Script SCRIPT = new Script("Projection", TokenLinear.FUNCTIONS + """
            def normalised(self, p: Tensor, order: int) -> Tensor:
              return torch.div(p, torch.clamp_min(torch.norm(p, order, [1], True), 1e-12))
            def project(self, f: Tensor, w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor, order: int) -> Tensor:
              return self.normalised(self.packed_linear(torch.relu(self.packed_linear(f, w1, b1)), w2, b2), order)
            """);

    private final int width;
    private final VectorNorm norm;
    private final Tensor weight1;
    private final Tensor bias1;
    private final Tensor weight2;
    private final Tensor bias2;

    /** Adds the layer's parameters to a store. */
    public Projection(int width, VectorNorm norm, Parameters parameters) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, got " + width);
        }
        this.width = width;
        this.norm = norm;
        Parameters linear1 = parameters.child("linear1");
        Parameters linear2 = parameters.child("linear2");
        Initial initial = Initial.fanIn(width);
        weight1 = linear1.add("weight", initial, width, width);
        bias1 = linear1.add("bias", initial, width);
        weight2 = linear2.add("weight", initial, width, width);
        bias2 = linear2.add("bias", initial, width);
    }

    /** {@return z (B, D) of norm 1, for f (B, D)} */
    public Tensor forward(Tensor f) {
        if (f.shape().length != 2 || f.size(1) != width) {
            throw new IllegalArgumentException("f must have shape (batch, D=" + width + "), got " + f.shapeText());
        }
        return SCRIPT.call("project", f, weight1, bias1, weight2, bias2, norm.order());
    }

    static Tensor normalised(Tensor p, VectorNorm norm) {
        return SCRIPT.call("normalised", p, norm.order());
    }
}
