package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * The ablations "w/ SA" and "w/ RoSA" (Liang et al. 2024, Table IV): softmax attention between variates, O(M² d), with the same skip
 * and gate and V = Z; rotary positions turn queries and keys.
 */
final class SoftmaxAttention implements Mixer {

    private static final Script SCRIPT = new Script("VariateSoftmax", """
            def split(self, x: Tensor, heads: int, rotation: List[Tensor]) -> Tensor:
              s = torch.unflatten(x, -1, [heads, -1]).transpose(1, 2)
              if torch.len(rotation) > 0:
                pairs = torch.unflatten(s, -1, [-1, 2])
                s = torch.flatten(torch.addcmul(pairs * rotation[0], torch.flip(pairs, [-1]), rotation[1]), -2)
              return s
            def forward_all(self, z: Tensor, v: Tensor, score: Tensor, score_bias: Tensor, rotation: List[Tensor], mask: List[Tensor], heads: int) -> Tensor:
              k, q, = torch.chunk(torch.linear(z, score, score_bias), 2, -1)
              none = annotate(List[Tensor], [])
              keys = self.split(k, heads, rotation)
              queries = self.split(q, heads, rotation)
              a = torch.softmax(torch.matmul(queries, keys.transpose(-2, -1)) / torch.sqrt(torch.size(keys, -1)), -1)
              if torch.len(mask) > 0:
                a = a * mask[0]
              c = torch.matmul(a, self.split(v, heads, none)).transpose(1, 2)
              return c.reshape(torch.size(z))
            """);

    private final int heads;
    private final Tensor score;
    private final Tensor scoreBias;
    private final Linears linears;
    private final List<Tensor> rotation;

    SoftmaxAttention(EncoderSettings encoder, Variant variant, Quirks quirks, int variates, Parameters parameters) {
        heads = encoder.heads();
        int d = encoder.width();
        score = parameters.add("score.weight", Initial.fanIn(d), 2L * d, d);
        scoreBias = parameters.add("score.bias", Initial.fanIn(d), 2L * d);
        linears = new Linears(d, variant, quirks, parameters);
        rotation = variant.rotary() ? Rotation.constants(parameters, quirks.positions(variates), d / heads, false) : List.of();
    }

    @Override
    public List<Tensor> fold() {
        return List.of();
    }

    @Override
    public Tensor forward(Tensor z, List<Tensor> folded, List<Tensor> mask) {
        Tensor core = SCRIPT.call("forward_all", z, linears.values(z), score, scoreBias, rotation, mask, heads);
        return linears.surround(core, z);
    }

    @Override
    public long[][] masks(int batch, int variates) {
        return new long[][] {{batch, heads, variates, variates}};
    }
}
