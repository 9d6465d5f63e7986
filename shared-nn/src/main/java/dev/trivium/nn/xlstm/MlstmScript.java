package dev.trivium.nn.xlstm;

import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.TokenLinear;

/**
 * The native side of {@link MlstmBlock}.
 *
 * <p>The cell is computed for sequences of about the same length together, in chunks of S tokens: within a chunk in parallel, and between
 * chunks through the states. Before a chunk, a head has the cell state C e^m (d × d) and the normaliser state n e^m (d). With t and s counted in
 * the chunk, k' = k / √d, and
 * <pre>
 * b_t = Σ_{r ≤ t} log σ(f_r)     g_s = i_s - b_s     G_t = max(m, max_{s ≤ t} g_s)
 * P_ts = (q_t · k'_s) exp(g_s - G_t) for s ≤ t, else 0        w_t = exp(m - G_t)
 * h_t = (Σ_s P_ts v_s + w_t q_t C) / (max(|Σ_s P_ts + w_t q_t · n|, exp(-b_t - G_t)) + 1e-6)
 * </pre>
 * and after its last token S: m ← b_S + G_S, C ← w_S C + Σ_s exp(g_s - G_S) k'_s v_sᵀ, and n likewise with 1 for v. All exponents but the
 * lower bound's are at most 0. With one chunk this is the parallel form of the paper, with chunks of one token the recurrent one. Where the
 * exponent of the lower bound exceeds 80 it is taken as 80: h is below 1e-30 then, and must not become the quotient of two infinities.
 */
final class MlstmScript {

    private static final String CELL = """
            def cell(self, q: Tensor, k: Tensor, v: Tensor, i: Tensor, f: Tensor, chunk: int) -> Tensor:
              qs = torch.split(q, chunk, 2)
              ks = torch.split(k, chunk, 2)
              vs = torch.split(v, chunk, 2)
              gates = torch.split(i, chunk, 2)
              forgets = torch.split(torch.log_sigmoid(f), chunk, 2)
              hs = annotate(List[Tensor], [])
              state = torch.empty([0], dtype=ops.prim.dtype(q), device=ops.prim.device(q))
              norm = state
              m = state
              for j in range(torch.len(qs)):
                q_ = qs[j]
                k_ = ks[j]
                v_ = vs[j]
                b = torch.cumsum(forgets[j], 2)
                g = torch.sub(gates[j], b)
                top, _0 = torch.cummax(g, 2)
                if torch.gt(j, 0):
                  top = torch.maximum(top, m)
                size = torch.size(g, 2)
                future = torch.triu(torch.full([size, size], float("-inf"), dtype=ops.prim.dtype(q), device=ops.prim.device(q)), 1)
                decay = torch.exp(torch.add(torch.sub(torch.unsqueeze(g, 2), torch.unsqueeze(top, 3)), future))
                p = torch.mul(torch.matmul(q_, torch.transpose(k_, 2, 3)), decay)
                total = torch.matmul(p, v_)
                weight = torch.sum(p, [3])
                if torch.gt(j, 0):
                  kept = torch.exp(torch.sub(m, top))
                  total = torch.addcmul(total, torch.matmul(q_, state), torch.unsqueeze(kept, 3))
                  weight = torch.addcmul(weight, torch.squeeze(torch.matmul(q_, norm), 3), kept)
                bound = torch.exp(torch.clamp_max(torch.neg(torch.add(b, top)), 80))
                divisor = torch.add(torch.maximum(torch.abs(weight), bound), 9.9999999999999995e-07)
                hs.append(torch.mul(total, torch.unsqueeze(torch.reciprocal(divisor), 3)))
                if torch.lt(torch.add(j, 1), torch.len(qs)):
                  end = torch.narrow(top, 2, torch.sub(size, 1), 1)
                  added = torch.unsqueeze(torch.exp(torch.sub(g, end)), 3)
                  keys = torch.transpose(torch.mul(k_, added), 2, 3)
                  new_state = torch.matmul(keys, v_)
                  new_norm = torch.sum(keys, [3], True)
                  if torch.gt(j, 0):
                    old = torch.unsqueeze(torch.exp(torch.sub(m, end)), 3)
                    new_state = torch.addcmul(new_state, state, old)
                    new_norm = torch.addcmul(new_norm, norm, old)
                  state = new_state
                  norm = new_norm
                  m = torch.add(torch.narrow(b, 2, torch.sub(size, 1), 1), end)
              return torch.cat(hs, 2)
            """;

