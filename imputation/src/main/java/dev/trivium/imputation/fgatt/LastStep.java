package dev.trivium.imputation.fgatt;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The estimates of windows' last step by a network whose maps were multiplied out once: what a stream asks for with every row.
 *
 * <p>The same function as {@link FgattNetwork#last}, up to rounding, as one call with few passes over memory:
 * <ul>
 * <li>every consumer of h normalises it first, so means over the width are taken off where h is made, by its weights;
 * <li>a normalised row sums to 0, so a constant that is added to it carries the biases of the next map, which are in its weights too;
 * <li>attention over neighbours in powers of 2, with {@code exp LeakyReLU(a + b) = exp(a) max(exp(b), exp(0.2 b) exp(-0.8 a))}: powers are
 *     taken of nodes, not of edges, and the visibility of a neighbour is among them;
 * <li>attention over time has queries, keys and values with time last, as a product of small matrices leaves and takes them.
 * </ul>
 * Scores too large for powers without a search for the largest take the usual softmax. For layers in the order {@link Order#ST}, windows of
 * fewer than 64 steps, and the processor; {@link #fits} tells.
 */
final class LastStep {

    private static final int LONGEST = 63;

    /** p: in.weight, node, step, calendar.weight or none, of all layers, of the head. */
    private static final Script SCRIPT = new Script("LastStep", """
            # h is centred: its squares alone make the variance. The root of d is in the weights, the constant carries their biases
            def normal(self, h: Tensor) -> Tensor:
              size = torch.linalg_vector_norm(h, 2, [1], True)
              share = torch.rsqrt_(torch.add_(torch.mul_(size, size), torch.mul(torch.size(h, 1), 1.0000000000000001e-05)))
              return torch.add_(torch.mul(h, share), 0.125)
            # u (B, N, T, f), calendar (B, T, 4) or (B, 0, 4)
            def embed(self, u: Tensor, calendar: Tensor, p: List[Tensor]) -> Tensor:
              shape = torch.size(u)
              h = torch.add(p[1].unsqueeze(1), p[2].unsqueeze(0))
              if shape[0] > 1:
                h = torch.repeat(h, [shape[0], 1, 1])
              d = torch.size(h, 2)
              h = torch.addmm_(h.view([-1, d]), u.view([-1, shape[3]]), p[0])
              if torch.numel(calendar) > 0:
                own = torch.add_(h.view([shape[0], shape[1], shape[2], d]), torch.matmul(calendar, p[3]).unsqueeze(1))
              return h
            # index, log S, closed (B N, K), visibility (B, T, N) -> rows (K B N), log S and closed (K B N, 1), visibility (1, B N T), places of
            # the bags (B N T H K) and their starts
            def places(self, edges: List[Tensor], heads: int) -> List[Tensor]:
              shape = torch.size(edges[3])
              near = torch.floordiv(torch.numel(edges[0]), shape[0] * shape[2])
              starts = torch.mul(torch.arange(shape[0], dtype=3), shape[2])
              rows = torch.add(torch.to(edges[0], 3).view([shape[0], -1]), starts.unsqueeze(1)).view([-1, near])
              each = shape[1] * heads
              within = torch.arange(each, dtype=3).view([1, each, 1])
              places = torch.flatten(torch.add(torch.mul(rows, each).unsqueeze(1), within))
              log_s = torch.flatten(edges[1].view([-1, near]).t()).unsqueeze(1)
              closed = torch.flatten(edges[2].view([-1, near]).t()).unsqueeze(1)
              seen = torch.flatten(edges[3].transpose(1, 2)).unsqueeze(0)
              return [torch.flatten(rows.t()), log_s, closed, seen, places, torch.arange(0, torch.numel(places), near, dtype=3)]
            # s: b, 0.2 b, -0.8 a (3, B N, T H), powers of 2 of which are taken -> (K, B N T H), sums to 1 over K
            def weights(self, s: Tensor, prior: Tensor, tile: Tensor, places: List[Tensor], padded: bool) -> Tensor:
              least, most, = torch.aminmax(s)
              small = torch.item(most) < 36 and torch.item(least) > -36 and torch.__not__(padded)
              bias = places[1] * prior
              low, high, = torch.aminmax(bias)
              small = small and torch.item(high) < 36 and torch.item(low) > -36
              if padded:
                bias = torch.add_(bias, places[2])
              if small:
                s = torch.exp2_(s)
                bias = torch.exp2_(bias)
              parts = torch.unbind(s, 0)
              upper = torch.index_select(parts[0], 0, places[0])
              lower = torch.index_select(parts[1], 0, places[0]).view([-1, torch.numel(parts[0])])
              own = parts[2].view([-1])
              if small:
                lower = torch.mul_(lower, own)
              else:
                lower = torch.add_(lower, own)
              e = torch.maximum(upper, lower.view(torch.size(upper)), out=upper)
              bias = torch.mm(bias, tile)
              if small:
                e = torch.mul_(e, bias).view(torch.size(lower))
                return torch.mul_(e, torch.reciprocal_(torch.sum(e, [0])))
              else:
                e = torch.add_(e, bias).view(torch.size(lower))
                return torch.softmax(torch.mul_(e, 0.69314718055994529), 0)
            # p: W_v, W_s, eta, lambda, tile, W_o, b_o
            def space(self, h: Tensor, p: List[Tensor], places: List[Tensor], steps: int, padded: bool) -> Tensor:
              n = self.normal(h)
              heads = torch.size(p[3], 0)
              s = torch.addmm(torch.mm(p[2], places[3]), p[1], n.t())
              s = s.view([3, heads, -1, steps]).permute([0, 2, 3, 1]).contiguous()
              w = self.weights(torch.flatten(s, 2), p[3], p[4], places, padded).t().contiguous()
              v = torch.mm(n, p[0]).view([torch.size(w, 0), -1])
              g, _0, _1, _2, = torch.embedding_bag(v, places[4], places[5], False, 0, False, w.view([-1]), False)
              h = torch.addmm_(h, torch.leaky_relu_(g, 0.20000000000000001).view(torch.size(h)), p[5])
              return torch.add_(h, p[6])
            # p: W_qkv (3 d, d), W_o, b_o, W_1, W_2, b_2
            def time(self, h: Tensor, p: List[Tensor], steps: int, heads: int, hide_self: bool) -> Tensor:
              d = torch.size(h, 1)
              n = self.normal(h).view([-1, steps, d]).transpose(1, 2)
              nodes = torch.size(n, 0)
              qkv = torch.bmm(p[0].unsqueeze(0).expand([nodes, -1, -1]), n).view([nodes * heads, -1, steps])
              part = torch.floordiv(d, heads)
              q = qkv.narrow(1, 0, part)
              k = qkv.narrow(1, part, part).transpose(1, 2)
              e = torch.exp2_(torch.bmm(k, q))
              if hide_self:
                own = torch.zero_(torch.diagonal(e, 0, 1, 2))
              total = torch.sum(e, [1], True)
              least, most, = torch.aminmax(total)
              v = qkv.narrow(1, part * 2, part)
              if torch.item(least) > 1e-30 and torch.item(most) < 1e+30:
                y = torch.div_(torch.bmm(v, e), total)
              else:
                e = torch.mul_(torch.bmm(k, q), 0.69314718055994529)
                if hide_self:
                  own = torch.add_(torch.diagonal(e, 0, 1, 2), -1000000000.)
                y = torch.bmm(v, torch.softmax(e, 1))
              y = y.view([nodes, d, steps]).transpose(1, 2)
              tokens = torch.baddbmm_(h.view([nodes, steps, d]), y, p[1].unsqueeze(0).expand([nodes, -1, -1]))
              h = torch.add_(h, p[2])
              return self.feed_forward(h, p[3], p[4], p[5])
            def feed_forward(self, h: Tensor, first: Tensor, second: Tensor, bias: Tensor) -> Tensor:
              inner = torch.relu_(torch.mm(self.normal(h), first))
              return torch.add_(torch.addmm_(h, inner, second), bias)
            # p: W_k^T W_q of each head, W_o W_v of each head, b_o, W_1, W_2, b_2 -> (B N, d)
            def top(self, h: Tensor, p: List[Tensor], steps: int, heads: int, hide_self: bool) -> Tensor:
              d = torch.size(h, 1)
              n = self.normal(h).view([-1, steps, d])
              asked = torch.mm(n.select(1, steps - 1), p[0]).view([-1, heads, d])
              e = torch.bmm(asked, n.transpose(1, 2))
              if hide_self:
                own = torch.add_(e.narrow(2, steps - 1, 1), -1000000000.)
              mean = torch.flatten(torch.bmm(torch.softmax(e, 2), n), 1)
              tail = torch.add(h.view([-1, steps, d]).select(1, steps - 1), p[2])
              return self.feed_forward(torch.addmm_(tail, mean, p[1]), p[3], p[4], p[5])
            # given: as WindowInputs.packed has it; sizes: B, N, T, of its parts -> (B, N, 1, F)
            def last(self, given: Tensor, sizes: List[int], p: List[Tensor], layers: int, heads: int, padded: bool, hide_self: bool, residual: bool) -> Tensor:
              batch = sizes[0]
              nodes = sizes[1]
              steps = sizes[2]
              parts = torch.split_with_sizes(given, torch.slice(sizes, 3), 0)
              h = self.embed(parts[0].view([batch, nodes, steps, -1]), parts[2].view([batch, -1, 4]), p)
              places = annotate(List[Tensor], [])
              if sizes[6] > 0:
                places = self.places([parts[3], parts[4], parts[5], parts[6].view([batch, steps, nodes])], heads)
              at = 4
              for l in range(layers):
                if torch.len(places) > 0:
                  h = self.space(h, torch.slice(p, at, at + 7), places, steps, padded)
                  at = at + 7
                own = torch.slice(p, at, at + 6)
                at = at + 6
                if l < layers - 1:
                  h = self.time(h, own, steps, heads, hide_self)
                else:
                  h = self.top(h, own, steps, heads, hide_self)
              y = torch.addmm(p[at + 2], torch.relu_(torch.mm(self.normal(h), p[at])), p[at + 1])
              if residual:
                y = torch.add_(y, parts[1].view(torch.size(y)))
              return y.view([batch, nodes, 1, -1])
            """);

    /** Computes in float64, once: what is kept is rounded once. */
    private static final Script FOLD = new Script("LastStepFold", """
            def wide(self, p: List[Tensor]) -> List[Tensor]:
              q = annotate(List[Tensor], [])
              for i in range(torch.len(p)):
                q.append(torch.to(p[i].detach(), 7))
              return q
            # W x with x = gain * normal + shift, plus bias, of what normal() returns
            def after_normal(self, weight: Tensor, gain: Tensor, shift: Tensor, bias: List[Tensor]) -> Tensor:
              d = torch.size(weight, 1)
              w = torch.mul(weight * gain, torch.sqrt(d))
              offset = torch.mv(weight, shift)
              if torch.len(bias) > 0:
                offset = offset + bias[0]
              return torch.sub(w, torch.mean(w, [1], True)) + torch.div(offset, torch.mul(d, 0.125)).unsqueeze(1)
            # the last axis is h's
            def centred(self, x: Tensor) -> Tensor:
              return torch.sub(x, torch.mean(x, [-1], True)).contiguous()
            def embedding(self, given: List[Tensor]) -> List[Tensor]:
              p = self.wide(given)
              weights = [self.centred(p[0].t()), self.centred(p[1]), self.centred(p[2])]
              if torch.len(p) > 3:
                weights.append(self.centred(p[3].t()))
              else:
                weights.append(p[0].t().contiguous())
              return weights
            # as in FuzzyAttention
            def space(self, given: List[Tensor], given_eta: List[Tensor], steps: int) -> List[Tensor]:
              p = self.wide(given)
              eta = self.wide(given_eta)
              heads = torch.size(p[3], 0)
              by_head = torch.unflatten(p[2], 0, [heads, -1])
              own = torch.bmm(p[3].unsqueeze(1), by_head).squeeze(1)
              other = torch.bmm(p[4].unsqueeze(1), by_head).squeeze(1)
              none = annotate(List[Tensor], [])
              scores = torch.cat([other, torch.mul(other, 0.20000000000000001), torch.mul(own, -0.80000000000000004)], 0)
              scores = torch.mul(self.after_normal(scores, p[0], p[1], none), 1.4426950408889634)
              told = torch.zeros_like(p[5])
              if torch.len(eta) > 0:
                told = torch.mul(eta[0], 1.4426950408889634)
              told = torch.cat([told, told, torch.zeros_like(told)], 0).unsqueeze(1)
              prior = torch.mul(p[5], 1.4426950408889634)
              tile = torch.repeat(torch.eye(heads, dtype=7), [1, steps])
              value = self.after_normal(p[2], p[0], p[1], none).t().contiguous()
              return [value, scores, told, prior, tile, self.centred(p[6].t()), self.centred(p[7])]
            # as in TemporalLayer
            def feed_forward(self, p: List[Tensor]) -> List[Tensor]:
              return [self.after_normal(p[7], p[5], p[6], [p[8]]).t().contiguous(), self.centred(p[9].t()), self.centred(p[10])]
            def projections(self, p: List[Tensor], heads: int) -> List[Tensor]:
              none = annotate(List[Tensor], [])
              return torch.unbind(torch.unflatten(self.after_normal(p[2], p[0], p[1], none), 0, [3, heads, -1]), 0)
            def time(self, given: List[Tensor], heads: int) -> List[Tensor]:
              p = self.wide(given)
              parts = self.projections(p, heads)
              q = torch.mul(parts[0], torch.div(1.4426950408889634, torch.sqrt(torch.size(parts[0], 1))))
              qkv = torch.flatten(torch.cat([q, parts[1], parts[2]], 1), 0, 1)
              return torch.add([qkv, self.centred(p[3].t()), self.centred(p[4])], self.feed_forward(p))
            def top(self, given: List[Tensor], heads: int) -> List[Tensor]:
              p = self.wide(given)
              parts = self.projections(p, heads)
              q = torch.div(parts[0], torch.sqrt(torch.size(parts[0], 1)))
              asked = torch.flatten(torch.bmm(parts[1].transpose(1, 2), q), 0, 1).t().contiguous()
              out = torch.unflatten(p[3], 1, [heads, -1]).transpose(0, 1)
              mean = torch.flatten(torch.bmm(out, parts[2]).transpose(1, 2), 0, 1)
              return torch.add([asked, self.centred(mean), self.centred(p[4])], self.feed_forward(p))
            # as in FgattNetwork
            def head(self, given: List[Tensor]) -> List[Tensor]:
              p = self.wide(given)
              return [self.after_normal(p[2], p[0], p[1], [p[3]]).t().contiguous(), p[4].t().contiguous(), p[5]]
            """);

    private final Architecture architecture;
    private final List<Tensor> folded;

    private LastStep(Architecture architecture, List<Tensor> folded) {
        this.architecture = architecture;
        this.folded = folded;
    }

    /** {@return whether there is such a pass for the networks of an architecture} */
    static boolean fits(Architecture a, Parameters parameters) {
        return a.order() == Order.ST && a.window() <= LONGEST && parameters.compute().device().equals("cpu");
    }

    /** Collects weights in the order of the pass. */
    static final class Folding {

        private final Architecture architecture;
        private final Parameters parameters;
        private final List<Tensor> folded = new ArrayList<>();

        Folding(Architecture architecture, Parameters parameters) {
            this.architecture = architecture;
            this.parameters = parameters;
        }

        Folding embedding(List<Tensor> tensors) {
            return add("embedding", tensors);
        }

        Folding space(List<Tensor> tensors, List<Tensor> visible) {
            return add("space", tensors, visible, architecture.window());
        }

        Folding time(List<Tensor> tensors) {
            return add("time", tensors, architecture.heads());
        }

        Folding top(List<Tensor> tensors) {
            return add("top", tensors, architecture.heads());
        }

        Folding head(List<Tensor> tensors) {
            return add("head", tensors);
        }

        private Folding add(String function, Object... arguments) {
            try (Scope scope = Scope.open(parameters.compute())) {
                for (Tensor tensor : FOLD.callMany(function, arguments)) {
                    folded.add(parameters.constant(tensor.toDoubles(), tensor.shape()));
                }
            }
            return this;
        }

        LastStep done() {
            return new LastStep(architecture, List.copyOf(folded));
        }
    }

    /** {@return the estimates of the windows' last step, (B, N, 1, F), standardised} */
    Tensor estimates(WindowInputs in, Scope scope) {
        WindowInputs.Packed packed = in.packed();
        return SCRIPT.call("last", scope.tensor(packed.values(), packed.values().length), packed.sizes(), folded, architecture.layers(),
                architecture.heads(), in.padded(), architecture.hideSelf(), architecture.residual());
    }
}
