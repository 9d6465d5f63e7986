package dev.trivium.nn.graph;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * What one virtual node of each graph learns from all of the graph's nodes and hands back to them (Gilmer et al. 2017, §5.2).
 *
 * <pre>g ← drop(ReLU(LN(V_2 ReLU(LN(V_1 (g + Σ_{v∈G} r_v) + b_1)) + b_2)))          g: (G, D), r: (n, D), V: (D, D)</pre>
 *
 * <p>Parameters: those of {@code linear1}, {@code norm1}, {@code linear2} and {@code norm2}, with PyTorch's names and initial values.
 */
final class VirtualNode {

    /** {@code virtual_node(g: (G, D), r: (n, D), owner: (n), mask, parameters)}; needs {@link GenConv#FUNCTIONS}. */
    static final String FUNCTIONS = """
            def virtual_node(self, g: Tensor, r: Tensor, owner: Tensor, mask: List[Tensor], p: List[Tensor]) -> Tensor:
              pooled = torch.index_add(g, 0, owner, r)
              y = self.normalised(self.packed_linear(pooled, p[0], p[1]), p[2], p[3])
              y = self.normalised(self.packed_linear(y, p[4], p[5]), p[6], p[7])
              if torch.len(mask) > 0:
                y = torch.mul(y, mask[0])
              return y
            """;

    private final List<Tensor> tensors;

    VirtualNode(int width, Parameters parameters) {
        Parameters linear1 = parameters.child("linear1");
        Parameters norm1 = parameters.child("norm1");
        Parameters linear2 = parameters.child("linear2");
        Parameters norm2 = parameters.child("norm2");
        tensors = List.of(linear1.add("weight", Initial.fanIn(width), width, width), linear1.add("bias", Initial.fanIn(width), width),
                norm1.add("weight", Initial.ones(), width), norm1.add("bias", Initial.zeros(), width),
                linear2.add("weight", Initial.fanIn(width), width, width), linear2.add("bias", Initial.fanIn(width), width),
                norm2.add("weight", Initial.ones(), width), norm2.add("bias", Initial.zeros(), width));
    }

    List<Tensor> tensors() {
        return tensors;
    }
}
