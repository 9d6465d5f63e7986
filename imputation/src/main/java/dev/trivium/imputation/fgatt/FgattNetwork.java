package dev.trivium.imputation.fgatt;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Script;
import dev.trivium.nn.tensor.Tape;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network: features of a window in, standardised estimates of all its cells out.
 *
 * <pre>
 * h = W_in u + W_c C_t + e_i + p_t                    u: features of {@link WindowInputs}; C: calendar; e: node; p: step
 * layers in the {@link Order}
 * ŷ = ẑ + W₂ ReLU(W₁ LN(h) + b₁) + b₂                 ẑ left out without the residual
 * </pre>
 *
 * <p>Parameters: {@code in.weight} (d, features), {@code calendar.weight} (d, 4), {@code node} (N, d), {@code step} (T, d); the layers' under
 * {@code layer.n.graph} and {@code layer.n.time} (a sandwich has {@code first.n}, {@code middle.n} and {@code last.n}; a gate is {@code
 * layer.n.gate.weight} (d, 2d) and {@code .bias}); {@code head.norm}, {@code head.linear1}, {@code head.linear2}.
 */
final class FgattNetwork {

    private static final Script SCRIPT = new Script("FgattNetwork", TokenMaps.FUNCTIONS + """
            def embed(self, u: Tensor, calendar: List[Tensor], p: List[Tensor]) -> Tensor:
              places = torch.add(p[1].unsqueeze(1), p[2].unsqueeze(0))
              h = torch.add_(self.map_rows(u, p[0], None), places)
              if torch.len(calendar) > 0:
                h = torch.add_(h, torch.linear(calendar[0], p[3]).unsqueeze(1))
              return h
            # p: gain, shift, W_1, b_1, W_2, b_2; filled: ẑ, or none
            def head(self, h: Tensor, filled: List[Tensor], p: List[Tensor]) -> Tensor:
              inner = torch.relu_(self.map_normal(h, p[0], p[1], p[2], [p[3]]))
              y = self.map_rows(inner, p[4], p[5])
              if torch.len(filled) > 0:
                y = torch.add(y, filled[0])
              return y
            def gate(self, space: Tensor, time: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
              g = torch.sigmoid(self.map_rows(torch.cat([space, time], 3), weight, bias))
              return torch.lerp(time, space, g)
            """);

    private final Architecture architecture;
    private final int nodes;
    private final boolean graph;
    private final List<Tensor> embedding = new ArrayList<>();
    private final List<List<Layer>> stacks = new ArrayList<>();
    private final List<Tensor> head;

    /** One step of a stack: either of the two kinds, or both and a gate. */
    private record Layer(List<FuzzyAttention> space, List<TemporalLayer> time, List<Tensor> gate) {}

    /** The graphs of a batch, as all layers use them; by place where nothing is recorded. */
    private record Graphs(List<Tensor> byNode, List<Tensor> byPlace, boolean padded) {}

    /** @param withGraph whether nodes attend to nodes */
    FgattNetwork(Architecture a, int nodes, int channels, boolean withGraph, Parameters parameters) {
        architecture = a;
        this.nodes = nodes;
        graph = withGraph;
        int d = a.width();
        int features = WindowInputs.features(a) * channels;
        embedding.add(parameters.add("in.weight", Initial.fanIn(features), d, features));
        embedding.add(parameters.add("node", Initial.normal(0.02), nodes, d));
        embedding.add(parameters.add("step", Initial.normal(0.02), a.window(), d));
        if (a.calendar()) {
            embedding.add(parameters.add("calendar.weight", Initial.fanIn(Calendar.COUNT), d, Calendar.COUNT));
        }
        stack(parameters);
        Parameters own = parameters.child("head");
        head = List.of(own.add("norm.weight", Initial.ones(), d), own.add("norm.bias", Initial.zeros(), d),
                own.add("linear1.weight", Initial.fanIn(d), d, d), own.add("linear1.bias", Initial.fanIn(d), d),
                own.add("linear2.weight", Initial.uniform(0.1 / Math.sqrt(d)), channels, d), own.add("linear2.bias", Initial.zeros(), channels));
    }

    private void stack(Parameters parameters) {
        switch (architecture.order()) {
            case ST -> stacks.add(layers("layer.", true, true, parameters));
            case PARALLEL -> stacks.add(parallel(parameters));
            case SANDWICH -> {
                stacks.add(layers("first.", false, true, parameters));
                if (graph) {
                    stacks.add(layers("middle.", true, false, parameters));
                }
                stacks.add(layers("last.", false, true, parameters));
            }
        }
    }

    private List<Layer> layers(String name, boolean space, boolean time, Parameters parameters) {
        List<Layer> layers = new ArrayList<>();
        for (int n = 0; n < architecture.layers(); n++) {
            Parameters own = parameters.child(name + n);
            if (space && graph) {
                layers.add(new Layer(List.of(new FuzzyAttention(architecture, own.child("graph"))), List.of(), List.of()));
            }
            if (time) {
                layers.add(new Layer(List.of(), List.of(new TemporalLayer(architecture, own.child("time"))), List.of()));
            }
        }
        return layers;
    }

