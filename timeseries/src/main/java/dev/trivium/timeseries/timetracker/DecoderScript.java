package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Script;

/**
 * The computation of {@link TimeTrackerNetwork}: one call for the whole decoder. Letters: S sequences of N tokens, T = S N rows, d width,
 * h heads.
 *
 * <p>{@code p} holds the tensors of all layers, each layer's in the order of {@link DecoderLayer}; {@code o} is where a layer starts.
 * {@code how} holds: layers, tensors per layer, heads, chosen experts, softmax affinity, ReLU, averaged shared experts, balance inside
 * the affinity, normalisation after.
 */
final class DecoderScript {

    static final Script SCRIPT = new Script("TimeTrackerDecoder", """
            # kind 0: root mean square, eps 1e-6; else layer normalisation, eps 1e-5
            def norm(self, x: Tensor, weight: Tensor, bias: Tensor, kind: int) -> Tensor:
              if kind == 0:
                scale = torch.rsqrt(torch.mean(torch.square(x), [-1], True) + 1e-06)
                y = x * scale * weight
              else:
                y = torch.layer_norm(x, [torch.size(x, -1)], weight, bias, 1e-05)
              return y
            # x (…, N, a, h, d_h): neighbours (2i, 2i + 1) of the first 2 r channels turn by turns (N, 1, 1, r, 2)
            def rotate(self, x: Tensor, turns: Tensor) -> Tensor:
              rotated = 2 * torch.size(turns, -2)
              if rotated == 0:
                y = x
              else:
                pairs = torch.view_as_complex(torch.unflatten(torch.narrow(x, -1, 0, rotated), -1, [-1, 2]))
                y = torch.flatten(torch.view_as_real(pairs * torch.view_as_complex(turns)), -2)
                if rotated < torch.size(x, -1):
                  y = torch.cat([y, torch.narrow(x, -1, rotated, torch.size(x, -1) - rotated)], -1)
              return y
            # rows (S N, d) -> rotated queries and keys, values: (S, h, N, d_h) each
            def project(self, x: Tensor, p: List[Tensor], o: int, turns: Tensor, n: int, heads: int) -> List[Tensor]:
              qkv = torch.reshape(torch.linear(x, p[o + 2], p[o + 3]), [-1, n, 3, heads, torch.floordiv(torch.size(x, 1), heads)])
              qk = self.rotate(torch.narrow(qkv, 2, 0, 2), turns)
              q = torch.transpose(torch.select(qk, 2, 0), 1, 2)
              k = torch.transpose(torch.select(qk, 2, 1), 1, 2)
              return [q, k, torch.transpose(torch.select(qkv, 2, 2), 1, 2)]
            # every sequence by itself: (S N, d)
            def attend_alone(self, x: Tensor, p: List[Tensor], o: int, turns: Tensor, n: int, heads: int, drop: List[Tensor]) -> Tensor:
              qkv = self.project(x, p, o, turns, n, heads)
              if torch.len(drop) == 0:
                mixed = torch.scaled_dot_product_attention(qkv[0], qkv[1], qkv[2], None, 0., True)
              else:
                scores = torch.matmul(qkv[0], torch.transpose(qkv[1], -2, -1)) / torch.sqrt(torch.size(qkv[0], -1))
                numbers = torch.arange(n, device=ops.prim.device(x))
                later = torch.gt(torch.unsqueeze(numbers, 0), torch.unsqueeze(numbers, 1))
                weights = torch.softmax(torch.masked_fill(scores, later, -float("inf")), -1)
                mixed = torch.matmul(weights * drop[0], qkv[2])
              return torch.linear(torch.reshape(torch.transpose(mixed, 1, 2), [-1, torch.size(x, 1)]), p[o + 4], p[o + 5])
            def unit(self, x: Tensor, relu: int) -> Tensor:
              if relu == 1:
                y = torch.relu(x)
              else:
                y = torch.gelu(x)
              return y
            # rows (T, d) -> gates (T, k), experts (T, k)
            def route(self, x: Tensor, centroids: Tensor, balance: Tensor, how: List[int]) -> List[Tensor]:
              products = torch.linear(x, centroids)
              if how[7] == 1:
                products = products + balance
              if how[4] == 1:
                s = torch.softmax(products, -1)
              else:
                s = torch.sigmoid(products)
              choice = torch.detach(s)
              if how[7] == 0:
                choice = choice + balance
              best, experts, = torch.topk(choice, how[3])
              gates = torch.gather(s, 1, experts)
              return [gates / torch.sum(gates, [1], True), experts]
            # the shared experts side by side: their sum or mean, (T, d)
            def shared(self, x: Tensor, p: List[Tensor], o: int, how: List[int]) -> Tensor:
              inner = self.unit(torch.linear(x, p[o + 10], p[o + 11]), how[5])
              y = torch.linear(inner, p[o + 12], torch.sum(p[o + 13], [0]))
              if how[6] == 1:
                y = y / torch.size(p[o + 13], 0)
              return y
            # rows (T, d) -> what the experts say (T, d), tokens per private expert (n)
            def mixture(self, x: Tensor, p: List[Tensor], o: int, how: List[int]) -> List[Tensor]:
              routes = self.route(x, p[o + 8], p[o + 9], how)
              numbers = torch.flatten(routes[1])
              sorted, order, = torch.sort(numbers, stable=True)
              counts = torch.bincount(numbers, None, torch.size(p[o + 8], 0))
              sizes = annotate(List[int], [])
              for e in range(torch.size(counts, 0)):
                sizes.append(int(torch.select(counts, 0, e)))
              token = torch.floor_divide(order, how[3])
              parts = torch.split_with_sizes(torch.index_select(x, 0, token), sizes)
              w1 = torch.unbind(p[o + 14])
              b1 = torch.unbind(p[o + 15])
              w2 = torch.unbind(p[o + 16])
              b2 = torch.unbind(p[o + 17])
              out = annotate(List[Tensor], [])
              for e in range(torch.len(sizes)):
                out.append(torch.linear(self.unit(torch.linear(parts[e], w1[e], b1[e]), how[5]), w2[e], b2[e]))
              gate = torch.index_select(torch.flatten(routes[0]), 0, order)
              own = torch.cat(out) * torch.unsqueeze(gate, 1)
              if torch.size(p[o + 13], 0) > 0:
                all = torch.index_add(self.shared(x, p, o, how), 0, token, own)
              else:
                all = torch.index_add(torch.zeros_like(x), 0, token, own)
              return [all, torch.type_as(counts, x)]
            def dropped(self, x: Tensor, drop: List[Tensor], i: int) -> Tensor:
              if torch.len(drop) > 0:
                y = x * drop[i]
              else:
                y = x
              return y
            # x (S, N, 2 P) -> predictions (S, N, outputs), then the loads of each layer; ends: embedding, norm, head, weight then bias
            def decode(self, x: Tensor, p: List[Tensor], ends: List[Tensor], turns: Tensor, drop: List[Tensor], how: List[int]) -> List[Tensor]:
              n = torch.size(x, 1)
              h = torch.linear(torch.flatten(x, 0, 1), ends[0], ends[1])
              own = torch.narrow(turns, 0, 0, n)
              results = annotate(List[Tensor], [])
              for i in range(how[0]):
                o = i * how[1]
                masks = annotate(List[Tensor], [])
                if torch.len(drop) > 0:
                  masks = [drop[3 * i], drop[3 * i + 1], drop[3 * i + 2]]
                after = how[8]
                if after == 0:
                  h = h + self.dropped(self.attend_alone(self.norm(h, p[o], p[o + 1], 0), p, o, own, n, how[2], masks), masks, 1)
                  mixed = self.mixture(self.norm(h, p[o + 6], p[o + 7], 0), p, o, how)
                  h = h + self.dropped(mixed[0], masks, 2)
                else:
                  a = self.attend_alone(h, p, o, own, n, how[2], masks)
                  h = self.norm(h + self.dropped(a, masks, 1), p[o], p[o + 1], 1)
                  mixed = self.mixture(h, p, o, how)
                  h = self.norm(h + self.dropped(mixed[0], masks, 2), p[o + 6], p[o + 7], 1)
                results.append(mixed[1])
              y = torch.linear(self.norm(h, ends[2], ends[3], how[8]), ends[4], ends[5])
              results.insert(0, torch.unflatten(y, 0, [-1, n]))
              return results
            # b += gamma sign(mean(c) - c), in place
            def balance(self, biases: List[Tensor], loads: List[Tensor], gamma: float) -> float:
              for i in range(torch.len(biases)):
                torch.add_(biases[i], torch.sign(torch.mean(loads[i]) - loads[i]), alpha=gamma)
              return 0.
            """);

    private DecoderScript() {}
}
