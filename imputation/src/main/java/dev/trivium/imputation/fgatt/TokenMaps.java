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
              return torch.layer_norm(x, [torch.size(x, -1)], None, None, 1e-05)
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
