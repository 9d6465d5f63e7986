package dev.trivium.nn.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trivium.nn.layer.CategoricalEmbedding;
import dev.trivium.nn.layer.Mode;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.reference.ReferenceFigures;
import dev.trivium.nn.reference.ReferenceFigures.Values;
import dev.trivium.nn.sequence.Packing;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Three real graphs, the last one a single node, through embeddings, network and readout of the reference implementation. */
class GraphParityTest {

    private static final int[] NODE_SIZES = {44, 11, 11, 11, 11, 11, 6, 6, 5, 2, 2};
    private static final int[] EDGE_SIZES = {4, 2, 6};
    private static final GraphNetworkSettings SETTINGS = new GraphNetworkSettings(3, 2, 8, 0.2);
    private static final int WIDTH = SETTINGS.width();

    private final Values values = new Values();

    @Test
    void nodesAndReadoutAreThoseOfTheReference() {
        try (Parameters parameters = Parameters.create(Compute.cpu64(), 1); Scope scope = Scope.open(Compute.cpu64())) {
            CategoricalEmbedding nodes = new CategoricalEmbedding(NODE_SIZES, WIDTH, parameters.child("node"));
            CategoricalEmbedding edges = new CategoricalEmbedding(EDGE_SIZES, WIDTH, parameters.child("edge"));
            GraphNetwork network = new GraphNetwork(SETTINGS, parameters.child("network"));
            Set2Set readout = new Set2Set(WIDTH, 3, parameters.child("readout"));
            fill(parameters);
            Batch batch = Batch.read();
            Graphs graphs = new Graphs(scope, batch.packing(), batch.source(), batch.target(), edges.combinations(batch.edgeFeatures()));
            Tensor x = nodes.forward(scope, batch.nodeFeatures());
            Tensor h = network.forward(x, edges.table(), graphs, Mode.PREDICT);
            ReferenceFigures.assertAgrees(h.toDoubles(), "encoder", "h_graph");
            ReferenceFigures.assertAgrees(readout.forward(h, graphs.nodes()).toDoubles(), "encoder", "set2set");
        }
    }

    /** In the order of the reference, which fills more than influences the figures. */
    private void fill(Parameters parameters) {
        parameters.set("node.weight", tables(NODE_SIZES));
        parameters.set("edge.weight", tables(EDGE_SIZES));
        parameters.set("network.start", values.next(1, WIDTH));
        for (int l = 0; l < SETTINGS.layers(); l++) {
            linear(parameters, l < SETTINGS.power() ? "network.conv." + l + ".linear1" : "", 2 * WIDTH, WIDTH);
            norm(parameters, l < SETTINGS.power() ? "network.conv." + l + ".norm" : "", 2 * WIDTH);
            linear(parameters, l < SETTINGS.power() ? "network.conv." + l + ".linear2" : "", WIDTH, 2 * WIDTH);
        }
        for (int l = 0; l < SETTINGS.layers(); l++) {
            linear(parameters, l < SETTINGS.power() ? "network.project." + l : "", SETTINGS.dims(), WIDTH);
        }
        for (int l = 0; l < SETTINGS.layers(); l++) {
            norm(parameters, l < SETTINGS.power() - 1 ? "network.norm." + l : "", WIDTH);
        }
        for (int l = 0; l < SETTINGS.layers() - 1; l++) {
            for (int part = 1; part <= 2; part++) {
                linear(parameters, l < SETTINGS.power() - 1 ? "network.virtual." + l + ".linear" + part : "", WIDTH, WIDTH);
                norm(parameters, l < SETTINGS.power() - 1 ? "network.virtual." + l + ".norm" + part : "", WIDTH);
            }
        }
        values.skip(2 * 28 + 12); // two sequence models of 28 arrays each, and twelve tables of motifs
        parameters.set("readout.weight_ih", values.next(4 * WIDTH, 2 * WIDTH));
        parameters.set("readout.weight_hh", values.next(4 * WIDTH, WIDTH));
        parameters.set("readout.bias_ih", values.next(4 * WIDTH));
        parameters.set("readout.bias_hh", values.next(4 * WIDTH));
    }

    private double[] tables(int[] sizes) {
        return IntStream.of(sizes).mapToObj(size -> values.next(size, WIDTH)).flatMapToDouble(java.util.Arrays::stream).toArray();
    }

    private void linear(Parameters parameters, String name, int out, int in) {
        set(parameters, name, "weight", values.next(out, in));
        set(parameters, name, "bias", values.next(out));
    }

    private void norm(Parameters parameters, String name, int width) {
        set(parameters, name, "weight", values.nextAroundOne(width));
        set(parameters, name, "bias", values.next(width));
    }

    private static void set(Parameters parameters, String layer, String name, double[] numbers) {
        if (!layer.isEmpty()) {
            parameters.set(layer + "." + name, numbers);
        }
    }

    private record Batch(Packing packing, int[] nodeFeatures, int[] source, int[] target, int[] edgeFeatures) {

        static Batch read() {
            List<Integer> lengths = new ArrayList<>();
            List<Integer> nodes = new ArrayList<>();
            List<int[]> ends = new ArrayList<>();
            List<Integer> edges = new ArrayList<>();
            for (JsonNode name : ReferenceFigures.at("encoder", "batch")) {
                JsonNode graph = graph(name.textValue());
                int first = nodes.size() / NODE_SIZES.length;
                graph.get("atoms").forEach(atom -> atom.forEach(value -> nodes.add(value.intValue())));
                lengths.add(graph.get("atoms").size());
                for (JsonNode bond : graph.get("bonds")) {
                    int u = first + bond.get(0).intValue();
                    int v = first + bond.get(1).intValue();
                    for (int[] edge : new int[][] {{u, v}, {v, u}}) {
                        ends.add(edge);
                        IntStream.range(2, 5).forEach(k -> edges.add(bond.get(k).intValue()));
                    }
                }
            }
            return new Batch(Packing.of(ints(lengths)), ints(nodes), ends.stream().mapToInt(e -> e[0]).toArray(),
                    ends.stream().mapToInt(e -> e[1]).toArray(), ints(edges));
        }

        private static JsonNode graph(String smiles) {
            for (JsonNode graph : ReferenceFigures.at("featurisation")) {
                if (graph.get("smiles").textValue().equals(smiles)) {
                    return graph;
                }
            }
            throw new AssertionError("no graph for " + smiles);
        }

        private static int[] ints(List<Integer> numbers) {
            return numbers.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
