package dev.trivium.timeseries.baseline;

import dev.trivium.nn.trees.TreeEnsemble;
import dev.trivium.nn.trees.XgboostTrees;

/** Learns trees from rows. */
interface TreeLearner {

    /** {@return XGBoost where its native library runs, else a random forest} */
    static TreeLearner best() {
        return XgboostTrees.runs() ? new XgboostLearner() : new ForestLearner();
    }

    /** {@return most rows that it learns from in reasonable time} */
    int mostRows();

    /** {@return whether any number of its first trees is a model too, so that validation may choose it} */
    boolean boosted();

    /** {@return trees whose sum is the forecast; the same for the same rows and seed} */
    TreeEnsemble learn(TreeSample rows, long seed);
}
