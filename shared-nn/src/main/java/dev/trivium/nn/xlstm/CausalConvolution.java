package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * Causal convolution of every channel by itself, {@code y_t = b + Σ_k w_k ⊙ x_{t - K + 1 + k}} with zeros before a sequence's first token.
 *
 * <p>Runs over all sequences at once: the rows of all tokens move down by a lag, and what came from another sequence is multiplied by zero.
 * Parameters: {@code weight} (channels, K) and {@code bias} (channels), both uniform on ±1/√K.
 *
 * @param weight w
 * @param bias b
 */
record CausalConvolution(Tensor weight, Tensor bias) {

    /** {@code causal_convolution(x: (rows, channels), weight, bias, masks: (K - 1, rows, 1))}; mask k is 1 where a token has k + 1 before it. */
    static final String FUNCTIONS = """
            def causal_convolution(self, x: Tensor, weight: Tensor, bias: Tensor, masks: Tensor) -> Tensor:
              taps = torch.unbind(torch.contiguous(torch.t(weight)), 0)
              last = torch.sub(torch.len(taps), 1)
              y = torch.addcmul(bias, x, taps[last])
              for lag in range(1, torch.add(last, 1)):
                before = torch.mul(torch.roll(x, [lag], [0]), torch.select(masks, 0, torch.sub(lag, 1)))
                y = torch.addcmul(y, before, taps[torch.sub(last, lag)])
              return y
            """;

    CausalConvolution(int channels, int kernel, Parameters parameters) {
        this(parameters.add("weight", Initial.fanIn(kernel), channels, kernel),
                parameters.add("bias", Initial.fanIn(kernel), channels));
    }
}
