package dev.trivium.imputation.fgatt;

import dev.trivium.nn.tensor.TokenLinear;

/**
 * Linear maps of the last axis, alone and behind a layer normalisation, as text in front of a script.
 *
 * <p>{@code W (γ ⊙ x + β) + b = (W diag γ) x + (W β + b)}: gain and shift of the normalisation go into the small matrix and not over all tokens.
 */
final class TokenMaps {

    static final String FUNCTIONS = TokenLinear.FUNCTIONS + """
            def map_rows(self, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
              shape = torch.size(x)
              y = self.packed_linear(x.reshape([-1, torch.size(x, -1)]), weight, bias)
              return y.view(torch.add(torch.slice(shape, 0, -1), [torch.size(weight, 0)]))
            def normal(self, x: Tensor) -> Tensor:
              if ops.prim.requires_grad(x) or ops.prim.is_cuda(x):
                return torch.layer_norm(x, [torch.size(x, -1)], None, None, 1e-05)
              else:
                return self.plain_normal(x)
            # for predictions: rows this short take the normalisation's own kernel twice as long
            def plain_normal(self, x: Tensor) -> Tensor:
              d = torch.size(x, -1)
              rows = x.reshape([-1, d])
              share = torch.div(torch.ones([d], dtype=ops.prim.dtype(x), device=ops.prim.device(x)), d)
              centred = torch.sub(rows, torch.mv(rows, share).unsqueeze(1))
              variance = torch.mv(torch.mul(centred, centred), share)
              return torch.mul_(centred, torch.rsqrt_(torch.add_(variance, 1e-05)).unsqueeze(1)).view(torch.size(x))
            def map_normal(self, x: Tensor, gain: Tensor, shift: Tensor, weight: Tensor, bias: List[Tensor]) -> Tensor:
              offset = torch.mv(weight, shift)
              if torch.len(bias) > 0:
                offset = offset + bias[0]
              return self.map_rows(self.normal(x), weight * gain, offset)
            def joined(self, h: Tensor, update: Tensor, mask: List[Tensor], at: int) -> Tensor:
              if torch.len(mask) > 0:
                y = torch.addcmul(h, update, mask[at])
              else:
                y = torch.add(h, update)
              return y
            """;

    private TokenMaps() {}
}
