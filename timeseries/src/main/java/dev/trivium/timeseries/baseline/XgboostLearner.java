package dev.trivium.timeseries.baseline;

import dev.trivium.nn.trees.TreeEnsemble;
import dev.trivium.nn.trees.TreeRows;
import dev.trivium.nn.trees.XgboostTrees;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gradient boosting by XGBoost.
 *
 * <p>One thread, so that one seed gives one result everywhere; and because OpenMP's waiting threads are slow on a busy machine.
 */
final class XgboostLearner implements TreeLearner {

    private static final int ROUNDS = 200;

    @Override
    public int mostRows() {
        return 60_000;
    }

    @Override
    public boolean boosted() {
        return true;
    }

    private static Map<String, Object> settings(long seed) {
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
        return XgboostTrees.train(TreeRows.dense(rows.count(), rows.width(), rows.inputs()), rows.labels(), settings(seed), ROUNDS);
    }
}
