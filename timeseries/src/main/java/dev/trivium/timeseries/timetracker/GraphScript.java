package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.tensor.Script;

/** The computation of {@link FrequencyGraph}. */
final class GraphScript {

    static final Script SCRIPT = new Script("TimeTrackerGraph", """
            # amplitudes (B, C, F) -> D (B, C, C), without the differences of all pairs in memory
            def distances(self, a: Tensor, raw: List[Tensor]) -> Tensor:
              if torch.len(raw) > 0:
                x = a * torch.softplus(raw[0])
              else:
                x = a
              return torch.cdist(x, x, 1.)
            # spectra (B, C, F, 2) -> D (B, C, C)
            def complex_distances(self, a: Tensor, raw: List[Tensor]) -> Tensor:
              moduli = torch.linalg_vector_norm(torch.unsqueeze(a, 2) - torch.unsqueeze(a, 1), 2, [-1])
              if torch.len(raw) > 0:
                d = torch.matmul(moduli, torch.softplus(raw[0]))
              else:
                d = torch.sum(moduli, [-1])
              return d
            # D (B, C, C) -> p; where all spectra are equal p is 1
            def probabilities(self, d: Tensor, raw: Tensor, symmetric: bool) -> Tensor:
              others = torch.size(d, -1) - 1
              if others == 0:
                p = torch.ones_like(d)
              else:
                mean = torch.clamp_min(torch.sum(d, [-1], True) / others, 1e-12)
                p = torch.exp(torch.neg(torch.softplus(raw)) * d / mean)
                if symmetric:
                  p = (p + torch.transpose(p, 1, 2)) / 2
              return p
            def soft(self, p: Tensor) -> Tensor:
              return torch.log(p + 1e-06)
            def itself(self, p: Tensor) -> Tensor:
              return torch.gt(torch.eye(torch.size(p, -1), device=ops.prim.device(p)), 0.5)
            # 0 where an edge is kept, else -inf
            def hard(self, p: Tensor) -> Tensor:
              kept = torch.bitwise_or(torch.gt(p, 0.5), self.itself(p))
              return torch.masked_fill(torch.zeros_like(p), torch.bitwise_not(kept), -float("inf"))
            # the same with sampled edges; the gradient of a kept edge is that of its unrounded sample
            def sampled(self, p: Tensor, noise: Tensor, temperature: float) -> Tensor:
              inside = torch.clamp(p, 9.9999999999999995e-07, 0.99999899999999997)
              y = torch.sigmoid((torch.log(inside) - torch.log1p(torch.neg(inside)) + noise) / temperature)
              own = self.itself(p)
              kept = torch.bitwise_or(torch.gt(y, 0.5), own)
              straight = torch.masked_fill(y - torch.detach(y), own, 0.)
              return torch.masked_fill(straight, torch.bitwise_not(kept), -float("inf"))
            # numbers of the k variates with the least distance (B, C, k), each variate itself first
            def nearest(self, d: Tensor, k: int) -> Tensor:
              least, index, = torch.topk(torch.masked_fill(torch.detach(d), self.itself(d), -1.), k, -1, False)
              return index
            def picked(self, logits: Tensor, index: Tensor) -> Tensor:
              return torch.gather(logits, 2, index)
            def nothing(self, d: Tensor) -> Tensor:
              return torch.zeros_like(d)
            """);

    private GraphScript() {}
}
