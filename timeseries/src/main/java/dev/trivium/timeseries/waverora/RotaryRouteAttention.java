package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.List;

/**
 * Rotary route attention with its skip and gate (Liang et al. 2024, §IV-C and Fig. 3): r routing tokens R gather from the M variates
 * and hand back to them, at a cost of O(M r d).
 *
 * <pre>
 * A_R = rope(softmax over variates (R Kᵀ / √d_h)),  A_Q = rope(softmax over routers (Q Rᵀ / √d_h))   per head
 * out = (A_Q (A_R V) + Z W_sᵀ + b_s) · SiLU(Z W_gᵀ + b_g)              Z: (B, M, d) → (B, M, d)
 * </pre>
 *
 * <p>Letters: B batch, M variates, d width, h heads, d_h = d / h, r routers.
 *
 * <p>Q and K meet nothing but R, so W_q and W_k fold exactly into the routers: {@link #fold} computes A = R_t W_t for every head t,
 * and one product of Z with A, W_s and W_g stacked gives both score maps, skip and gate.
 *
 * <p>Differs from the paper: V is Z itself, as in the published code, unless {@link Quirks#projectedValues} is set. Keys and queries
 * are stored as one parameter {@code score}, key rows first, skip and gate as {@code mix}.
 */
final class RotaryRouteAttention implements Mixer {

    private static final Script SCRIPT = new Script("RotaryRoute", TokenLinear.FUNCTIONS + """
            # A (2 h r, d) and its offsets: the routers seen through W_k and W_q, scaled by 1 / sqrt(d_h); below them the rows of W_s, W_g
            def fold(self, routers: Tensor, score: Tensor, score_bias: Tensor, mix: List[Tensor], mix_bias: List[Tensor], heads: int) -> List[Tensor]:
              r = torch.size(routers, 0)
              d = torch.size(routers, 1)
              dh = torch.floordiv(d, heads)
              per_head = routers.view([r, heads, dh]).transpose(0, 1) / torch.sqrt(dh)
              both = torch.cat([per_head, per_head], 0)
              a = torch.bmm(both, score.view([-1, dh, d])).reshape([-1, d])
              b = torch.bmm(both, score_bias.view([-1, dh, 1])).reshape([-1])
              weights = [a]
              biases = [b]
              for i in range(torch.len(mix)):
                weights.append(mix[i])
                biases.append(mix_bias[i])
              return [torch.cat(weights, 0), torch.cat(biases, 0)]
            # raw (B, M, 2 h r) -> softmaxed maps (B, M, 2, h, r): 0 is A_R transposed, 1 is A_Q
            def maps(self, raw: Tensor, heads: int, routers: int) -> Tensor:
              gather, hand, = torch.chunk(raw, 2, -1)
              by_variate = torch.softmax(torch.unflatten(gather, -1, [heads, routers]), 1)
              by_router = torch.softmax(torch.unflatten(hand, -1, [heads, routers]), -1)
              return torch.stack([by_variate, by_router], 2)
            # rotates interleaved pairs of routers; cosine (M, 1, 1, r/2, 1), sine (M, 1, 1, r/2, 2) with its signs
            def rotate(self, maps: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
              pairs = torch.unflatten(maps, -1, [-1, 2])
              return torch.flatten(torch.addcmul(pairs * cosine, torch.flip(pairs, [-1]), sine), -2)
            # V_R = A_R V per head: (B, h, r, d_h)
            def gather(self, a_r: Tensor, v: Tensor) -> Tensor:
              per_head = torch.unflatten(v, -1, [torch.size(a_r, 2), -1]).transpose(1, 2)
              return torch.matmul(a_r.permute([0, 2, 3, 1]), per_head)
            # C = A_Q V_R, heads side by side: (B, M, d)
            def hand_back(self, a_q: Tensor, gathered: Tensor) -> Tensor:
              return torch.flatten(torch.matmul(a_q.transpose(1, 2), gathered).transpose(1, 2), 2)
            def forward_all(self, z: Tensor, v: Tensor, weight: Tensor, bias: Tensor, rotation: List[Tensor], mask: List[Tensor],
                heads: int, routers: int, skip: bool, gate: bool) -> Tensor:
              scores = 2 * heads * routers
              d = torch.size(z, -1)
              sizes = [scores]
              for i in range(torch.floordiv(torch.size(weight, 0) - scores, d)):
                sizes.append(d)
              parts = torch.split_with_sizes(self.token_linear(z, weight, bias), sizes, -1)
              m = self.maps(parts[0], heads, routers)
              if torch.len(rotation) > 0:
                m = self.rotate(m, rotation[0], rotation[1])
              if torch.len(mask) > 0:
                m = m * mask[0]
              both = torch.unbind(m, 2)
              out = self.hand_back(both[1], self.gather(both[0], v))
              if skip:
                out = out + parts[1]
              if gate:
                out = out * torch.silu(parts[torch.len(parts) - 1])
              return out
            """);

    private final EncoderSettings encoder;
    private final Variant variant;
    private final int routers;
    private final Tensor route;
    private final Tensor score;
    private final Tensor scoreBias;
    private final Linears linears;
    private final List<Tensor> rotation;

    /**
     * @param variates M, calendar channels included
     * @param routers r, even
     */
    RotaryRouteAttention(EncoderSettings encoder, Variant variant, Quirks quirks, int variates, int routers, Parameters parameters) {
        this.encoder = encoder;
        this.variant = variant;
        this.routers = routers;
        int d = encoder.width();
        route = parameters.add("route", Initial.normal(1), routers, d);
        score = parameters.add("score.weight", Initial.fanIn(d), 2L * d, d);
        scoreBias = parameters.add("score.bias", Initial.fanIn(d), 2L * d);
        linears = new Linears(d, variant, quirks, parameters);
        rotation = variant.rotary() ? Rotation.constants(parameters, quirks.positions(variates), routers, true) : List.of();
    }

    @Override
    public List<Tensor> fold() {
        return SCRIPT.callMany("fold", route, score, scoreBias, linears.mix(), linears.mixBias(), encoder.heads());
    }

    @Override
    public Tensor forward(Tensor z, List<Tensor> folded, List<Tensor> mask) {
        return SCRIPT.call("forward_all", z, linears.values(z), folded.get(0), folded.get(1), rotation, mask,
                encoder.heads(), routers, variant.skip(), variant.gate());
    }

    @Override
    public long[][] masks(int batch, int variates) {
        return new long[][] {{batch, variates, 2, encoder.heads(), routers}};
    }

    // ---- the steps one by one, for tests against reference tensors

    Tensor maps(Tensor z, List<Tensor> folded) {
        Tensor raw = z.linear(folded.get(0), folded.get(1)).narrow(2, 0, 2L * encoder.heads() * routers);
        return SCRIPT.call("maps", raw, encoder.heads(), routers);
    }

    Tensor rotate(Tensor maps) {
        return SCRIPT.call("rotate", maps, rotation.get(0), rotation.get(1));
    }

    Tensor gather(Tensor maps, Tensor values) {
        return SCRIPT.call("gather", maps.select(2, 0), values);
    }

    Tensor handBack(Tensor maps, Tensor gathered) {
        return SCRIPT.call("hand_back", maps.select(2, 1), gathered);
    }
}
