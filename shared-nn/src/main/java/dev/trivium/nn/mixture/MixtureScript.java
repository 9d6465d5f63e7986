package dev.trivium.nn.mixture;

import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.TokenLinear;

/** The computation of {@link MixtureOfExperts}, for M mixtures at once. */
final class MixtureScript {

    static final Script SCRIPT = new Script("MixtureOfExperts", TokenLinear.FUNCTIONS + """
            # the router seen through the key map: (K n, D) and (K n)
            def fold(self, key: Tensor, bias: Tensor, router: Tensor) -> List[Tensor]:
              d = torch.size(router, 0)
              n = torch.size(router, 1)
              per_head = torch.unflatten(key, 0, [-1, d])
              k = torch.size(per_head, 0)
              a = torch.bmm(torch.expand(torch.unsqueeze(torch.t(router), 0), [k, n, d]), per_head)
              return [torch.flatten(a, 0, 1), torch.flatten(torch.matmul(torch.unflatten(bias, 0, [k, d]), router))]
            # one-hot flags of the largest entry; the first of equal ones
            def largest(self, p: Tensor) -> Tensor:
              numbers = torch.arange(torch.size(p, -1), device=ops.prim.device(p))
              return torch.eq(torch.argmax(p, -1, True), numbers)
            # flags of the choices that experts take, for flags (…, K, n)
            def within(self, first: Tensor, second: Tensor, capacity: int) -> Tensor:
              if capacity >= torch.size(first, -2):
                return torch.bitwise_or(first, second)
              else:
                taken = torch.bitwise_and(first, torch.le(torch.cumsum(first, -2), capacity))
                rank = torch.add(torch.cumsum(second, -2), torch.sum(taken, [-2], True))
                return torch.bitwise_or(taken, torch.bitwise_and(second, torch.le(rank, capacity)))
            # logits (M, B, K, n) -> gates, 0 where dropped; flags of those kept; mean of share times probability
            def route(self, logits: Tensor, capacity: int) -> List[Tensor]:
              p = torch.softmax(logits, -1)
              first = self.largest(torch.detach(p))
              second = self.largest(torch.masked_fill(torch.detach(p), first, -1.))
              both = torch.sum(torch.mul(p, torch.bitwise_or(first, second)), [-1], True)
              kept = self.within(first, second, capacity)
              gates = torch.div(torch.mul(p, kept), torch.add(both, 1e-09))
              share = torch.mean(torch.type_as(first, p), [-2])
              return [gates, kept, torch.mean(torch.mul(share, torch.mean(p, [-2])))]
            # the experts of one mixture on rows x, sorted by expert
            def experts(self, x: Tensor, counts: List[int], first: Tensor, second: Tensor) -> List[Tensor]:
              parts = torch.split_with_sizes(x, counts)
              w1 = torch.unbind(first)
              w3 = torch.unbind(second)
              out = annotate(List[Tensor], [])
              for e in range(torch.len(counts)):
                out.append(torch.mm(torch.relu_(torch.mm(parts[e], w1[e])), w3[e]))
              return out
            # y (M, B K, w) from the queries (B K, D) of each mixture, gates and flags (M, B K, n); p: nine tensors of each mixture
            def apply(self, queries: List[Tensor], gates: Tensor, kept: Tensor, p: List[Tensor]) -> Tensor:
              mixtures = torch.size(kept, 0)
              rows = torch.size(kept, 1)
              n = torch.size(kept, 2)
              groups = torch.flatten(torch.transpose(kept, 1, 2), 0, 1)
              counts = torch.sum(groups, [1])
              slots = torch.squeeze(torch.nonzero(torch.flatten(groups)), 1)
              row = torch.remainder(slots, rows)
              out = annotate(List[Tensor], [])
              start = 0
              for m in range(mixtures):
                own = annotate(List[int], [])
                taken = 0
                for e in range(n):
                  own.append(int(torch.select(counts, 0, m * n + e)))
                  taken = taken + own[e]
                x = torch.index_select(queries[m], 0, torch.narrow(row, 0, start, taken))
                parts = self.experts(x, own, p[9 * m + 5], p[9 * m + 6])
                for e in range(n):
                  out.append(parts[e])
                start = start + taken
              gate = torch.index_select(torch.flatten(torch.transpose(gates, 1, 2)), 0, slots)
              y = torch.mul(torch.cat(out), torch.unsqueeze(gate, 1))
              target = torch.add(row, torch.floor_divide(slots, rows * n), alpha=rows)
              return torch.index_add(torch.new_zeros(y, [mixtures * rows, torch.size(y, 1)]), 0, target, y)
            # predictions (M, B, T) and the balance loss
            def mixtures(self, f: List[Tensor], p: List[Tensor], capacity: int, balance: float) -> List[Tensor]:
              d = torch.size(p[4], 0)
              n = torch.size(p[4], 1)
              logits = annotate(List[Tensor], [])
              queries = annotate(List[Tensor], [])
              weights = annotate(List[Tensor], [])
              biases = annotate(List[Tensor], [])
              for m in range(torch.len(f)):
                router = self.fold(p[9 * m + 2], p[9 * m + 3], p[9 * m + 4])
                logits.append(torch.linear(f[m], router[0], router[1]))
                queries.append(torch.reshape(self.packed_linear(f[m], p[9 * m], p[9 * m + 1]), [-1, d]))
                weights.append(torch.t(p[9 * m + 7]))
                biases.append(torch.unsqueeze(p[9 * m + 8], 0))
              heads = torch.floordiv(torch.size(p[0], 0), d)
              routes = self.route(torch.unflatten(torch.stack(logits), 2, [heads, n]), capacity)
              y = self.apply(queries, torch.flatten(routes[0], 1, 2), torch.flatten(routes[1], 1, 2), p)
              joined = torch.reshape(y, [torch.len(f), -1, d])
              return [torch.baddbmm(torch.stack(biases), joined, torch.stack(weights)), torch.mul(routes[2], balance)]
            """);

    private MixtureScript() {}
}
