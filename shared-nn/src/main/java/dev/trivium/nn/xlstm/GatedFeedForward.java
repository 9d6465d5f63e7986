package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;

/**
 * Residual gated feed-forward layer: {@code x + (act(a) ⊙ b) W_downᵀ} with {@code [a; b] = LN(x) W_upᵀ}.
 *
 * <p>Parameters: {@code norm.weight}, {@code up.weight} (2E, D) ~ N(0, 2/(5D)), {@code down.weight} (D, E) ~ N(0, (2/blocks)²/D).
 */
final class GatedFeedForward {

    private static final Script SCRIPT = new Script("GatedFeedForward", TokenLinear.FUNCTIONS + RowNorm.FUNCTIONS + """
            def forward_rows(self, x: Tensor, norm: Tensor, up: Tensor, down: Tensor, gelu: bool) -> Tensor:
              a, b = torch.chunk(self.packed_linear(self.row_norm(x, norm), up, None), 2, 1)
              if gelu:
                active = torch.gelu(a)
              else:
                active = torch.relu(a)
              return torch.add(x, self.packed_linear(torch.mul(active, b), down, None))
            """);

    private final boolean gelu;
    private final Tensor norm;
    private final Tensor up;
    private final Tensor down;

    GatedFeedForward(XlstmSettings settings, Parameters parameters) {
        gelu = settings.activation() == XlstmSettings.Activation.GELU;
        int width = settings.width();
        norm = new RowNorm(width, parameters.child("norm")).weight();
        up = parameters.add("up.weight", Initials.small(width), 2L * settings.inner(), width);
        down = parameters.add("down.weight", Initials.output(settings), width, settings.inner());
    }

    Tensor forward(Tensor x) {
        return SCRIPT.call("forward_rows", x, norm, up, down, gelu);
    }
}
