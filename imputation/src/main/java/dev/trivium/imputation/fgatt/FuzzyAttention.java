package dev.trivium.imputation.fgatt;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Fuzzy graph attention between nodes, at every time step with the same weights: h (B, N, T, d) → (B, N, T, d).
 *
 * <p>With x = LN(h), v_i = W x_i split into heads, and membership S_ij of the window's graph:
 * <pre>
 * e_ij = LeakyReLU(a₁ · v_i + a₂ · v_j) + λ log(S_ij + 1e-6) + η M_j        slope 0.2; M_j: share of visible values at (t, j)
 * α_ij = softmax_j e_ij over the neighbours of i
 * h_i ← h_i + drop(W_o LeakyReLU(Σ_j drop(α_ij) v_j) + b_o)
 * </pre>
 * As softmax(e + λ log S) ∝ S^λ exp(e), the membership is a prior of the attention: λ = 0 is plain graph attention (Veličković et al. 2018).
 *
 * <p>Differs from the paper: its published summaries use the fuzzy score to choose edges only.
 *
 * <p>The weighted sum is a product with an N × N matrix that holds the weights where nodes are few, and otherwise gathers one neighbour of
 * every node after the other; both give the same numbers up to rounding, and so does the one for predictions.
 *
 * <p>Parameters, with d the width, H the heads: {@code norm.weight}, {@code norm.bias}; {@code value.weight} (d, d); {@code own}, {@code
 * other}, a₁ and a₂ (H, d/H); {@code prior}, λ (H), starts at 1; {@code out.weight} (d, d), {@code out.bias}; {@code visible}, η (H), starts
 * at 0, not there if the network is not told what is visible.
 */
final class FuzzyAttention {

    /** With more nodes than this many times the neighbours, neighbours are gathered. Measured: see {@code benchmarks}. */
    static final int DENSE_FACTOR = 4;

