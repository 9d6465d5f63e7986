package dev.trivium.nn.graph;

import dev.trivium.nn.layer.LayerNorm;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.List;

/**
 * A generalised graph convolution with sums of messages (Li et al. 2020, eq. 2 and 4): (n, D) → (n, D).
 *
 * <pre>
 * m_v   = Σ_{u→v} (ReLU(x_u + e_uv) + ε)                       ε = 1e-7
 * out_v = W_2 ReLU(LN(W_1 (x_v + m_v) + b_1)) + b_2            W_1: (2D, D), W_2: (D, 2D)
 * </pre>
 *
 * <p>A node without incoming edges has m_v = 0. The ε of a node's messages are added at once, as ε times their number.
 *
 * <p>Parameters: those of {@code linear1}, {@code norm} and {@code linear2}, with PyTorch's names and initial values.
 */
final class GenConv {

    /**
     * {@code gen_conv(x: (n, D), table: (R, D), edges, parameters)}, as text to put in front of a script; needs {@link TokenLinear}.
     */
    static final String FUNCTIONS = """
            # x + m: the gathered rows become the messages in place
            def with_messages(self, x: Tensor, table: Tensor, edges: List[Tensor]) -> Tensor:
              message = torch.relu_(torch.add_(torch.index_select(x, 0, edges[0]), torch.index_select(table, 0, edges[2])))
              return torch.index_add_(torch.add(x, edges[3], alpha=1e-07), 0, edges[1], message)
            def normalised(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              return torch.relu_(torch.layer_norm(x, torch.size(weight), weight, bias, $EPS))
            def gen_conv(self, x: Tensor, table: Tensor, edges: List[Tensor], p: List[Tensor]) -> Tensor:
              hidden = self.packed_linear(self.with_messages(x, table, edges), p[0], p[1])
              return self.packed_linear(self.normalised(hidden, p[2], p[3]), p[4], p[5])
            """.replace("$EPS", Double.toString(LayerNorm.EPS));

    private static final Script SCRIPT = new Script("GenConv", TokenLinear.FUNCTIONS + FUNCTIONS);

    private final List<Tensor> tensors;

    /** Adds the layer's parameters to a store. */
    GenConv(int width, Parameters parameters) {
        Parameters first = parameters.child("linear1");
        Parameters norm = parameters.child("norm");
        Parameters second = parameters.child("linear2");
        long hidden = 2L * width;
        tensors = List.of(first.add("weight", Initial.fanIn(width), hidden, width), first.add("bias", Initial.fanIn(width), hidden),
                norm.add("weight", Initial.ones(), hidden), norm.add("bias", Initial.zeros(), hidden),
                second.add("weight", Initial.fanIn(hidden), width, hidden), second.add("bias", Initial.fanIn(hidden), width));
    }

    /** {@return (n, D), for nodes x (n, D) and a table of edge vectors (R, D)} */
    Tensor forward(Tensor x, Tensor table, Graphs graphs) {
        return SCRIPT.call("gen_conv", x, table, graphs.edges(), tensors);
    }

    /** W_1, b_1, the norm's weight and bias, W_2, b_2. */
    List<Tensor> tensors() {
        return tensors;
    }
}
