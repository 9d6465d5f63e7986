package dev.trivium.nn.xlstm;

import dev.trivium.nn.tensor.Script;

/**
 * The native side of {@link SlstmBlock}.
 *
 * <p>Tokens are put in the order of steps: first tokens of all sequences, then second tokens, and so on, longer sequences first. So the
 * sequences that still run at a step are the first ones of the step before, and every step is one product for all heads and gates and a
 * handful of element-wise kernels. What does not depend on the step before is computed for all tokens at once.
 */
final class SlstmScript {

    static final Script SCRIPT = new Script("Slstm", RowNorm.FUNCTIONS + CausalConvolution.FUNCTIONS + """
            def recurrence(self, given: Tensor, recurrent: Tensor, running: List[int]) -> Tensor:
              steps = torch.split_with_sizes(given, running, 1)
              i, f, z, o = torch.chunk(steps[0], 4, 2)
              h = torch.tanh(z)
              s = i
              y = torch.mul(torch.sigmoid(o), h)
              ys = [y]
              for t in range(1, torch.len(running)):
                n = running[t]
                if torch.lt(n, running[torch.sub(t, 1)]):
                  h = torch.narrow(h, 1, 0, n)
                  s = torch.narrow(s, 1, 0, n)
                  y = torch.narrow(y, 1, 0, n)
                i, f, z, o = torch.chunk(torch.baddbmm(steps[t], y, recurrent), 4, 2)
                kept = torch.add(torch.log_sigmoid(f), s)
                r = torch.sub(i, kept)
                s = torch.add(kept, torch.softplus(r, 1, 80))
                h = torch.lerp(h, torch.tanh(z), torch.sigmoid(r))
                y = torch.mul(torch.sigmoid(o), h)
                ys.append(y)
              return torch.cat(ys, 1)
            def by_head(self, x: Tensor, heads: int) -> Tensor:
              return torch.permute(torch.unflatten(x, 1, [heads, -1]), [1, 0, 2])
            def forward_rows(self, x: Tensor, norm: Tensor, conv_weight: Tensor, conv_bias: Tensor, masks: Tensor,
                w_i: Tensor, w_f: Tensor, w_z: Tensor, w_o: Tensor, recurrent: Tensor, bias: Tensor, group_norm: Tensor,
                step_rows: Tensor, row_steps: Tensor, running: List[int]) -> Tensor:
              heads = torch.size(bias, 0)
              u = self.row_norm(x, norm)
              c = torch.silu(self.causal_convolution(u, conv_weight, conv_bias, masks))
              b_if, b_zo = torch.chunk(torch.unsqueeze(torch.flatten(bias, 1), 1), 2, 2)
              w_if = torch.transpose(torch.cat([w_i, w_f], 1), 1, 2)
              w_zo = torch.transpose(torch.cat([w_z, w_o], 1), 1, 2)
              g_if = torch.baddbmm(b_if, self.by_head(torch.embedding(c, step_rows), heads), w_if)
              g_zo = torch.baddbmm(b_zo, self.by_head(torch.embedding(u, step_rows), heads), w_zo)
              y = self.recurrence(torch.cat([g_if, g_zo], 2), torch.transpose(torch.flatten(recurrent, 1, 2), 1, 2), running)
              normed = torch.flatten(torch.permute(self.head_norm(y), [1, 0, 2]), 1)
              return torch.addcmul(x, torch.embedding(normed, row_steps), torch.add(group_norm, 1))
            """);

    private SlstmScript() {}
}
