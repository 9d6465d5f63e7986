package dev.trivium.nn.trees;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XgboostTreesTest {

    private final TreeRows rows = ForestRows.rows(2000, 1);
    private final float[] labels = ForestRows.labels(rows, 2);

    @BeforeEach
    void xgboostRunsHere() {
        Assumptions.assumeTrue(XgboostTrees.runs(), "skipped: XGBoost's native library does not run here");
    }

    private static Map<String, Object> settings(String method) {
        Map<String, Object> settings = new HashMap<>(Map.of("objective", "reg:squarederror", "base_score", 0.0, "tree_method", method,
                "max_depth", 5, "subsample", 0.8, "nthread", 1, "seed", 3));
        settings.put("verbosity", 0);
        return settings;
    }

    @Test
    void answerAsXgboostDoesForNumbersAndIndicators() throws Exception {
        for (String method : new String[] {"hist", "exact"}) {
            DMatrix data = XgboostTrees.matrix(rows);
            data.setLabel(labels);
            Booster booster = XGBoost.train(data, settings(method), 30, Map.of(), null, null);
            TreeEnsemble trees = XgboostTrees.trees(booster, ForestRows.NUMBERS);
            assertEquals(30, trees.trees());
            float[][] expected = booster.predict(data);
            float[][] half = booster.predict(data, false, 15);
            double[] sums = trees.sums(rows.toArray(0, rows.count()), rows.count(), rows.width());
            double[] halfSums = trees.first(15).sums(rows.toArray(0, rows.count()), rows.count(), rows.width());
            for (int r = 0; r < rows.count(); r++) {
                assertEquals(expected[r][0], sums[r], 1e-5, method + ", row " + r);
                assertEquals(half[r][0], halfSums[r], 1e-5, method + ", row " + r + ", half the trees");
            }
            booster.dispose();
            data.dispose();
        }
    }

    @Test
    void oneSeedGivesOneResult() {
        float[] asked = rows.toArray(0, 50);
        double[] once = XgboostTrees.train(rows, labels, settings("hist"), 10).sums(asked, 50, rows.width());
        double[] again = XgboostTrees.train(rows, labels, settings("hist"), 10).sums(asked, 50, rows.width());
        assertEquals(java.util.Arrays.toString(once), java.util.Arrays.toString(again));
    }

    @Test
    void learnTheShapeOfAFunction() {
        TreeRows unseen = ForestRows.rows(500, 7);
        double[] sums = XgboostTrees.train(rows, labels, settings("hist"), 60).sums(unseen.toArray(0, 500), 500, unseen.width());
        float[] expected = ForestRows.labels(unseen, 8);
        assertTrue(ForestRows.squaredError(sums, expected) < 0.1 * ForestRows.variance(expected));
    }
}
