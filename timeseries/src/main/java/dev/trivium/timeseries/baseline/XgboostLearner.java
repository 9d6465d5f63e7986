package dev.trivium.timeseries.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Gradient boosting by XGBoost 1.6.2, the release and native library that Tribuo's XGBoost module brings. Called with plain arrays:
 * Tribuo's own trainer holds every input of every row as three objects.
 *
 * <p>One thread, so that one seed gives one result everywhere; and because OpenMP's waiting threads are slow on a busy machine.
 */
final class XgboostLearner implements TreeLearner {

    private static final int ROUNDS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger QUIET = Logger.getLogger("ml.dmlc.xgboost4j.java"); // held: a logger's level is lost with it

    static {
        QUIET.setLevel(Level.OFF); // a native library that does not load is no error here
    }

    /** {@return whether the native library loads and works here} */
    static boolean runs() {
        try {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return true;
        } catch (LinkageError | XGBoostError e) {
            return false;
        }
    }

    @Override
    public int mostRows() {
        return 60_000;
    }

    @Override
    public boolean boosted() {
        return true;
    }

    static Map<String, Object> settings(long seed) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("objective", "reg:squarederror");
        settings.put("base_score", 0.0);
        settings.put("tree_method", "hist");
        settings.put("eta", 0.1);
        settings.put("max_depth", 6);
        settings.put("min_child_weight", 20);
        settings.put("lambda", 5);
        settings.put("subsample", 0.7);
        settings.put("colsample_bytree", 0.5);
        settings.put("nthread", 1);
        settings.put("seed", seed & Integer.MAX_VALUE);
        settings.put("verbosity", 0);
        return settings;
    }

    @Override
    public TreeEnsemble learn(TreeSample rows, long seed) {
        try {
            DMatrix data = new DMatrix(rows.inputs(), rows.count(), rows.width(), Float.NaN);
            try {
                data.setLabel(rows.labels());
                return trees(data, seed);
            } finally {
                data.dispose();
            }
        } catch (XGBoostError | JsonProcessingException e) {
            throw new IllegalStateException("XGBoost must train on " + rows.count() + " rows, but failed", e);
        }
    }

    private static TreeEnsemble trees(DMatrix data, long seed) throws XGBoostError, JsonProcessingException {
        Booster booster = XGBoost.train(data, settings(seed), ROUNDS, Map.of(), null, null);
        try {
            return trees(booster);
        } finally {
            booster.dispose();
        }
    }

    static TreeEnsemble trees(Booster booster) throws XGBoostError, JsonProcessingException {
        TreeEnsembleBuilder builder = new TreeEnsembleBuilder();
        for (String tree : booster.getModelDump("", false, "json")) {
            builder.add(new Dumped(JSON.readTree(tree)));
        }
        return builder.build();
    }

    /** A node of a tree as XGBoost writes it; numbers are written so that reading gives them back exactly. */
    private record Dumped(JsonNode node) implements TreeEnsembleBuilder.Node {

        @Override
        public int feature() {
            return node.has("leaf") ? TreeEnsemble.LEAF : Integer.parseInt(node.get("split").asText().substring(1)); // "f12"
        }

        @Override
        public float value() {
            return Float.parseFloat(node.get(node.has("leaf") ? "leaf" : "split_condition").asText());
        }

        @Override
        public TreeEnsembleBuilder.Node left() {
            return child("yes");
        }

        @Override
        public TreeEnsembleBuilder.Node right() {
            return child("no");
        }

        private Dumped child(String answer) {
            int id = node.get(answer).asInt();
            for (JsonNode child : node.get("children")) {
                if (child.get("nodeid").asInt() == id) {
                    return new Dumped(child);
                }
            }
            throw new IllegalStateException("a node of XGBoost must have a child " + id + ", got " + node);
        }
    }
}
