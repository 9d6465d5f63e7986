package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Script;

/**
 * The computation of {@link TimeTrackerNetwork}: one call for the whole decoder. Letters: S sequences of M tokens (M = N patches of one
 * variate, or C N of all), T = S M rows, d width, h heads.
 *
 * <p>{@code p} holds the tensors of all layers, each layer's in the order of {@link DecoderLayer}; {@code o} is where a layer starts.
 * {@code how} holds: layers, tensors per layer, heads, chosen experts, softmax affinity, ReLU, averaged shared experts, balance inside
 * the affinity, normalisation after, scaled biases, query variates of a chunk.
 */
final class DecoderScript {

    static final Script SCRIPT = new Script("TimeTrackerDecoder", AttentionText.FUNCTIONS + MixtureText.FUNCTIONS + """
            # kind 0: root mean square, eps 1e-6; else layer normalisation, eps 1e-5
            def norm(self, x: Tensor, weight: Tensor, bias: Tensor, kind: int) -> Tensor:
              if kind == 0:
                scale = torch.rsqrt(torch.sum(torch.square(x), [-1], True) / torch.size(x, -1) + 1e-06)
                y = x * scale * weight
              else:
                y = torch.layer_norm(x, [torch.size(x, -1)], weight, bias, 1e-05)
              return y
            def dropped(self, x: Tensor, drop: List[Tensor], i: int) -> Tensor:
              if torch.len(drop) > 0:
                y = x * drop[i]
              else:
                y = x
              return y
            # x (S, M, 2 P) -> predictions (S, M, outputs), then of each layer: loads, gates, experts
            # ends: embedding, norm, head, weight then bias; turns: of patches, or angles of position 1
            def decode(self, x: Tensor, variates: int, relation: List[Tensor], p: List[Tensor], ends: List[Tensor], turns: Tensor,
                drop: List[Tensor], how: List[int]) -> List[Tensor]:
              h = torch.linear(torch.flatten(x, 0, 1), ends[0], ends[1])
              own = self.turns_of(turns, torch.size(x, 1), variates)
              results = annotate(List[Tensor], [])
              for i in range(how[0]):
                o = i * how[1]
                masks = annotate(List[Tensor], [])
                if torch.len(drop) > 0:
                  masks = [drop[3 * i], drop[3 * i + 1], drop[3 * i + 2]]
                if how[8] == 0:
                  a = self.attend(self.norm(h, p[o], p[o + 1], 0), p, o, own, relation, masks, how)
                  h = h + self.dropped(a, masks, 1)
                  mixed = self.mixture(self.norm(h, p[o + 6], p[o + 7], 0), p, o, how)
                  h = h + self.dropped(mixed[0], masks, 2)
                else:
                  a = self.attend(h, p, o, own, relation, masks, how)
                  h = self.norm(h + self.dropped(a, masks, 1), p[o], p[o + 1], 1)
                  mixed = self.mixture(h, p, o, how)
                  h = self.norm(h + self.dropped(mixed[0], masks, 2), p[o + 6], p[o + 7], 1)
                results.append(mixed[1])
                results.append(mixed[2])
                results.append(mixed[3])
              y = torch.linear(self.norm(h, ends[2], ends[3], how[8]), ends[4], ends[5])
              results.insert(0, torch.unflatten(y, 0, [-1, torch.size(x, 1)]))
              return results
            # numbers as indices
            def whole(self, x: Tensor) -> Tensor:
              return torch.to(x, 4)
            # b += gamma sign(mean(c) - c), in place
            def balance(self, biases: List[Tensor], loads: List[Tensor], gamma: float) -> float:
              for i in range(torch.len(biases)):
                torch.add_(biases[i], torch.sign(torch.mean(loads[i]) - loads[i]), alpha=gamma)
              return 0.
            """);

    private DecoderScript() {}
}
