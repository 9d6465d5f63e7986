package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.regression.Regressor;

class TreeLearnerTest {

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
}
