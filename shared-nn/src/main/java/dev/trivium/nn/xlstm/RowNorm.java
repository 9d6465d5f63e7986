package dev.trivium.nn.xlstm;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;

/**
 * Layer normalisation without bias whose gain is stored less one: {@code (x - mean) / √(var + 1e-5) ⊙ (1 + weight)}, for (tokens, D).
 *
 * <p>Parameter: {@code weight} of zeros, (D).
 */
final class RowNorm {

    /**
     * {@code row_norm(x: (tokens, D), weight: (D))} is this layer, {@code head_norm(x: (…, d))} the same over the last axis without gain.
     */
    static final String FUNCTIONS = """
            def row_norm(self, x: Tensor, weight: Tensor) -> Tensor:
              return torch.layer_norm(x, torch.size(weight), torch.add(weight, 1), None, 1.0000000000000001e-05)
            def head_norm(self, x: Tensor) -> Tensor:
              return torch.layer_norm(x, [torch.size(x, -1)], None, None, 1.0000000000000001e-05)
            """;

    private static final Script SCRIPT = new Script("RowNorm", FUNCTIONS);

    private final Tensor weight;

    RowNorm(int width, Parameters parameters) {
        weight = parameters.add("weight", Initial.zeros(), width);
    }

    Tensor weight() {
        return weight;
    }

    Tensor forward(Tensor x) {
        return SCRIPT.call("row_norm", x, weight);
    }
}
