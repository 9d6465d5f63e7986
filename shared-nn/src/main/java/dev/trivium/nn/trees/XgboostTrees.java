package dev.trivium.nn.trees;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosting by XGBoost 1.6.2 (Chen and Guestrin 2016), the release and native library that Tribuo's XGBoost module brings. Called
 * with plain arrays: Tribuo's own trainer holds every input of every row as three objects.
 */
public final class XgboostTrees {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger QUIET = Logger.getLogger("ml.dmlc.xgboost4j.java"); // held: a logger's level is lost with it

    static {
        QUIET.setLevel(Level.OFF); // a native library that does not load is no error here
    }

    private XgboostTrees() {}

    /** {@return whether the native library loads and works here} */
    public static boolean runs() {
        try {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return true;
        } catch (LinkageError | XGBoostError e) {
            return false;
        }
    }

    /**
     * Learns trees.
     *
     * @param labels one per row
     * @param settings as XGBoost names them; {@code base_score} is no part of the trees
     * @param rounds of boosting
     * @return trees whose sum is the margin; the same for the same rows and settings if {@code nthread} is 1
     * @throws IllegalStateException if XGBoost fails, which with rows, labels and settings that fit it does not
     */
    public static TreeEnsemble train(TreeRows rows, float[] labels, Map<String, Object> settings, int rounds) {
        try {
            DMatrix data = matrix(rows);
            try {
                data.setLabel(labels);
                Booster booster = XGBoost.train(data, settings, rounds, Map.of(), null, null);
                try {
                    return trees(booster, rows.numbers());
                } finally {
                    booster.dispose();
                }
            } finally {
                data.dispose();
            }
        } catch (XGBoostError | JsonProcessingException e) {
            throw new IllegalStateException("XGBoost must train on " + rows.count() + " rows, but failed", e);
        }
    }

    static DMatrix matrix(TreeRows rows) throws XGBoostError {
        return new DMatrix(rows.compressedStarts(), rows.compressedColumns(), rows.compressedValues(), DMatrix.SparseType.CSR, rows.width());
    }

    static TreeEnsemble trees(Booster booster, int numbers) throws XGBoostError, JsonProcessingException {
        TreeEnsembleBuilder builder = new TreeEnsembleBuilder();
        for (String tree : booster.getModelDump("", false, "json")) {
            builder.add(new Dumped(JSON.readTree(tree), numbers));
        }
        return builder.build();
    }

    /**
     * A node of a tree as XGBoost writes it; figures are written so that reading gives them back exactly. To XGBoost an indicator is either
     * 1 or missing; ours is 1 or 0, so what is missing goes to the left of one half.
     */
    private record Dumped(JsonNode node, int numbers) implements TreeEnsembleBuilder.Node {

        @Override
        public int feature() {
            return node.has("leaf") ? TreeEnsemble.LEAF : Integer.parseInt(node.get("split").asText().substring(1)); // "f12"
        }

        private boolean indicator() {
            return feature() >= numbers;
        }

        private float limit() {
            return Float.parseFloat(node.get("split_condition").asText());
        }

        @Override
        public float value() {
            if (node.has("leaf")) {
                return Float.parseFloat(node.get("leaf").asText());
            }
            return indicator() ? 0.5f : limit();
        }

        @Override
        public TreeEnsembleBuilder.Node left() {
            return child(indicator() ? "missing" : "yes");
        }

        @Override
        public TreeEnsembleBuilder.Node right() {
            boolean oneIsBelow = indicator() && 1 < limit();
            return child(oneIsBelow ? "yes" : "no");
        }

        private Dumped child(String answer) {
            int id = node.get(answer).asInt();
            for (JsonNode child : node.get("children")) {
                if (child.get("nodeid").asInt() == id) {
                    return new Dumped(child, numbers);
                }
            }
            throw new IllegalStateException("a node of XGBoost must have a child " + id + ", got " + node);
        }
    }
}
