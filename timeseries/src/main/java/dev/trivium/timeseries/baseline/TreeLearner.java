package dev.trivium.timeseries.baseline;

/** Learns trees from rows. */
interface TreeLearner {

    /** {@return XGBoost where its native library runs, else a random forest} */
    static TreeLearner best() {
        return XgboostLearner.runs() ? new XgboostLearner() : new ForestLearner();
    }

    /** {@return most rows that it learns from in reasonable time} */
    int mostRows();

    /** {@return whether any number of its first trees is a model too, so that validation may choose it} */
    boolean boosted();

    /** {@return trees whose sum is the forecast; the same for the same rows and seed} */
    TreeEnsemble learn(TreeSample rows, long seed);
}
