package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head attention (Vaswani et al. 2017, §3.2.2): queries (B, T, D) look at a memory (B, S, D).
 *
 * <pre>softmax(Q Kᵀ / √d + mask) V per head (eq. 1), heads side by side, then the output map → (B, T, D)</pre>
 *
 * <p>Parameters, by the names and with the initial values of PyTorch's {@code nn.MultiheadAttention}: {@code in_proj_weight} (3D, D)
 * with the rows of queries, keys and values one below the other, uniform on ±√(6 / 4D); {@code in_proj_bias} (3D) of zeros;
 * {@code out_proj.weight} (D, D), uniform on ±1/√D; {@code out_proj.bias} (D) of zeros.
 *
 * <p>Differs from the paper: the linear maps have biases, and in training dropout falls on the attention weights. Queries and keys may
 * be rotated by their positions (Su et al. 2021).
 */
public final class MultiHeadAttention {

    private static final Script SCRIPT = new Script("MultiHeadAttention", """
            def heads_of(self, x: Tensor, heads: int) -> Tensor:
              return torch.transpose(torch.unflatten(x, -1, [heads, -1]), 1, 2)
            def project_self(self, x: Tensor, weight: Tensor, bias: Tensor, heads: int) -> List[Tensor]:
              q, k, v, = torch.chunk(torch.linear(x, weight, bias), 3, -1)
              return [self.heads_of(q, heads), self.heads_of(k, heads), self.heads_of(v, heads)]
            def project(self, query: Tensor, memory: Tensor, weight: Tensor, bias: Tensor, heads: int) -> List[Tensor]:
              width = torch.size(query, -1)
              q = torch.linear(query, torch.narrow(weight, 0, 0, width), torch.narrow(bias, 0, 0, width))
              kv = torch.linear(memory, torch.narrow(weight, 0, width, 2 * width), torch.narrow(bias, 0, width, 2 * width))
              k, v, = torch.chunk(kv, 2, -1)
              return [self.heads_of(q, heads), self.heads_of(k, heads), self.heads_of(v, heads)]
            def attend(self, q: Tensor, k: Tensor, v: Tensor, mask: List[Tensor], drop: List[Tensor], weight: Tensor, bias: Tensor) -> Tensor:
              if torch.len(drop) == 0:
                if torch.len(mask) == 0:
                  mixed = torch.scaled_dot_product_attention(q, k, v)
                else:
                  mixed = torch.scaled_dot_product_attention(q, k, v, mask[0])
              else:
                scores = torch.matmul(q, torch.transpose(k, -2, -1)) / torch.sqrt(torch.size(q, -1))
                if torch.len(mask) > 0:
                  scores = torch.add(scores, mask[0])
                mixed = torch.matmul(torch.mul(torch._safe_softmax(scores, -1), drop[0]), v)
              return torch.linear(torch.flatten(torch.transpose(mixed, 1, 2), -2, -1), weight, bias)
            """);

    private final AttentionSettings settings;
    private final @Nullable RotaryEmbedding rotary;
    private final Tensor inWeight;
    private final Tensor inBias;
    private final Tensor outWeight;
    private final Tensor outBias;

    /** Adds the layer's parameters to a store. */
    public MultiHeadAttention(AttentionSettings settings, Parameters parameters) {
        this(settings, null, parameters);
    }

    /**
     * Adds the layer's parameters to a store.
     *
     * @param rotary rotates queries and keys of a head, or null for no positions
     */
    public MultiHeadAttention(AttentionSettings settings, @Nullable RotaryEmbedding rotary, Parameters parameters) {
        if (rotary != null && rotary.width() != settings.headWidth()) {
            throw new IllegalArgumentException("rotary must have the width of a head, " + settings.headWidth() + ", got " + rotary.width());
        }
        this.settings = settings;
        this.rotary = rotary;
        int width = settings.width();
        inWeight = parameters.add("in_proj_weight", Initial.uniform(Math.sqrt(6.0 / (4 * width))), 3 * width, width);
        inBias = parameters.add("in_proj_bias", Initial.zeros(), 3 * width);
        outWeight = parameters.add("out_proj.weight", Initial.fanIn(width), width, width);
        outBias = parameters.add("out_proj.bias", Initial.zeros(), width);
    }

    /** {@return x looking at itself, (B, T, D)} */
    public Tensor forward(Tensor x, Mode mode) {
        return attend(projectSelf(x), List.of(), mode);
    }

    /**
     * Self-attention with a mask.
     *
     * @param mask added to the scores before the softmax, broadcast to (B, H, T, T): minus infinity where x must not look; where
     *     it must not look anywhere, zeros go into the output map
     */
    public Tensor forwardMasked(Tensor x, Tensor mask, Mode mode) {
        return attend(projectSelf(x), List.of(mask), mode);
    }

    /** {@return queries (B, T, D) looking at a memory (B, S, D)} */
    public Tensor forwardTo(Tensor query, Tensor memory, Mode mode) {
        check("query", query);
        check("memory", memory);
        return attend(SCRIPT.callMany("project", query, memory, inWeight, inBias, settings.heads()), List.of(), mode);
    }

    private List<Tensor> projectSelf(Tensor x) {
        check("x", x);
        return SCRIPT.callMany("project_self", x, inWeight, inBias, settings.heads());
    }

    private void check(String name, Tensor x) {
        Sizes.axis(name, x, "(batch, time, width=" + settings.width() + ")", 3, 2, settings.width());
    }

    /** Queries, keys and values are (B, H, time, d). */
    private Tensor attend(List<Tensor> projected, List<Tensor> mask, Mode mode) {
        Tensor q = rotary == null ? projected.get(0) : rotary.forward(projected.get(0));
        Tensor k = rotary == null ? projected.get(1) : rotary.forward(projected.get(1));
        List<Tensor> drop = mode.masks(settings.dropout(), new long[] {q.size(0), q.size(1), q.size(2), k.size(2)});
        return SCRIPT.call("attend", q, k, projected.get(2), mask, drop, outWeight, outBias);
    }
}
