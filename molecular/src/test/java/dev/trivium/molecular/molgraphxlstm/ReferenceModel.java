package dev.trivium.molecular.molgraphxlstm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** Figures of the reference implementation in float64, and the parameters and molecules that they belong to. */
final class ReferenceModel {

    private static final double SCALE = 0.3;
    private static final JsonNode ALL = read();

    private final Parameters parameters;
    private int call;

    private ReferenceModel(Parameters parameters) {
        this.parameters = parameters;
    }

    private static JsonNode read() {
        try (InputStream in = ReferenceModel.class.getResourceAsStream("molgraph_xlstm.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] numbers(String kind, String vector) {
        JsonNode node = ALL.get("encoder").get(kind);
        return doubles(vector.isEmpty() ? node : node.get(vector));
    }

    private static double[] doubles(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).mapToDouble(JsonNode::doubleValue).toArray();
    }

    /** The reference's batch. */
    static List<MoleculeTokens> molecules() {
        return StreamSupport.stream(ALL.get("encoder").get("batch").spliterator(), false).map(s -> molecule(s.asText())).toList();
    }

    static MoleculeTokens molecule(String smiles) {
        JsonNode found = StreamSupport.stream(ALL.get("featurisation").spliterator(), false)
                .filter(m -> m.get("smiles").asText().equals(smiles)).findFirst().orElseThrow();
        JsonNode bonds = found.get("bonds");
        char[] ends = new char[2 * bonds.size()];
        int[] features = new int[3 * bonds.size()];
        for (int b = 0; b < bonds.size(); b++) {
            ends[2 * b] = (char) bonds.get(b).get(0).asInt();
            ends[2 * b + 1] = (char) bonds.get(b).get(1).asInt();
            for (int k = 0; k < 3; k++) {
                features[3 * b + k] = bonds.get(b).get(2 + k).asInt();
            }
        }
        return new MoleculeTokens(rows(found.get("atoms")), ends, MoleculeTokens.bondKinds(features), rows(found.get("motif_features")));
    }

    private static byte[] rows(JsonNode node) {
        int width = node.get(0).size();
        byte[] rows = new byte[node.size() * width];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) node.get(i / width).get(i % width).asInt();
        }
        return rows;
    }

    /** Overwrites the parameters of an encoder with L = 3, power 2 and 8 channels; arrays of parts that have no effect are passed over. */
    static void fill(Parameters parameters) {
        ReferenceModel reference = new ReferenceModel(parameters);
        int width = 16;
        reference.tables("atom.weight", width, 44, 11, 11, 11, 11, 11, 6, 6, 5, 2, 2);
        reference.tables("bond.weight", width, 4, 2, 6);
        reference.set("graph.start", 0);
        for (int l = 0; l < 3; l++) {
            String conv = "graph.conv." + l + ".";
            reference.linear(conv + "linear1");
            reference.norm(conv + "norm");
            reference.linear(conv + "linear2");
        }
        for (int l = 0; l < 3; l++) {
            reference.linear("graph.project." + l);
        }
        for (int l = 0; l < 3; l++) {
            reference.norm("graph.norm." + l);
        }
        for (int l = 0; l < 2; l++) {
            for (int part = 1; part <= 2; part++) {
                reference.linear("graph.virtual." + l + ".linear" + part);
                reference.norm("graph.virtual." + l + ".norm" + part);
            }
        }
        reference.stack("atom.xlstm.");
        reference.stack("motif.xlstm.");
        reference.tables("motif.weight", width, 11, 6, 6, 6, 6, 2, 2, 11, 8, 8, 8, 2);
        for (String name : List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh")) {
            reference.set("readout.set2set." + name, 0);
        }
        boolean classification = parameters.names().contains("readout.set2set.weight_ih");
        reference.linear(classification ? "readout.out" : "not allocated");
        reference.linear(classification ? "not allocated" : "readout.out");
    }

    private void linear(String name) {
        set(name + ".weight", 0);
        set(name + ".bias", 0);
    }

    private void norm(String name) {
        set(name + ".weight", 1);
        set(name + ".bias", 0);
    }

    /** Fills a parameter with the next array; passes over the array if there is no such parameter. */
    private void set(String name, double offset) {
        call++;
        if (parameters.names().contains(name)) {
            parameters.set(name, values(offset, (int) parameters.get(name).count()));
        }
    }

    private double[] values(double offset, int count) {
        double[] values = new double[count];
        Arrays.setAll(values, k -> offset + SCALE * Math.sin(0.37 * (k + 1) + 1.7 * call));
        return values;
    }

    private double[] next(int count) {
        call++;
        return values(0, count);
    }

    /** One parameter of ours that holds several tables. */
    private void tables(String name, int width, int... heights) {
        double[] all = new double[Arrays.stream(heights).sum() * width];
        int at = 0;
        for (int height : heights) {
            System.arraycopy(next(height * width), 0, all, at, height * width);
            at += height * width;
        }
        parameters.set(name, all);
    }

    private void stack(String prefix) {
        for (String name : List.of("norm.weight", "slstm.conv.weight", "slstm.conv.bias", "slstm.input.weight", "slstm.forget.weight",
                "slstm.cell.weight", "slstm.output.weight", "slstm.recurrent", "slstm.bias", "slstm.group_norm.weight", "ffn.norm.weight",
                "ffn.up.weight", "ffn.down.weight")) {
            set(prefix + "0." + name, 0);
        }
        for (String name : List.of("norm.weight", "mlstm.up.weight", "mlstm.conv.weight", "mlstm.conv.bias", "mlstm.query.weight",
                "mlstm.key.weight", "mlstm.value.weight", "mlstm.input.weight", "mlstm.input.bias", "mlstm.forget.weight",
                "mlstm.forget.bias", "mlstm.group_norm.weight", "mlstm.skip", "mlstm.down.weight")) {
            set(prefix + "1." + name, 0);
        }
        set(prefix + "norm.weight", 0);
    }
}
