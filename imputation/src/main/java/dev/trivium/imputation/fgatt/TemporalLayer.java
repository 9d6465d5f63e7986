package dev.trivium.imputation.fgatt;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * A Transformer encoder layer over the time of every node, normalised before each part: h (B, N, T, d) → (B, N, T, d).
 *
 * <pre>
 * h ← h + drop(W_o MHSA(LN(h)) + b_o)
 * h ← h + drop(W₂ ReLU(W₁ LN(h) + b₁) + b₂)
 * </pre>
 * Attention looks both ways. Queries, keys and values have no bias of their own: the shift of the normalisation before them gives one, and a
 * bias of the keys would be without effect.
 *
 * <p>Parameters: {@code norm1.weight}, {@code norm1.bias}; {@code qkv.weight} (3d, d); {@code out.weight} (d, d), {@code out.bias};
 * {@code norm2.weight}, {@code norm2.bias}; {@code linear1.weight} (f, d), {@code linear1.bias}; {@code linear2.weight} (d, f), {@code
 * linear2.bias}.
 */
final class TemporalLayer {

    private static final Script SCRIPT = new Script("TemporalLayer", TokenMaps.FUNCTIONS + """
            def bias_over_time(self, h: Tensor, steps: int) -> Tensor:
              return torch.mul(torch.eye(steps, dtype=ops.prim.dtype(h), device=ops.prim.device(h)), -1000000000.)
            # q, k, v: (B N, H, T, d/H) -> (B N, T, d)
            def attend(self, q: Tensor, k: Tensor, v: Tensor, hide_self: bool) -> Tensor:
              if hide_self:
                full = self.bias_over_time(q, torch.size(k, 2))
                y = torch.scaled_dot_product_attention(q, k, v, full)
              else:
                y = torch.scaled_dot_product_attention(q, k, v)
              return torch.flatten(y.transpose(1, 2), 2)
            # softmax without the search for a largest score: powers of 2 divided by their sum, if that can be told; for predictions of windows
            # that are too short to repay the fused kernel. qkv: (B N, T, 3 d), all of them taken where they lie, head by head
            def attend_short(self, qkv: Tensor, heads: int) -> Tensor:
              d = torch.floordiv(torch.size(qkv, 2), 3)
              part = torch.floordiv(d, heads)
              scaled = torch.mul(qkv.narrow(2, 0, d), torch.div(1.4426950408889634, torch.sqrt(part)))
              parts = annotate(List[Tensor], [])
              for j in range(heads):
                q = scaled.narrow(2, torch.mul(j, part), part).transpose(1, 2)
                k = qkv.narrow(2, torch.add(d, torch.mul(j, part)), part)
                v = qkv.narrow(2, torch.add(torch.mul(d, 2), torch.mul(j, part)), part).transpose(1, 2)
                e = torch.exp2_(torch.bmm(k, q))
                total = torch.sum(e, [1], True)
                if torch.item(torch.min(total)) > 1e-30 and torch.item(torch.max(total)) < 1e+30:
                  y = torch.div_(torch.bmm(v, e), total)
                else:
                  y = torch.bmm(v, torch.softmax(torch.mul(torch.bmm(k, q), 0.6931471805599453), 1))
                parts.append(y.transpose(1, 2))
              return torch.cat(parts, 2)
            def is_short(self, qkv: Tensor, hide_self: bool) -> bool:
              few = torch.lt(torch.size(qkv, 1), 64) and torch.__not__(hide_self)
              return few and torch.__not__(ops.prim.requires_grad(qkv)) and torch.__not__(ops.prim.is_cuda(qkv))
            # p: gain, shift, W_qkv, W_o, b_o, gain, shift, W_1, b_1, W_2, b_2
            def feed_forward(self, h: Tensor, p: List[Tensor], mask: List[Tensor]) -> Tensor:
              inner = torch.relu_(self.map_normal(h, p[5], p[6], p[7], [p[8]]))
              return self.joined(h, self.map_rows(inner, p[9], p[10]), mask, 1)
            def layer(self, h: Tensor, p: List[Tensor], mask: List[Tensor], heads: int, hide_self: bool) -> Tensor:
              none = annotate(List[Tensor], [])
              qkv = torch.flatten(self.map_normal(h, p[0], p[1], p[2], none), 0, 1)
              if self.is_short(qkv, hide_self):
                y = self.attend_short(qkv, heads)
              else:
                parts = torch.unbind(torch.unflatten(qkv, 2, [3, heads, -1]).permute([2, 0, 3, 1, 4]), 0)
                y = self.attend(parts[0], parts[1], parts[2], hide_self)
              y = self.joined(h, self.map_rows(y, p[3], p[4]).view(torch.size(h)), mask, 0)
              return self.feed_forward(y, p, mask)
            # the last step only: (B, N, T, d) -> (B, N, 1, d). One query needs no keys: q . W_k n = (W_k^T q) . n, and what all keys have in
            # common is without effect; likewise the mean of values is W_v times the mean of n
            def last(self, h: Tensor, p: List[Tensor], heads: int, hide_self: bool) -> Tensor:
              none = annotate(List[Tensor], [])
              d = torch.size(h, 3)
              steps = torch.size(h, 2)
              n = torch.flatten(self.normal(h), 0, 1)
              w = p[2] * p[0]
              offset = torch.mv(p[2], p[1])
              q = torch.linear(n.select(1, steps - 1), w.narrow(0, 0, d), offset.narrow(0, 0, d))
              q = torch.unflatten(torch.div(q, torch.sqrt(torch.floordiv(d, heads))), 1, [heads, -1]).transpose(0, 1)
              asked = torch.bmm(q, torch.unflatten(w.narrow(0, d, d), 0, [heads, -1])).transpose(0, 1)
              s = torch.bmm(asked, n.transpose(1, 2))
              if hide_self:
                own = torch.add_(s.narrow(2, steps - 1, 1), -1000000000.)
              mean = torch.bmm(torch.softmax(s, 2), n).transpose(0, 1)
              y = torch.bmm(mean, torch.unflatten(w.narrow(0, 2 * d, d), 0, [heads, -1]).transpose(1, 2)).transpose(0, 1)
              y = torch.add(torch.flatten(y, 1), offset.narrow(0, 2 * d, d))
              tail = h.narrow(2, steps - 1, 1)
              y = self.joined(tail, torch.linear(y, p[3], p[4]).view(torch.size(tail)), none, 0)
              return self.feed_forward(y, p, none)
            """);

