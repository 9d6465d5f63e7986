package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts the coefficients of the horizon and puts them together: {@code Σ_c IDWT_c Linear(GELU(Linear(E_c)))}, (B, M, C·D) → (B, M, H)
 * (Liang et al. 2024, eq. 13).
 *
 * <p>The inverse transform is a constant matrix and folds into the second linear maps, as in {@link WaveEmbedding}.
 *
 * <p>Differs from the paper: two linear maps with a GELU of width 2D between them, as in the published code; eq. 13 has one. The time
 * and frequency variants have one.
 */
final class WavePredictor {

    private static final Script SCRIPT = new Script("WavePredictor", TokenLinear.FUNCTIONS + SeriesConvolution.FUNCTIONS + """
            # (H, C D') and (H): every series' last linear map, seen in time
            def fold(self, weights: List[Tensor], biases: List[Tensor], synthesis: List[Tensor]) -> List[Tensor]:
              if torch.len(synthesis) == 0:
                return [weights[0], biases[0]]
              columns = annotate(List[Tensor], [])
              offset = torch.mv(synthesis[0], biases[0])
              for c in range(torch.len(weights)):
                columns.append(torch.mm(synthesis[c], weights[c]))
                if c > 0:
                  offset = offset + torch.mv(synthesis[c], biases[c])
              return [torch.cat(columns, 1), offset]
            def forward_all(self, e: Tensor, expand: List[Tensor], last: Tensor, offset: Tensor, series: int) -> Tensor:
              x = e
              if torch.len(expand) > 0:
                x = torch.gelu(self.series_convolution(e, expand[0], expand[1], series))
              return self.token_linear(x, last, offset)
            """);

    private final List<Tensor> expand = new ArrayList<>();
    private final List<Tensor> weights = new ArrayList<>();
    private final List<Tensor> biases = new ArrayList<>();
    private final List<Tensor> synthesis = new ArrayList<>();

    WavePredictor(Basis basis, int width, Parameters parameters) {
        int hidden = basis.expandedPredictor() ? 2 * width : width;
        if (basis.expandedPredictor()) {
            expand.add(parameters.add("expand.weight", Initial.fanIn(width), (long) basis.series() * hidden, width, 1));
            expand.add(parameters.add("expand.bias", Initial.fanIn(width), (long) basis.series() * hidden));
        }
        for (int c = 0; c < basis.series(); c++) {
            Parameters own = parameters.child(Integer.toString(c));
            int length = basis.outputLength(c);
            weights.add(own.add("weight", Initial.fanIn(hidden), length, hidden));
            biases.add(own.add("bias", Initial.fanIn(hidden), length));
            basis.synthesis(c).ifPresent(m -> synthesis.add(own.constant(Basis.flat(m), m.length, m[0].length)));
        }
    }

    List<Tensor> fold() {
        return SCRIPT.callMany("fold", weights, biases, synthesis);
    }

    /** (B, M, C·D) → (B, M, H). */
    Tensor forward(Tensor waves, List<Tensor> folded) {
        return SCRIPT.call("forward_all", waves, expand, folded.get(0), folded.get(1), weights.size());
    }
}
