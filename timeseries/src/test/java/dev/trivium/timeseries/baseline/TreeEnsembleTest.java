package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.regression.Regressor;

class TreeEnsembleTest {

    /** y = x0 x1, and a step in x2; x3 is one of five values. */
    private static TreeSample sample(int count) {
        Random random = new Random(8);
        float[] inputs = new float[count * 4];
        float[] labels = new float[count];
        for (int r = 0; r < count; r++) {
            for (int i = 0; i < 4; i++) {
                inputs[4 * r + i] = i == 3 ? random.nextInt(5) : (float) random.nextGaussian();
            }
            labels[r] = inputs[4 * r] * inputs[4 * r + 1] + (inputs[4 * r + 2] > 0.3 ? 2 : 0) + inputs[4 * r + 3];
        }
        return new TreeSample(count, 4, inputs, labels);
    }

    @Test
    void answersAsXgboostDoes() throws Exception {
        TreeSample rows = sample(3000);
        DMatrix data = new DMatrix(rows.inputs(), rows.count(), 4, Float.NaN);
        data.setLabel(rows.labels());
        Booster booster = XGBoost.train(data, XgboostLearner.settings(5), 30, Map.of(), null, null);
        TreeEnsemble trees = XgboostLearner.trees(booster);
        assertEquals(30, trees.trees());
        float[][] expected = booster.predict(data);
        double[] sums = trees.sums(rows.inputs(), rows.count(), 4);
        float[][] half = booster.predict(data, false, 15);
        double[] halfSums = trees.first(15).sums(rows.inputs(), rows.count(), 4);
        for (int r = 0; r < rows.count(); r++) {
            assertEquals(expected[r][0], sums[r], 1e-5, "row " + r);
            assertEquals(half[r][0], halfSums[r], 1e-5, "row " + r + ", half the trees");
        }
    }

    @Test
    void answersAsTribuosForestDoes() {
        TreeSample rows = sample(800);
        var dataset = ForestLearner.dataset(rows, ForestLearner.edges(rows));
        Model<Regressor> forest = ForestLearner.train(dataset, 5);
        double[] sums = new ForestLearner().learn(rows, 5).sums(rows.inputs(), rows.count(), 4);
        int r = 0;
        for (Example<Regressor> example : dataset) {
            assertEquals(forest.predict(example).getOutput().getValues()[0], sums[r], 1e-5, "row " + r);
            r++;
        }
    }

    @Test
    void learnersFindTheShapeOfAFunction() {
        TreeSample rows = sample(5000);
        for (TreeLearner learner : new TreeLearner[] {new XgboostLearner(), new ForestLearner()}) {
            double[] sums = learner.learn(rows, 1).sums(rows.inputs(), rows.count(), 4);
            double error = 0;
            for (int r = 0; r < rows.count(); r++) {
                error += Math.pow(sums[r] - rows.labels()[r], 2) / rows.count();
            }
            assertEquals(0, error, 0.6, learner.getClass().getSimpleName());
        }
    }

    private static final TreeEnsemble SMALL = new TreeEnsemble(new int[] {0, 3}, new int[] {1, -1, -1, -1}, new int[] {1, 0, 0, 0},
            new float[] {0.5f, 10, 20, 1});

    @Test
    void goesLeftBelowTheLimitOnly() {
        float[] rows = {0, 0.4f, 0, 0.5f, 0, 0.6f};
        assertArrayEquals(new double[] {11, 21, 21}, SMALL.sums(rows, 3, 2));
        assertArrayEquals(new double[] {10, 20, 20}, SMALL.first(1).sums(rows, 3, 2));
    }

    private static String refused(int[] roots, int[] feature, int[] left, int inputs) {
        Map<String, StoredTensor> tensors = new TreeEnsemble(roots, feature, left, new float[feature.length]).tensors().stream()
                .collect(Collectors.toMap(StoredTensor::name, Function.identity()));
        return assertThrows(ModelFileException.class, () -> TreeEnsemble.read(Path.of("m"), inputs, tensors)).getMessage();
    }

    @Test
    void refusesTreesThatCouldNotBeWalked() {
        String start = "m: weights.safetensors: must hold regression trees: ";
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 1 and child 0",
                refused(new int[] {0}, new int[] {1, -1, -1}, new int[] {0, 0, 0}, 2));
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 2 and child 1",
                refused(new int[] {0}, new int[] {2, -1, -1}, new int[] {1, 0, 0}, 2));
        assertEquals(start + "node 0 must be a leaf, or ask for one of 2 inputs and have children after it in its tree, got feature 1 and child 2",
                refused(new int[] {0, 3}, new int[] {1, -1, -1, -1}, new int[] {2, 0, 0, 0}, 2));
        assertEquals(start + "roots must increase from 0 within the nodes, got 1 for tree 0",
                refused(new int[] {1}, new int[] {-1, -1}, new int[] {0, 0}, 2));
        assertEquals(start + "roots must hold at least one tree, got none", refused(new int[0], new int[0], new int[0], 2));
        assertEquals(start + "nodes must have a feature, a child and a value each, got 2, 1 and 2",
                refused(new int[] {0}, new int[] {-1, -1}, new int[] {0}, 2));
    }
}