    private final int heads;
    private final boolean hideSelf;
    private final List<Tensor> tensors;

    TemporalLayer(Architecture a, Parameters parameters) {
        heads = a.heads();
        hideSelf = a.hideSelf();
        int d = a.width();
        int f = a.hidden();
        tensors = List.of(parameters.add("norm1.weight", Initial.ones(), d), parameters.add("norm1.bias", Initial.zeros(), d),
                parameters.add("qkv.weight", Initial.fanIn(d), 3L * d, d),
                parameters.add("out.weight", Initial.fanIn(d), d, d), parameters.add("out.bias", Initial.zeros(), d),
                parameters.add("norm2.weight", Initial.ones(), d), parameters.add("norm2.bias", Initial.zeros(), d),
                parameters.add("linear1.weight", Initial.fanIn(d), f, d), parameters.add("linear1.bias", Initial.fanIn(d), f),
                parameters.add("linear2.weight", Initial.fanIn(f), d, f), parameters.add("linear2.bias", Initial.zeros(), d));
    }

    Tensor forward(Tensor h, List<Tensor> masks) {
        return SCRIPT.call("layer", h, tensors, masks, heads, hideSelf);
    }

    /** {@return the layer's result at the last step, (B, N, 1, d)} */
    Tensor last(Tensor h) {
        return SCRIPT.call("last", h, tensors, heads, hideSelf);
    }

    void fold(LastStep.Folding folding, boolean top) {
        if (top) {
            folding.top(tensors);
        } else {
            folding.time(tensors);
        }
    }

    /** {@return the shapes of the two dropout masks} */
    List<long[]> masks(int batch, int nodes, int time, int width) {
        long[] shape = {batch, nodes, time, width};
        return List.of(shape, shape);
    }
}