    private List<Layer> parallel(Parameters parameters) {
        if (!graph) {
            return layers("layer.", false, true, parameters);
        }
        List<Layer> layers = new ArrayList<>();
        int d = architecture.width();
        for (int n = 0; n < architecture.layers(); n++) {
            Parameters own = parameters.child("layer." + n);
            layers.add(new Layer(List.of(new FuzzyAttention(architecture, own.child("graph"))),
                    List.of(new TemporalLayer(architecture, own.child("time"))),
                    List.of(own.add("gate.weight", Initial.fanIn(2L * d), d, 2L * d), own.add("gate.bias", Initial.zeros(), d))));
        }
        return layers;
    }

    /**
     * Estimates a batch.
     *
     * @param in features (B, N, T, f), ẑ (B, N, T, F), calendar (B, T, 4) or none, the graphs' edges or none
     * @param masks the dropout masks of {@link #masks}, or none
     * @return (B, N, T, F), standardised
     */
    Tensor forward(WindowInputs.Tensors in, List<Tensor> masks) {
        Tensor h = embed(in);
        Graphs edges = graphs(in);
        int at = 0;
        for (List<Layer> stack : stacks) {
            Tensor before = h;
            for (Layer layer : stack) {
                int next = at + 2 * (layer.space().size() + layer.time().size());
                h = forward(layer, h, edges, masks.isEmpty() ? masks : masks.subList(at, next));
                at = next;
            }
            h = stacks.size() > 1 ? h.add(before) : h;
        }
        return estimate(h, in.filled());
    }

    /** {@return the estimates of the windows' last step alone, (B, N, 1, F): the last temporal layer and the head compute no other} */
    Tensor last(WindowInputs.Tensors in) {
        int end = architecture.window() - 1;
        List<Layer> only = stacks.get(0);
        Layer top = only.get(only.size() - 1);
        if (stacks.size() > 1 || !top.gate().isEmpty()) {
            return forward(in, List.of()).narrow(2, end, 1);
        }
        Tensor h = embed(in);
        Graphs edges = graphs(in);
        for (Layer layer : only.subList(0, only.size() - 1)) {
            h = forward(layer, h, edges, List.of());
        }
        return estimate(top.time().get(0).last(h), in.filled().narrow(2, end, 1));
    }

    /** {@return the same as {@link #last} as one pass, by the weights of now; null if there is none for this architecture} */
    @Nullable LastStep folded(Parameters parameters) {
        if (!LastStep.fits(architecture, parameters)) {
            return null;
        }
        LastStep.Folding folding = new LastStep.Folding(architecture, parameters).embedding(embedding);
        List<Layer> only = stacks.get(0);
        for (int n = 0; n < only.size(); n++) {
            boolean top = n == only.size() - 1;
            only.get(n).space().forEach(layer -> layer.fold(folding));
            only.get(n).time().forEach(layer -> layer.fold(folding, top));
        }
        return folding.head(head).done();
    }

    private Tensor embed(WindowInputs.Tensors in) {
        return SCRIPT.call("embed", in.features(), in.calendar(), embedding);
    }

    private Tensor estimate(Tensor h, Tensor filled) {
        return SCRIPT.call("head", h, architecture.residual() ? List.of(filled) : List.of(), head);
    }

    private Graphs graphs(WindowInputs.Tensors in) {
        List<Tensor> edges = graph ? FuzzyAttention.edges(in.edges()) : List.of();
        boolean byPlace = graph && !Tape.recording();
        return new Graphs(edges, byPlace ? FuzzyAttention.byPlace(edges, architecture.heads()) : List.of(), in.padded());
    }

    private static Tensor forward(Layer layer, Tensor h, Graphs edges, List<Tensor> masks) {
        if (layer.gate().isEmpty()) {
            return layer.time().isEmpty() ? space(layer, h, edges, masks) : layer.time().get(0).forward(h, masks);
        }
        boolean drop = !masks.isEmpty();
        Tensor space = space(layer, h, edges, drop ? masks.subList(0, 2) : masks);
        Tensor time = layer.time().get(0).forward(h, drop ? masks.subList(2, 4) : masks);
        return SCRIPT.call("gate", space, time, layer.gate().get(0), layer.gate().get(1));
    }

    private static Tensor space(Layer layer, Tensor h, Graphs edges, List<Tensor> masks) {
        FuzzyAttention attention = layer.space().get(0);
        return edges.byPlace().isEmpty() || !masks.isEmpty() ? attention.forward(h, edges.byNode(), edges.padded(), masks)
                : attention.predicted(h, edges.byPlace());
    }

    /** {@return the first graph layer's attention in a batch, (B N, K, H, T), as the embedded inputs give it} */
    Tensor firstWeights(WindowInputs.Tensors in) {
        FuzzyAttention first = stacks.stream().flatMap(List::stream).flatMap(layer -> layer.space().stream()).findFirst().orElseThrow();
        return first.weights(embed(in), FuzzyAttention.edges(in.edges()), in.padded());
    }

    /** {@return the shapes of all dropout masks of one pass; none if nothing is dropped} */
    long[][] masks(int batch, int neighbours) {
        if (architecture.dropout() == 0) {
            return new long[0][];
        }
        List<long[]> shapes = new ArrayList<>();
        int time = architecture.window();
        for (List<Layer> stack : stacks) {
            for (Layer layer : stack) {
                layer.space().forEach(l -> shapes.addAll(l.masks(batch, nodes, time, neighbours, architecture.width())));
                layer.time().forEach(l -> shapes.addAll(l.masks(batch, nodes, time, architecture.width())));
            }
        }
        return shapes.toArray(long[][]::new);
    }
}
