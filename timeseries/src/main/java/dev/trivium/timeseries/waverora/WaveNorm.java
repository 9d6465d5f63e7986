package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.List;

/**
 * The residual block of every coefficient series c = 1 … C, all C of them at once (Liang et al. 2024, eq. 12).
 *
 * <pre>
 * x = LN₁(E_c + drop(U_c)),  y = drop(conv₂(drop(GELU(conv₁(x))))),  E_c ← LN₂(x + y)          E, U: (B, M, C·D)
 * </pre>
 *
 * <p>The convolutions run along the variates with kernel k_s and zeros outside, so k_s = 3 mixes neighbours in the order of the
 * columns; k_s = 1 is a feed-forward layer. The parameters of the C series lie one after the other: {@code expand.weight}
 * (C·F, D, k_s), {@code contract.weight} (C·D, F, k_s), norms (C, D).
 */
final class WaveNorm {

    private static final double EPS = 1e-5;

    private static final Script SCRIPT = new Script("WaveNorm", TokenLinear.FUNCTIONS + SeriesConvolution.FUNCTIONS + """
            def norm(self, x: Tensor, weight: Tensor, bias: Tensor, eps: float) -> Tensor:
              per_series = torch.unflatten(x, -1, torch.size(weight))
              normal = torch.layer_norm(per_series, [torch.size(weight, 1)], None, None, eps)
              return torch.flatten(torch.addcmul(bias, normal, weight), 2)
            def forward_all(self, e: Tensor, u: Tensor, norms: List[Tensor], w1: Tensor, b1: Tensor, w2: Tensor, b2: Tensor,
                masks: List[Tensor], eps: float) -> Tensor:
              series = torch.size(norms[0], 0)
              drop = torch.len(masks) > 0
              if drop:
                x = self.norm(torch.addcmul(e, u, masks[0]), norms[0], norms[1], eps)
              else:
                x = self.norm(e + u, norms[0], norms[1], eps)
              h = torch.gelu(self.series_convolution(x, w1, b1, series))
              if drop:
                h = h * masks[1]
              y = self.series_convolution(h, w2, b2, series)
              if drop:
                y = torch.addcmul(x, y, masks[2])
              else:
                y = x + y
              return self.norm(y, norms[2], norms[3], eps)
            """);

    private final int series;
    private final int width;
    private final int hidden;
    private final List<Tensor> norms;
    private final Tensor expand;
    private final Tensor expandBias;
    private final Tensor contract;
    private final Tensor contractBias;

    /**
     * @param series C
     * @param width D
     * @param hidden F
     * @param kernel k_s, odd
     */
    WaveNorm(int series, int width, int hidden, int kernel, Parameters parameters) {
        this.series = series;
        this.width = width;
        this.hidden = hidden;
        long taps = (long) kernel * width;
        expand = parameters.add("expand.weight", Initial.fanIn(taps), (long) series * hidden, width, kernel);
        expandBias = parameters.add("expand.bias", Initial.fanIn(taps), (long) series * hidden);
        contract = parameters.add("contract.weight", Initial.fanIn((long) kernel * hidden), (long) series * width, hidden, kernel);
        contractBias = parameters.add("contract.bias", Initial.fanIn((long) kernel * hidden), (long) series * width);
        norms = List.of(
                parameters.add("norm1.weight", Initial.ones(), series, width),
                parameters.add("norm1.bias", Initial.zeros(), series, width),
                parameters.add("norm2.weight", Initial.ones(), series, width),
                parameters.add("norm2.bias", Initial.zeros(), series, width));
    }

    /**
     * @param waves E, (B, M, C·D)
     * @param update U, (B, M, C·D)
     * @param masks the three scaled dropout masks of {@link #masks}, or none
     */
    Tensor forward(Tensor waves, Tensor update, List<Tensor> masks) {
        return SCRIPT.call("forward_all", waves, update, norms, expand, expandBias, contract, contractBias, masks, EPS);
    }

    long[][] masks(int batch, int variates) {
        long narrow = (long) series * width;
        return new long[][] {{batch, variates, narrow}, {batch, variates, (long) series * hidden}, {batch, variates, narrow}};
    }
}
