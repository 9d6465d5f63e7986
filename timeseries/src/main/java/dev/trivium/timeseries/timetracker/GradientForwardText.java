package dev.trivium.timeseries.timetracker;

/**
 * The way forward of {@link GradientScript}: what the decoder computes, with everything kept that the way back needs. Letters as there.
 *
 * <p>{@code keep} is how tensors get memory: a piece of a work buffer that lives as long as the training, so that a step asks the system for
 * next to none.
 */
final class GradientForwardText {

    static final String FUNCTIONS = """
            def keep(self, work: List[Tensor], i: int, shape: List[int]) -> Tensor:
              n = 1
              for j in range(torch.len(shape)):
                n = n * shape[j]
              return torch.view(torch.narrow(work[i], 0, 0, n), shape)
            # rows (T, d) scaled to root mean square 1 -> times weight, without it, the scale (T, 1)
            def scaled(self, x: Tensor, weight: Tensor, work: List[Tensor], i: int) -> List[Tensor]:
              shape = [torch.size(x, 0), torch.size(x, 1)]
              square = torch.square_(torch.linalg_vector_norm(x, 2, [-1], True))
              scale = torch.rsqrt_(torch.add_(torch.div_(square, torch.size(x, 1)), 1e-06))
              even = torch.mul(x, scale, out=self.keep(work, i, shape))
              return [torch.mul(even, weight, out=self.keep(work, i + 1, shape)), even, scale]
            # cos + i sin of patches (N, 1, 1, r, 2) -> (1, N, 2 h r): for queries and keys as they lie in a row of their product
            def turns_of_rows(self, turns: Tensor, n: int, heads: int) -> Tensor:
              own = torch.view_as_complex(torch.narrow(turns, 0, 0, n))
              return torch.reshape(torch.repeat(own, [1, 2, heads, 1]), [1, n, -1])
            # turns queries and keys of rows (S N, 3 d) in place
            def turn(self, qkv: Tensor, turns: Tensor, s: int, n: int, d: int) -> Tensor:
              pairs = torch.view_as_complex(torch.view(qkv, [s, n, torch.floordiv(3 * d, 2), 2]))
              return torch.mul_(torch.narrow(pairs, 2, 0, d), turns)
            # rows (T, d) -> [what attention adds before its last map (T, d), queries, keys and values (3, S h, N, d_h), weights (S h, N, N)]
            def attended(self, x: Tensor, weight: Tensor, bias: Tensor, turns: Tensor, hidden: Tensor, s: int, n: int, heads: int,
                work: List[Tensor], w: int, c: int) -> List[Tensor]:
              d = torch.size(x, 1)
              qkv = torch.addmm(bias, x, torch.t(weight), out=self.keep(work, c + 1, [s * n, 3 * d]))
              turned = self.turn(qkv, turns, s, n, d)
              r = torch.floordiv(d, heads)
              own = self.keep(work, w + 2, [3, s, heads, n, r])
              own = torch.copy_(own, torch.permute(torch.view(qkv, [s, n, 3, heads, r]), [2, 0, 3, 1, 4]))
              own = torch.view(own, [3, s * heads, n, r])
              scores = self.keep(work, c + 2, [s * heads, n, n])
              scores = torch.baddbmm(hidden, own[0], torch.transpose(own[1], 1, 2), alpha=1 / torch.sqrt(r), out=scores)
              weights = torch._softmax(scores, -1, False, out=self.keep(work, w + 3, [s * heads, n, n]))
              mixed = torch.bmm(weights, own[2], out=self.keep(work, c + 3, [s * heads, n, r]))
              rows = self.keep(work, w + 4, [s, n, heads, r])
              rows = torch.copy_(rows, torch.transpose(torch.view(mixed, [s, heads, n, r]), 1, 2))
              return [torch.view(rows, [s * n, d]), own, weights]
            # each expert's own rows through its map: x (R, a), weight (n_p, b, a), bias (n_p, b) -> out (R, b)
            def own_maps(self, x: Tensor, weight: Tensor, bias: Tensor, sizes: List[int], out: Tensor) -> Tensor:
              start = 0
              for e in range(torch.len(sizes)):
                part = torch.narrow(out, 0, start, sizes[e])
                part = torch.addmm(torch.select(bias, 0, e), torch.narrow(x, 0, start, sizes[e]), torch.t(torch.select(weight, 0, e)), out=part)
                start = start + sizes[e]
              return out
            def sizes_of(self, counts: Tensor) -> List[int]:
              sizes = annotate(List[int], [])
              for e in range(torch.size(counts, 0)):
                sizes.append(int(torch.select(counts, 0, e)))
              return sizes
            # s (R, n_p), experts (R, k) -> gates (R, k), their sums before scaling (R, 1), the order by expert (R k), each token's places in it
            # (R k), tokens in that order (R k), tokens of each expert (n_p)
            def sorted(self, s: Tensor, experts: Tensor) -> List[Tensor]:
              gates = torch.gather(s, 1, experts)
              sums = torch.sum(gates, [1], True)
              numbers = torch.flatten(experts)
              other, order, = torch.sort(numbers, stable=True)
              places = torch.scatter(torch.empty_like(order), 0, order, torch.arange(torch.size(order, 0), device=ops.prim.device(order)))
              token = torch.floor_divide(order, torch.size(experts, 1))
              return [torch.div(gates, sums), sums, order, places, token, torch.bincount(numbers, None, torch.size(s, 1))]
            # sum over a token's places: rows (R k, d) -> (R, d), weighted by weights (R k) if there are any
            def gathered_sum(self, rows: Tensor, places: Tensor, k: int, weights: Optional[Tensor]) -> Tensor:
              starts = torch.arange(0, torch.size(places, 0), k, device=ops.prim.device(places))
              sums, a, b, c, = torch.embedding_bag(rows, places, starts, False, 0, False, weights)
              return sums
            # how many numbers the experts' units hold: whole blocks, for a kernel is made anew for each new size
            def blocks(self, count: int) -> int:
              return torch.floordiv(count + 65535, 65536) * 65536
            # h (T, d) gets its attention; live: none, or the rows that go on -> h and what the way back needs, loads at 1
            def layer(self, h: Tensor, p: List[Tensor], o: int, turns: Tensor, hidden: Tensor, live: List[Tensor], s: int, n: int,
                work: List[Tensor], w: int, c: int, how: List[int]) -> List[Tensor]:
              first = self.scaled(h, p[o], work, w)
              att = self.attended(first[0], p[o + 2], p[o + 3], turns, hidden, s, n, how[2], work, w, c)
              h = torch.add_(torch.addmm_(h, att[0], torch.t(p[o + 4])), p[o + 5])
              second = self.scaled(h, p[o + 6], work, w + 5)
              affinity = torch.sigmoid_(torch.mm(second[0], torch.t(p[o + 8])))
              best, experts, = torch.topk(affinity + p[o + 9], how[3])
              loads = torch.type_as(torch.bincount(torch.flatten(experts), None, torch.size(affinity, 1)), h)
              if torch.len(live) > 0:
                h = torch.index_select(h, 0, live[0])
                second = [torch.index_select(second[0], 0, live[0]), torch.index_select(second[1], 0, live[0]),
                    torch.index_select(second[2], 0, live[0])]
                affinity = torch.index_select(affinity, 0, live[0])
                experts = torch.index_select(experts, 0, live[0])
              way = self.sorted(affinity, experts)
              sizes = self.sizes_of(way[5])
              r = torch.size(h, 0)
              d = torch.size(h, 1)
              own = torch.index_select(second[0], 0, way[4], out=self.keep(work, w + 7, [r * how[3], d]))
              a = r * torch.size(p[o + 10], 0)
              b = r * how[3] * torch.size(p[o + 14], 1)
              z = self.keep(work, w + 8, [self.blocks(a + b)])
              z1 = torch.view(torch.narrow(z, 0, 0, a), [r, -1])
              z1 = torch.addmm(p[o + 11], second[0], torch.t(p[o + 10]), out=z1)
              z2 = self.own_maps(own, p[o + 14], p[o + 15], sizes, torch.view(torch.narrow(z, 0, a, b), [r * how[3], -1]))
              units = torch.gelu(z, out=self.keep(work, w + 9, [torch.size(z, 0)]))
              u1 = torch.view(torch.narrow(units, 0, 0, a), [r, -1])
              u2 = torch.view(torch.narrow(units, 0, a, b), [r * how[3], -1])
              said = self.own_maps(u2, p[o + 16], p[o + 17], sizes, self.keep(work, w + 10, [r * how[3], d]))
              all = torch.add_(self.gathered_sum(said, way[3], how[3], torch.flatten(way[0])), torch.sum(p[o + 13], [0]))
              h = torch.addmm_(torch.add_(h, all), u1, torch.t(p[o + 12]))
              return [h, loads, first[0], first[1], first[2], att[0], att[1], att[2], second[0], second[1], second[2], affinity, experts,
                  way[0], way[1], way[2], way[3], way[4], way[5], own, z, units, said]
            """;

    private GradientForwardText() {}
}