    private static final String WEIGHTS = """
            # own, other: (B N, H, T); edges: as made by edges() -> alpha (B N, K, H, T)
            def weights(self, own: Tensor, other: Tensor, prior: Tensor, eta: List[Tensor], edges: List[Tensor], padded: bool) -> Tensor:
              heads = torch.size(own, 1)
              picked = torch.index_select(other.contiguous(), 0, torch.flatten(edges[0]))
              e = torch.unflatten(picked, 0, torch.size(edges[0]))
              e = torch.leaky_relu_(torch.add_(e, own.unsqueeze(1)), 0.20000000000000001)
              bias = edges[1] * prior.view([1, 1, heads, 1])
              if padded:
                bias = bias + edges[2]
              e = torch.add(e, bias)
              if torch.len(eta) > 0:
                e = torch.addcmul_(e, edges[3], eta[0].view([1, 1, heads, 1]))
              return torch.softmax(e, 1)
            # alpha (B N, K, H, T), v (B, N, T, d) -> (B, N, T, d)
            def dense_sum(self, alpha: Tensor, v: Tensor, edges: List[Tensor]) -> Tensor:
              shape = torch.size(v)
              n = shape[1]
              heads = torch.size(alpha, 2)
              sparse = torch.unflatten(alpha, 0, [shape[0], n]).permute([0, 4, 3, 1, 2])
              places = torch.unflatten(edges[4], 0, [shape[0], n]).unsqueeze(1).unsqueeze(1).expand(torch.size(sparse))
              zeros = torch.zeros([shape[0], shape[2], heads, n, n], dtype=ops.prim.dtype(alpha), device=ops.prim.device(alpha))
              matrix = torch.scatter_add(zeros, 4, places, sparse)
              values = torch.unflatten(v, 3, [heads, -1]).permute([0, 2, 3, 1, 4])
              return torch.flatten(torch.matmul(matrix, values).permute([0, 3, 1, 2, 4]), 3)
            # one neighbour of every node after the other
            def gathered_sum(self, alpha: Tensor, v: Tensor, edges: List[Tensor]) -> Tensor:
              heads = torch.size(alpha, 2)
              table = torch.flatten(v, 0, 1)
              weights = torch.unbind(alpha.permute([1, 0, 3, 2]).contiguous().unsqueeze(4), 0)
              rows = torch.unbind(edges[0], 1)
              sums = annotate(List[Tensor], [])
              for j in range(torch.len(weights)):
                picked = torch.unflatten(torch.index_select(table, 0, rows[j]), 2, [heads, -1])
                if j == 0:
                  sums.append(picked * weights[j])
                else:
                  sums[0] = torch.addcmul_(sums[0], picked, weights[j])
              return torch.flatten(sums[0], 2).view(torch.size(v))
            # for predictions, edges by place instead of by node: rows (K B N), the terms of the bias (K B N, 2 + T): log S, closed and the
            # neighbours' visibility, bags of K rows
            def by_place(self, edges: List[Tensor], heads: int) -> List[Tensor]:
              rows = torch.flatten(edges[0].t())
              steps = torch.size(edges[3], 3)
              seen = torch.flatten(edges[3].squeeze(2).transpose(0, 1), 0, 1)
              log_s = torch.flatten(edges[1].transpose(0, 1)).unsqueeze(1)
              terms = torch.cat([log_s, torch.flatten(edges[2].transpose(0, 1)).unsqueeze(1), seen], 1)
              each = torch.mul(steps, heads)
              within = torch.arange(each, dtype=4, device=ops.prim.device(rows)).view([1, each, 1])
              places = torch.flatten(torch.add(torch.mul(edges[0], each).unsqueeze(1), within))
              count = torch.arange(torch.size(edges[0], 0) * each, dtype=4, device=ops.prim.device(rows))
              return [rows, terms, places, torch.mul(count, torch.size(edges[0], 1))]
            # own, other: (B, N, T, H) -> alpha (B N T H, K)
            def weights_by_place(self, own: Tensor, other: Tensor, prior: Tensor, eta: List[Tensor], places: List[Tensor]) -> Tensor:
              heads = torch.size(own, 3)
              e = torch.index_select(torch.flatten(torch.flatten(other, 0, 1), 1), 0, places[0]).view([-1, torch.numel(own)])
              e = torch.leaky_relu_(torch.add_(e, own.view([-1])), 0.20000000000000001)
              steps = torch.size(own, 2)
              first = torch.stack([prior, torch.ones_like(prior)], 0)
              if torch.lt(steps, 64):
                # one product with a sparse matrix (2 + T, T H) is faster than to add short rows
                factors = torch.repeat(first, [1, steps])
                if torch.len(eta) > 0:
                  own_step = torch.eye(steps, dtype=ops.prim.dtype(own), device=ops.prim.device(own)).unsqueeze(2)
                  factors = torch.cat([factors, torch.flatten(torch.mul(own_step, eta[0]), 1)], 0)
                terms = places[1].narrow(1, 0, torch.size(factors, 0))
                e = torch.addmm_(e.view([torch.size(terms, 0), -1]), terms, factors)
              else:
                e = e.view([torch.size(places[1], 0), steps, heads])
                e = torch.add_(e, torch.mm(places[1].narrow(1, 0, 2), first).unsqueeze(1))
                if torch.len(eta) > 0:
                  e = torch.addcmul_(e, places[1].narrow(1, 2, steps).unsqueeze(2), eta[0])
              return torch.softmax(e.view([-1, torch.numel(own)]), 0).t().contiguous()
            # in one pass without intermediates; its way back would have to sort, so for predictions only
            def bagged_sum(self, alpha: Tensor, v: Tensor, places: List[Tensor]) -> Tensor:
              part = torch.floordiv(torch.numel(v), torch.size(alpha, 0))
              sums, _0, _1, _2, = torch.embedding_bag(v.view([-1, part]), places[2], places[3], False, 0, False, alpha.view([-1]), False)
              return sums.view(torch.size(v))
            """;

