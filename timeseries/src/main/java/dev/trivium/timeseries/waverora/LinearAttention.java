package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * The ablations "w/ LA" and "w/ RoLA" (Liang et al. 2024, Table IV): linear attention between variates with φ = ELU + 1.
 *
 * <pre>
 * z_i = 1 / (φ(q_i)·Σ_j φ(k_j) + 1e-6),  S = drop(M^{-1/2} rope(φ(K))ᵀ V),  out_i = rope(φ(q_i)) S z_i
 * </pre>
 *
 * <p>The published code returns heads and variates in an order that its caller does not expect, so that with more than one head
 * their entries are scrambled. {@link Variant.Mixing#LINEAR_AS_PUBLISHED} keeps that, {@link Variant.Mixing#LINEAR} does not.
 */
final class LinearAttention implements Mixer {

    private static final Script SCRIPT = new Script("VariateLinear", """
            def split(self, x: Tensor, heads: int) -> Tensor:
              return torch.unflatten(x, -1, [heads, -1]).transpose(1, 2)
            def rope(self, s: Tensor, rotation: List[Tensor]) -> Tensor:
              if torch.len(rotation) == 0:
                return s
              pairs = torch.unflatten(s, -1, [-1, 2])
              return torch.flatten(torch.addcmul(pairs * rotation[0], torch.flip(pairs, [-1]), rotation[1]), -2)
            def forward_all(self, z: Tensor, v: Tensor, score: Tensor, score_bias: Tensor, rotation: List[Tensor], mask: List[Tensor], heads: int, scrambled: bool) -> Tensor:
              k, q, = torch.chunk(torch.linear(z, score, score_bias), 2, -1)
              keys = torch.elu(self.split(k, heads)) + 1.0
              queries = torch.elu(self.split(q, heads)) + 1.0
              norm = torch.reciprocal(torch.matmul(queries, keys.sum([-2], True).transpose(-2, -1)) + 1e-06)
              kv = torch.matmul(self.rope(keys, rotation).transpose(-2, -1), self.split(v, heads)) / torch.sqrt(torch.size(keys, -2))
              if torch.len(mask) > 0:
                kv = kv * mask[0]
              out = torch.matmul(self.rope(queries, rotation), kv) * norm
              if not scrambled:
                out = out.transpose(1, 2)
              return out.reshape(torch.size(z))
            """);

    private final int heads;
    private final int headWidth;
    private final boolean scrambled;
    private final Tensor score;
    private final Tensor scoreBias;
    private final Linears linears;
    private final List<Tensor> rotation;

    LinearAttention(EncoderSettings encoder, Variant variant, Quirks quirks, int variates, Parameters parameters) {
        heads = encoder.heads();
        int d = encoder.width();
        headWidth = d / heads;
        scrambled = variant.mixing() == Variant.Mixing.LINEAR_AS_PUBLISHED;
        score = parameters.add("score.weight", Initial.fanIn(d), 2L * d, d);
        scoreBias = parameters.add("score.bias", Initial.fanIn(d), 2L * d);
        linears = new Linears(d, variant, quirks, parameters);
        rotation = variant.rotary() ? Rotation.constants(parameters, quirks.positions(variates), headWidth, false) : List.of();
    }

    @Override
    public List<Tensor> fold() {
        return List.of();
    }

    @Override
    public Tensor forward(Tensor z, List<Tensor> folded, List<Tensor> mask) {
        Tensor core = SCRIPT.call("forward_all", z, linears.values(z), score, scoreBias, rotation, mask, heads, scrambled);
        return linears.surround(core, z);
    }

    @Override
    public long[][] masks(int batch, int variates) {
        return new long[][] {{batch, heads, headWidth, headWidth}};
    }
}
