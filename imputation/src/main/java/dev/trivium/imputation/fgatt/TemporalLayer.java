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
                y = torch.scaled_dot_product_attention(q, k, v, full.narrow(0, torch.size(k, 2) - torch.size(q, 2), torch.size(q, 2)))
              elif torch.__not__(ops.prim.requires_grad(q)) and torch.lt(torch.size(k, 2), 64):
                # three plain products are faster for windows this short
                scaled = torch.mul(q, torch.div(1.0, torch.sqrt(torch.size(q, 3))))
                y = torch.matmul(torch.softmax(torch.matmul(scaled, k.transpose(2, 3)), 3), v)
              else:
                y = torch.scaled_dot_product_attention(q, k, v)
              return torch.flatten(y.transpose(1, 2), 2)
            # p: gain, shift, W_qkv, W_o, b_o, gain, shift, W_1, b_1, W_2, b_2
            def feed_forward(self, h: Tensor, p: List[Tensor], mask: List[Tensor]) -> Tensor:
              inner = torch.relu_(self.map_normal(h, p[5], p[6], p[7], [p[8]]))
              return self.joined(h, self.map_rows(inner, p[9], p[10]), mask, 1)
            def layer(self, h: Tensor, p: List[Tensor], mask: List[Tensor], heads: int, hide_self: bool) -> Tensor:
              none = annotate(List[Tensor], [])
              qkv = torch.flatten(self.map_normal(h, p[0], p[1], p[2], none), 0, 1)
              parts = torch.unbind(torch.unflatten(qkv, 2, [3, heads, -1]).permute([2, 0, 3, 1, 4]), 0)
              y = self.attend(parts[0], parts[1], parts[2], hide_self)
              y = self.joined(h, self.map_rows(y, p[3], p[4]).view(torch.size(h)), mask, 0)
              return self.feed_forward(y, p, mask)
            # the last step only: (B, N, T, d) -> (B, N, 1, d)
            def last(self, h: Tensor, p: List[Tensor], heads: int, hide_self: bool) -> Tensor:
              none = annotate(List[Tensor], [])
              d = torch.size(h, 3)
              steps = torch.size(h, 2)
              n = self.normal(h)
              w = p[2] * p[0]
              offset = torch.mv(p[2], p[1])
              end = n.narrow(2, steps - 1, 1)
              q = self.map_rows(end, w.narrow(0, 0, d), offset.narrow(0, 0, d))
              kv = self.map_rows(n, w.narrow(0, d, 2 * d), offset.narrow(0, d, 2 * d))
              parts = torch.unbind(torch.unflatten(torch.flatten(kv, 0, 1), 2, [2, heads, -1]).permute([2, 0, 3, 1, 4]), 0)
              queries = torch.unflatten(torch.flatten(q, 0, 1), 2, [heads, -1]).transpose(1, 2)
              y = self.attend(queries, parts[0], parts[1], hide_self)
              tail = h.narrow(2, steps - 1, 1)
              y = self.joined(tail, self.map_rows(y, p[3], p[4]).view(torch.size(tail)), none, 0)
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

    /** {@return the shapes of the two dropout masks} */
    List<long[]> masks(int batch, int nodes, int time, int width) {
        long[] shape = {batch, nodes, time, width};
        return List.of(shape, shape);
    }
}