    static final Script SCRIPT = new Script("FuzzyAttention", TokenMaps.FUNCTIONS + WEIGHTS + """
            # one edge list for all layers: rows of the flattened nodes (B N, K), log S and closed (B N, K, 1, 1), the neighbours' visibility
            # (B N, K, 1, T), places in the window (B N, K)
            def edges(self, index: Tensor, log_membership: Tensor, closed: Tensor, visible: Tensor) -> List[Tensor]:
              shape = torch.size(index)
              starts = torch.mul(torch.arange(shape[0], dtype=4, device=ops.prim.device(index)), shape[1])
              rows = torch.flatten(torch.add(index, starts.view([shape[0], 1, 1])), 0, 1)
              seen = torch.flatten(visible.transpose(1, 2).contiguous(), 0, 1)
              of_neighbours = torch.unflatten(torch.index_select(seen, 0, torch.flatten(rows)), 0, torch.size(rows)).unsqueeze(2)
              log_s = torch.flatten(log_membership, 0, 1).unsqueeze(2).unsqueeze(3)
              shut = torch.flatten(closed, 0, 1).unsqueeze(2).unsqueeze(3)
              return [rows, log_s, shut, of_neighbours, torch.flatten(index, 0, 1)]
            # p: gain, shift, W, a1, a2, lambda, W_o, b_o -> alpha (B N, K, H, T) and v (B, N, T, d)
            def attention(self, h: Tensor, p: List[Tensor], eta: List[Tensor], edges: List[Tensor], padded: bool) -> List[Tensor]:
              heads = torch.size(p[3], 0)
              by_head = torch.unflatten(p[2], 0, [heads, -1])
              own = torch.bmm(p[3].unsqueeze(1), by_head)
              other = torch.bmm(p[4].unsqueeze(1), by_head)
              x = self.normal(h)
              both = torch.cat([own, other], 0).squeeze(1)
              scores = torch.flatten(self.map_rows(x, both * p[0], torch.mv(both, p[1])), 0, 1).transpose(1, 2).contiguous()
              alpha = self.weights(scores.narrow(1, 0, heads), scores.narrow(1, heads, heads), p[5], eta, edges, padded)
              return [alpha, self.map_rows(x, p[2] * p[0], torch.mv(p[2], p[1]))]
            def fuzzy_attention(self, h: Tensor, p: List[Tensor], eta: List[Tensor], edges: List[Tensor], mask: List[Tensor], padded: bool, dense: bool) -> Tensor:
              pair = self.attention(h, p, eta, edges, padded)
              alpha = pair[0]
              if torch.len(mask) > 0:
                alpha = alpha * mask[0]
              if dense:
                g = self.dense_sum(alpha, pair[1], edges)
              else:
                g = self.gathered_sum(alpha, pair[1], edges)
              return self.joined(h, self.map_rows(torch.leaky_relu_(g, 0.20000000000000001), p[6], p[7]), mask, 1)
            # the same for predictions
            def predicted(self, h: Tensor, p: List[Tensor], eta: List[Tensor], places: List[Tensor]) -> Tensor:
              heads = torch.size(p[3], 0)
              x = self.normal(h)
              by_head = torch.unflatten(p[2], 0, [heads, -1])
              own = torch.bmm(p[3].unsqueeze(1), by_head).squeeze(1)
              other = torch.bmm(p[4].unsqueeze(1), by_head).squeeze(1)
              own_scores = self.map_rows(x, own * p[0], torch.mv(own, p[1]))
              alpha = self.weights_by_place(own_scores, self.map_rows(x, other * p[0], torch.mv(other, p[1])), p[5], eta, places)
              g = self.bagged_sum(alpha, self.map_rows(x, p[2] * p[0], torch.mv(p[2], p[1])), places)
              y = self.map_rows(torch.leaky_relu_(g, 0.20000000000000001), p[6], p[7])
              return torch.add_(y, h)
            """);

    private final int heads;
    private final List<Tensor> tensors = new ArrayList<>();
    private final List<Tensor> visible = new ArrayList<>();

    FuzzyAttention(Architecture a, Parameters parameters) {
        int d = a.width();
        heads = a.heads();
        int part = d / heads;
        tensors.add(parameters.add("norm.weight", Initial.ones(), d));
        tensors.add(parameters.add("norm.bias", Initial.zeros(), d));
        tensors.add(parameters.add("value.weight", Initial.fanIn(d), d, d));
        tensors.add(parameters.add("own", Initial.fanIn(part), heads, part));
        tensors.add(parameters.add("other", Initial.fanIn(part), heads, part));
        tensors.add(parameters.add("prior", Initial.ones(), heads));
        tensors.add(parameters.add("out.weight", Initial.fanIn(d), d, d));
        tensors.add(parameters.add("out.bias", Initial.zeros(), d));
        if (a.maskChannel()) {
            visible.add(parameters.add("visible", Initial.zeros(), heads));
        }
    }

    /** {@return what all layers share of a batch's graphs: see the script} */
    static List<Tensor> edges(List<Tensor> edges) {
        return SCRIPT.callMany("edges", edges.get(0), edges.get(1), edges.get(2), edges.get(3));
    }

    /** {@return the same for predictions, which hold them by place; for {@link #predicted}} */
    static List<Tensor> byPlace(List<Tensor> edges, int heads) {
        return SCRIPT.callMany("by_place", edges, heads);
    }

    Tensor forward(Tensor h, List<Tensor> edges, boolean padded, List<Tensor> masks) {
        return forward(h, edges, padded, masks, h.size(1) <= DENSE_FACTOR * edges.get(0).size(1));
    }

    Tensor forward(Tensor h, List<Tensor> edges, boolean padded, List<Tensor> masks, boolean dense) {
        return SCRIPT.call("fuzzy_attention", h, tensors, visible, edges, masks, padded, dense);
    }

    /** {@return the same, without dropout, unrecorded and faster} */
    Tensor predicted(Tensor h, List<Tensor> places) {
        return SCRIPT.call("predicted", h, tensors, visible, places);
    }

    void fold(LastStep.Folding folding) {
        folding.space(tensors, visible);
    }

    /** {@return α, (B N, K, H, T)} */
    Tensor weights(Tensor h, List<Tensor> edges, boolean padded) {
        return SCRIPT.callMany("attention", h, tensors, visible, edges, padded).get(0);
    }

    /** {@return the shapes of the two dropout masks} */
    List<long[]> masks(int batch, int nodes, int time, int neighbours, int width) {
        return List.of(new long[] {(long) batch * nodes, neighbours, heads, time}, new long[] {batch, nodes, time, width});
    }
}
