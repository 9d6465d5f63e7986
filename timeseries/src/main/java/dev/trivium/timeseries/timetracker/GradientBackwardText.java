package dev.trivium.timeseries.timetracker;

/** The way back of {@link GradientScript}. Letters as there; a gradient of x is called dx, those of parameters are added up in {@code g}. */
final class GradientBackwardText {

    static final String FUNCTIONS = """
            # of y = x weight' + bias
            def add_map(self, dy: Tensor, x: Tensor, dweight: Tensor, dbias: Tensor) -> Tensor:
              a = torch.addmm_(dweight, torch.t(dy), x)
              return torch.add_(dbias, torch.sum(dy, [0]))
            # of the maps of own_maps -> dx in out
            def back_own_maps(self, dy: Tensor, x: Tensor, weight: Tensor, dweight: Tensor, dbias: Tensor, sizes: List[int], out: Tensor) -> Tensor:
              start = 0
              for e in range(torch.len(sizes)):
                part = torch.narrow(dy, 0, start, sizes[e])
                dx = torch.narrow(out, 0, start, sizes[e])
                dx = torch.mm(part, torch.select(weight, 0, e), out=dx)
                b = self.add_map(part, torch.narrow(x, 0, start, sizes[e]), torch.select(dweight, 0, e), torch.select(dbias, 0, e))
                start = start + sizes[e]
              return out
            # of scaled: adds to dh; dy is overwritten
            def back_scaled(self, dy: Tensor, even: Tensor, scale: Tensor, weight: Tensor, dweight: Tensor, dh: Tensor, work: List[Tensor],
                c: int) -> Tensor:
              both = torch.mul(dy, even, out=self.keep(work, c + 8, [torch.size(dy, 0), torch.size(dy, 1)]))
              a = torch.add_(dweight, torch.sum(both, [0]))
              along = torch.div_(torch.mul_(torch.unsqueeze(torch.mv(both, weight), 1), scale), -torch.size(even, 1))
              return torch.addcmul_(torch.addcmul_(dh, torch.mul_(dy, weight), scale), even, along)
            # of the mixture and its norm: adds to dh (R, d), what the layer's end has for gradient; du and dsaid are used twice: writing to memory
            # that was just read is the faster
            def back_mixture(self, dh: Tensor, kept: List[Tensor], p: List[Tensor], g: List[Tensor], o: int, work: List[Tensor], c: int,
                k: int) -> Tensor:
              normed, even, scale, affinity, experts, gates, sums, order, places, token, counts, own, z, units, said, = kept
              sizes = self.sizes_of(counts)
              r = torch.size(dh, 0)
              d = torch.size(dh, 1)
              a = r * torch.size(p[o + 10], 0)
              b = r * k * torch.size(p[o + 14], 1)
              dsaid = torch.index_select(dh, 0, token, out=self.keep(work, c + 10, [r * k, d]))
              dgate = torch.sum(torch.mul_(said, dsaid), [1])
              dsaid = torch.mul_(dsaid, torch.unsqueeze(torch.index_select(torch.flatten(gates), 0, order), 1))
              du = self.keep(work, c + 11, [torch.size(z, 0)])
              rest = torch.zero_(torch.narrow(du, 0, a + b, torch.size(z, 0) - a - b))
              u1 = torch.view(torch.narrow(units, 0, 0, a), [r, -1])
              u2 = torch.view(torch.narrow(units, 0, a, b), [r * k, -1])
              du1 = torch.mm(dh, p[o + 12], out=torch.view(torch.narrow(du, 0, 0, a), [r, -1]))
              last = self.add_map(dh, u1, g[o + 12], g[o + 13])
              du2 = self.back_own_maps(dsaid, u2, p[o + 16], g[o + 16], g[o + 17], sizes, torch.view(torch.narrow(du, 0, a, b), [r * k, -1]))
              dz = torch.gelu_backward(du, z, grad_input=du)
              dz1 = torch.view(torch.narrow(dz, 0, 0, a), [r, -1])
              dz2 = torch.view(torch.narrow(dz, 0, a, b), [r * k, -1])
              down = self.back_own_maps(dz2, own, p[o + 14], g[o + 14], g[o + 15], sizes, dsaid)
              shared = self.add_map(dz1, normed, g[o + 10], g[o + 11])
              dnormed = torch.addmm_(self.gathered_sum(down, places, k, None), dz1, p[o + 10])
              dgates = torch.view(torch.index_select(dgate, 0, places), [r, k])
              dgates = torch.div(torch.sub(dgates, torch.sum(torch.mul(dgates, gates), [1], True)), sums)
              ds = torch.scatter(torch.zeros_like(affinity), 1, experts, dgates)
              ds = torch.mul_(ds, torch.mul(affinity, torch.rsub(affinity, 1)))
              centroids = torch.addmm_(g[o + 8], torch.t(ds), normed)
              dnormed = torch.addmm_(dnormed, ds, p[o + 8])
              return self.back_scaled(dnormed, even, scale, p[o + 6], g[o + 6], dh, work, c)
            # rows (R, d) at their places among (T, d), zeros elsewhere
            def spread(self, x: Tensor, live: Tensor, out: Tensor) -> Tensor:
              return torch.index_copy_(torch.zero_(out), 0, live, x)
            # of attention and its norm: adds to dh (T, d), or (R, d) with live, and returns it as (T, d)
            def back_attention(self, dh: Tensor, kept: List[Tensor], p: List[Tensor], g: List[Tensor], o: int, turns: Tensor,
                live: List[Tensor], s: int, n: int, heads: int, work: List[Tensor], c: int) -> Tensor:
              normed, even, scale, rows, own, weights, = kept
              d = torch.size(dh, 1)
              r = torch.floordiv(d, heads)
              drows = torch.mm(dh, p[o + 4], out=self.keep(work, c + 12, [torch.size(dh, 0), d]))
              if torch.len(live) == 0:
                last = self.add_map(dh, rows, g[o + 4], g[o + 5])
              else:
                last = self.add_map(dh, torch.index_select(rows, 0, live[0]), g[o + 4], g[o + 5])
                drows = self.spread(drows, live[0], self.keep(work, c + 13, [s * n, d]))
                dh = self.spread(dh, live[0], self.keep(work, c + 14, [s * n, d]))
              dmixed = self.keep(work, c + 3, [s, heads, n, r])
              dmixed = torch.copy_(dmixed, torch.transpose(torch.view(drows, [s, n, heads, r]), 1, 2))
              dmixed = torch.view(dmixed, [s * heads, n, r])
              dweights = torch.bmm(dmixed, torch.transpose(own[2], 1, 2), out=self.keep(work, c + 2, [s * heads, n, n]))
              ds = self.keep(work, c + 15, [s * heads, n, n])
              ds = torch._softmax_backward_data(dweights, weights, -1, ops.prim.dtype(weights), grad_input=ds)
              down = self.keep(work, c + 16, [3, s * heads, n, r])
              dq = torch.baddbmm(down[0], ds, own[1], beta=0, alpha=1 / torch.sqrt(r), out=down[0])
              dk = torch.baddbmm(down[1], torch.transpose(ds, 1, 2), own[0], beta=0, alpha=1 / torch.sqrt(r), out=down[1])
              dv = torch.bmm(torch.transpose(weights, 1, 2), dmixed, out=down[2])
              dqkv = self.keep(work, c + 1, [s, n, 3, heads, r])
              dqkv = torch.copy_(dqkv, torch.permute(torch.view(down, [3, s, heads, n, r]), [1, 3, 0, 2, 4]))
              dqkv = torch.view(dqkv, [s * n, 3 * d])
              turned = self.turn(dqkv, turns, s, n, d)
              first = self.add_map(dqkv, normed, g[o + 2], g[o + 3])
              dnormed = torch.mm(dqkv, p[o + 2], out=self.keep(work, c + 9, [s * n, d]))
              return self.back_scaled(dnormed, even, scale, p[o], g[o], dh, work, c)
            """;

    private GradientBackwardText() {}
}
