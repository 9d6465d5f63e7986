package dev.trivium.timeseries.waverora;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.ArrayList;
import java.util.List;

/**
 * Decomposes each variate's window and embeds every coefficient series: {@code E_c = Linear_c(DWT_c x)}, (B, M, L) → (B, M, C·D)
 * (Liang et al. 2024, §IV-B).
 *
 * <p>The transform is a constant matrix, so it folds into the linear maps: K = [W_1 DWT_1; …; W_C DWT_C], (C·D, L), one product.
 */
final class WaveEmbedding {

    private static final Script SCRIPT = new Script("WaveEmbedding", TokenLinear.FUNCTIONS + """
            def fold(self, weights: List[Tensor], biases: List[Tensor], analysis: List[Tensor]) -> List[Tensor]:
              rows = annotate(List[Tensor], [])
              for c in range(torch.len(weights)):
                if torch.len(analysis) > 0:
                  rows.append(torch.mm(weights[c], analysis[c]))
                else:
                  rows.append(weights[c])
              return [torch.cat(rows, 0), torch.cat(biases, 0)]
            """);

    private final List<Tensor> weights = new ArrayList<>();
    private final List<Tensor> biases = new ArrayList<>();
    private final List<Tensor> analysis = new ArrayList<>();

    WaveEmbedding(Basis basis, int width, Parameters parameters) {
        for (int c = 0; c < basis.series(); c++) {
            Parameters own = parameters.child(Integer.toString(c));
            int length = basis.inputLength(c);
            weights.add(own.add("weight", Initial.fanIn(length), width, length));
            biases.add(own.add("bias", Initial.fanIn(length), width));
            basis.analysis(c).ifPresent(m -> analysis.add(own.constant(Basis.flat(m), m.length, m[0].length)));
        }
    }

    List<Tensor> fold() {
        return SCRIPT.callMany("fold", weights, biases, analysis);
    }

    /** (B, M, L) → (B, M, C·D). */
    Tensor forward(Tensor windows, List<Tensor> folded) {
        return SCRIPT.call("token_linear", windows, folded.get(0), folded.get(1));
    }
}
