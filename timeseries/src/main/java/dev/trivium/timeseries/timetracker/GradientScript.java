package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Script;

/**
 * Loss and gradients of a step of pre-training in one call, without a tape: the decoder of {@link DecoderScript} and the loss of
 * {@link PretrainingLoss} by their derivatives. See {@link StepGradients} for why.
 *
 * <p>Letters: S sequences of N patches, T = S N tokens, R those whose target weighs anything, d width, h heads, d_h = d / h, k chosen experts,
 * P points of a patch, Q levels. {@code p} and {@code ends} are as in {@link DecoderScript}; {@code g} and {@code dends} lie like them and hold
 * the gradients; {@code how}: layers, tensors per layer, heads, chosen experts, work buffers of a layer.
 */
final class GradientScript {

    /** Work buffers of a layer; those that all layers share follow. */
    static final int OWN = 11;

    static final Script SCRIPT = new Script("TimeTrackerGradients", GradientForwardText.FUNCTIONS + GradientBackwardText.FUNCTIONS + """
            # p (R, (1 + Q) P) -> the loss; its gradient in dp; p is overwritten; y, w: (R, P), levels: (Q, 1)
            def loss(self, p: Tensor, dp: Tensor, y: Tensor, w: Tensor, levels: Tensor, mean_weight: float, limit: float) -> Tensor:
              points = torch.size(y, 1)
              count = torch.size(levels, 0)
              r = torch.size(y, 0)
              if count > 0:
                d = torch.sub_(torch.view(torch.narrow(p, 1, points, count * points), [r, count, points]), torch.unsqueeze(y, 1))
                slopes = torch.view(torch.narrow(dp, 1, points, count * points), [r, count, points])
                slopes = torch.sub_(torch.gt(d, 0, out=slopes), levels)
                slopes = torch.mul_(slopes, torch.unsqueeze(torch.mul(w, torch.div(2., count)), 1))
              error = torch.sub_(torch.narrow(p, 1, 0, points), torch.clamp(y, -limit, limit))
              derror = torch.mul_(torch.mul(error, w, out=torch.narrow(dp, 1, 0, points)), 2 * mean_weight)
              half = torch.mul_(error, 0.5)
              return torch.dot(torch.flatten(p), torch.flatten(dp))
            # x (S, N, 2 P), y, w (S, N, P) -> loss, loads of each layer
            def gradients(self, x: Tensor, y: Tensor, w: Tensor, levels: Tensor, p: List[Tensor], ends: List[Tensor], g: List[Tensor],
                dends: List[Tensor], turns: Tensor, work: List[Tensor], mean_weight: float, limit: float, how: List[int]) -> List[Tensor]:
              s = torch.size(x, 0)
              n = torch.size(x, 1)
              c = how[0] * how[4]
              rows = torch.flatten(x, 0, 1)
              y = torch.flatten(y, 0, 1)
              w = torch.flatten(w, 0, 1)
              live = annotate(List[Tensor], [])
              weighs = torch.flatten(torch.nonzero(torch.gt(torch.amax(w, [1]), 0)))
              if torch.size(weighs, 0) > 0 and torch.size(weighs, 0) < s * n:
                live = [weighs]
                y = torch.index_select(y, 0, weighs)
                w = torch.index_select(w, 0, weighs)
              own = self.turns_of_rows(turns, n, how[2])
              hidden = torch.unsqueeze(torch.triu(torch.full([n, n], -float("inf"), dtype=ops.prim.dtype(x), device=ops.prim.device(x)), 1), 0)
              h = torch.addmm(ends[1], rows, torch.t(ends[0]), out=self.keep(work, c, [s * n, torch.size(ends[0], 0)]))
              kept = annotate(List[List[Tensor]], [])
              results = annotate(List[Tensor], [])
              for i in range(how[0]):
                some = annotate(List[Tensor], [])
                if i == how[0] - 1:
                  some = live
                layer = self.layer(h, p, i * how[1], own, hidden, some, s, n, work, i * how[4], c, how)
                h = layer[0]
                results.append(layer[1])
                kept.append(layer)
              r = torch.size(h, 0)
              end = self.scaled(h, ends[2], work, c + 4)
              shape = [r, torch.size(ends[4], 0)]
              said = torch.addmm(ends[5], end[0], torch.t(ends[4]), out=self.keep(work, c + 6, shape))
              dsaid = self.keep(work, c + 7, shape)
              results.insert(0, self.loss(said, dsaid, y, w, levels, mean_weight, limit))
              last = self.add_map(dsaid, end[0], dends[4], dends[5])
              dh = torch.zero_(self.keep(work, c + 17, [r, torch.size(h, 1)]))
              dend = torch.mm(dsaid, ends[4], out=self.keep(work, c + 9, [r, torch.size(h, 1)]))
              dh = self.back_scaled(dend, end[1], end[2], ends[2], dends[2], dh, work, c)
              back = torch.conj_physical(own)
              for j in range(how[0]):
                i = how[0] - 1 - j
                some = annotate(List[Tensor], [])
                if j == 0:
                  some = live
                dh = self.back_mixture(dh, torch.slice(kept[i], 8, 23), p, g, i * how[1], work, c, how[3])
                at = kept[i]
                attention = [at[2], at[3], at[4], at[5], at[6], at[7]]
                dh = self.back_attention(dh, attention, p, g, i * how[1], back, some, s, n, how[2], work, c)
              first = self.add_map(dh, rows, dends[0], dends[1])
              return results
            # to zeros, in place
            def clear(self, tensors: List[Tensor]) -> float:
              torch._foreach_zero_(tensors)
              return 0.
            """);

    private GradientScript() {}
}