    private static final String GROUPS = """
            def by_head(self, x: Tensor, length: int, heads: int) -> Tensor:
              return torch.permute(torch.unflatten(torch.unflatten(x, 1, [heads, -1]), 0, [-1, length]), [0, 2, 1, 3])
            def cells(self, q: Tensor, k: Tensor, v: Tensor, gates: Tensor, sizes: List[int], lengths: List[int], chunk: int) -> Tensor:
              heads = torch.floordiv(torch.size(gates, 1), 2)
              qs = torch.split_with_sizes(q, sizes, 0)
              ks = torch.split_with_sizes(k, sizes, 0)
              vs = torch.split_with_sizes(v, sizes, 0)
              gs = torch.split_with_sizes(gates, sizes, 0)
              hs = annotate(List[Tensor], [])
              for j in range(torch.len(sizes)):
                n = lengths[j]
                i, f = torch.chunk(torch.squeeze(self.by_head(gs[j], n, torch.mul(heads, 2)), 3), 2, 1)
                h = self.cell(self.by_head(qs[j], n, heads), self.by_head(ks[j], n, heads), self.by_head(vs[j], n, heads), i, f, chunk)
                hs.append(torch.flatten(torch.flatten(torch.permute(h, [0, 2, 1, 3]), 2), 0, 1))
              return torch.cat(hs, 0)
            """;

    private static final String PROJECTIONS = """
            def blockwise(self, x: Tensor, weight: Tensor) -> Tensor:
              blocks = torch.size(weight, 0)
              if torch.eq(torch.remainder(torch.size(x, 0), 16), 0) and self.as_image(x):
                images = torch.unsqueeze(torch.permute(torch.unflatten(x, 0, [16, -1]), [0, 2, 1]), 2)
                kernel = torch.unsqueeze(torch.unsqueeze(torch.flatten(weight, 0, 1), 2), 3)
                y = torch.conv2d(images, kernel, None, [1, 1], [0, 0], [1, 1], blocks)
                return torch.flatten(torch.permute(torch.squeeze(y, 2), [0, 2, 1]), 0, 1)
              else:
                rows = torch.permute(torch.unflatten(x, 1, [blocks, -1]), [1, 0, 2])
                return torch.flatten(torch.permute(torch.bmm(rows, torch.transpose(weight, 1, 2)), [1, 0, 2]), 1)
            def gates(self, c: Tensor, a: Tensor, w_q: Tensor, w_k: Tensor, w_v: Tensor, w: Tensor, bias: Tensor) -> Tensor:
              of_q, of_k, of_v = torch.chunk(torch.unflatten(w, 1, [torch.mul(3, torch.size(w_q, 0)), -1]), 3, 1)
              of_c = torch.add(torch.einsum("hbo,boi->hbi", [of_q, w_q]), torch.einsum("hbo,boi->hbi", [of_k, w_k]))
              of_a = torch.einsum("hbo,boi->hbi", [of_v, w_v])
              from_c = self.packed_linear(c, torch.flatten(of_c, 1), bias)
              return torch.add(from_c, self.packed_linear(a, torch.flatten(of_a, 1), None))
            """;

    static final Script SCRIPT = new Script("Mlstm", TokenLinear.FUNCTIONS + RowNorm.FUNCTIONS + CausalConvolution.FUNCTIONS
            + CELL + GROUPS + PROJECTIONS + """
            def forward_rows(self, x: Tensor, norm: Tensor, up: Tensor, conv_weight: Tensor, conv_bias: Tensor, masks: Tensor,
                w_q: Tensor, w_k: Tensor, w_v: Tensor, w_i: Tensor, b_i: Tensor, w_f: Tensor, b_f: Tensor,
                group_norm: Tensor, skip: Tensor, down: Tensor,
                slot_rows: Tensor, row_slots: Tensor, sizes: List[int], lengths: List[int], chunk: int) -> Tensor:
              heads = torch.size(w_i, 0)
              a, g = torch.chunk(self.packed_linear(self.row_norm(x, norm), up, None), 2, 1)
              c = torch.silu(self.causal_convolution(a, conv_weight, conv_bias, masks))
              q = self.blockwise(c, w_q)
              k = self.blockwise(c, w_k)
              v = self.blockwise(a, w_v)
              gates = self.gates(c, a, w_q, w_k, w_v, torch.cat([w_i, w_f], 0), torch.cat([b_i, b_f], 0))
              scale = torch.pow(torch.div(torch.size(q, 1), heads), -0.5)
              h = self.cells(torch.embedding(q, slot_rows), torch.embedding(torch.mul(k, scale), slot_rows),
                  torch.embedding(v, slot_rows), torch.embedding(gates, slot_rows), sizes, lengths, chunk)
              normed = torch.flatten(self.head_norm(torch.unflatten(torch.embedding(h, row_slots), 1, [heads, -1])), 1)
              mixed = torch.addcmul(torch.mul(c, skip), normed, torch.add(group_norm, 1))
              return torch.add(x, self.packed_linear(torch.mul(mixed, torch.silu(g)), down, None))
            """);

    private MlstmScript() {}
}
