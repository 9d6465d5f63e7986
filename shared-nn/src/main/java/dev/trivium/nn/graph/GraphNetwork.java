package dev.trivium.nn.graph;

import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.nn.tensor.TokenLinear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A deep graph network: pre-activation residual layers of generalised convolutions (Li et al. 2020), one virtual node per graph, and
 * jumping knowledge by concatenation (Xu et al. 2018). (n, D) → (n, D).
 *
 * <pre>
 * h   ← GENConv_0(x + g_0)                                 g_G ← g_0, one trained row (D)
 * for l = 1 … power − 1:
 *   r   = ReLU(LN_{l−1}(h))
 *   g_G ← drop(V_{l−1}(Σ_{v∈G} r_v + g_G))                 V: linear, LN, ReLU, linear, LN, ReLU
 *   h_v ← GENConv_l(r_v + g_G) + h_v
 * H   = [F_0 h⁰; …; F_{power−1} h^{power−1}]               h^l: h after layer l; F_l: (dims, D), with bias; D = power · dims
 * </pre>
 *
 * <p>GENConv sums the messages ReLU(x_u + e_uv) + 1e-7 of a node's incoming edges; its two linear maps pass through 2D channels, a
 * layer norm and a ReLU. Edge vectors e_uv are given as a table of kinds, the same in all layers.
 *
 * <p><b>Left out on purpose.</b> The published network has L layers, each with GENConv, F and LN, and L − 1 virtual nodes. H takes the
 * first {@code power} of them only: layers from {@code power} on, their virtual nodes, and the norms from {@code power − 1} on influence
 * no output, get no gradient, and are neither allocated nor computed here. Results for any L and {@code power} are the published ones.
 *
 * <p>Parameters: {@code start} (1, D) of zeros; {@code conv.l.linear1}, {@code .norm} and {@code .linear2}; {@code project.l};
 * {@code norm.l}; {@code virtual.l.linear1}, {@code .norm1}, {@code .linear2} and {@code .norm2}; each with {@code weight} and
 * {@code bias}, which start as in PyTorch. Renumbering nodes of a graph renumbers the rows of H.
 */
public final class GraphNetwork {

    private static final Script SCRIPT = new Script("GraphNetwork", TokenLinear.FUNCTIONS + GenConv.FUNCTIONS + VirtualNode.FUNCTIONS + """
            def first(self, x: Tensor, start: Tensor, table: Tensor, edges: List[Tensor], conv: List[Tensor]) -> Tensor:
              return self.gen_conv(torch.add(x, start), table, edges, conv)
            # the nodes and the virtual nodes after a further layer; norm: weight, bias
            def next(self, h: Tensor, g: Tensor, owner: Tensor, table: Tensor, edges: List[Tensor], norm: List[Tensor],
                virtual: List[Tensor], mask: List[Tensor], conv: List[Tensor]) -> List[Tensor]:
              r = self.normalised(h, norm[0], norm[1])
              g1 = self.virtual_node(g, r, owner, mask, virtual)
              x = torch.add_(torch.index_select(g1, 0, owner), r)
              return [torch.add(self.gen_conv(x, table, edges, conv), h), g1]
            # H from the outputs of all layers; project: weight, bias of each
            def join(self, h: List[Tensor], project: List[Tensor]) -> Tensor:
              parts = annotate(List[Tensor], [])
              for l in range(torch.len(h)):
                parts.append(self.packed_linear(h[l], project[2 * l], project[2 * l + 1]))
              return torch.cat(parts, 1)
            """);

    private final GraphNetworkSettings settings;
    private final Tensor start;
    private final List<GenConv> convolutions = new ArrayList<>();
    private final List<Tensor> projections = new ArrayList<>();
    private final List<List<Tensor>> norms = new ArrayList<>();
    private final List<VirtualNode> virtualNodes = new ArrayList<>();

    /** Adds the network's parameters to a store. */
    public GraphNetwork(GraphNetworkSettings settings, Parameters parameters) {
        this.settings = settings;
        int width = settings.width();
        start = parameters.add("start", Initial.zeros(), 1, width);
        for (int l = 0; l < settings.power(); l++) {
            convolutions.add(new GenConv(width, parameters.child("conv." + l)));
            Parameters project = parameters.child("project." + l);
            projections.add(project.add("weight", Initial.fanIn(width), settings.dims(), width));
            projections.add(project.add("bias", Initial.fanIn(width), settings.dims()));
        }
        for (int l = 0; l < settings.power() - 1; l++) {
            Parameters norm = parameters.child("norm." + l);
            norms.add(List.of(norm.add("weight", Initial.ones(), width), norm.add("bias", Initial.zeros(), width)));
            virtualNodes.add(new VirtualNode(width, parameters.child("virtual." + l)));
        }
    }

    /**
     * Computes H.
     *
     * @param x vectors of the nodes, (n, D)
     * @param table vectors of the kinds of edges, (R, D)
     * @return (n, D)
     */
    public Tensor forward(Tensor x, Tensor table, Graphs graphs, Mode mode) {
        int width = settings.width();
        int nodes = graphs.nodes().packing().tokens();
        int count = graphs.nodes().packing().sequences();
        if (x.shape().length != 2 || x.size(0) != nodes || x.size(1) != width) {
            throw new IllegalArgumentException("x must have shape (nodes=" + nodes + ", D=" + width + "), got " + x.shapeText());
        }
        if (table.shape().length != 2 || table.size(0) < graphs.kinds() || table.size(1) != width) {
            throw new IllegalArgumentException("table must have shape (kinds, at least " + graphs.kinds() + ", D=" + width + "), got "
                    + table.shapeText());
        }
        long[][] shapes = Collections.nCopies(virtualNodes.size(), new long[] {count, width}).toArray(long[][]::new);
        List<Tensor> masks = mode.masks(settings.dropout(), shapes);
        List<Tensor> edges = graphs.edges();
        List<Tensor> outputs = new ArrayList<>();
        outputs.add(SCRIPT.call("first", x, start, table, edges, convolutions.get(0).tensors()));
        Tensor virtual = start.expand(count, width);
        for (int l = 1; l < settings.power(); l++) {
            List<Tensor> mask = masks.isEmpty() ? masks : masks.subList(l - 1, l);
            List<Tensor> next = SCRIPT.callMany("next", outputs.get(l - 1), virtual, graphs.nodes().owner(), table, edges,
                    norms.get(l - 1), virtualNodes.get(l - 1).tensors(), mask, convolutions.get(l).tensors());
            outputs.add(next.get(0));
            virtual = next.get(1);
        }
        return SCRIPT.call("join", outputs, projections);
    }
}
