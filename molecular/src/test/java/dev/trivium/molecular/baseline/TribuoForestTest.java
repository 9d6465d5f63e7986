package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.trees.ForestSettings;
import dev.trivium.nn.trees.RandomForest;
import dev.trivium.nn.trees.TreeEnsemble;
import dev.trivium.nn.trees.TreeRows;
import java.util.Arrays;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.BaggingTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** Our forest beside Tribuo's, which is too slow for fingerprints, on molecules and settings that both can do. */
class TribuoForestTest {

    private static final int TREES = 40;
    private static final int LEARNT = 120;
    private static final Logger QUIET = Logger.getLogger(BaggingTrainer.class.getName());

    private final TaskRows rows = TaskRows.of(LabelledRows.of(Structures.labelled(TaskKind.REGRESSION, 420, 5)),
            MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 0);
    private final TreeRows all = withOftenSeenBits(rows.inputs());
    private final float[] labels = rows.labels();

    /** Tribuo takes as long for a bit that no molecule has as for any other. */
    private static TreeRows withOftenSeenBits(TreeRows rows) {
        float[] inputs = rows.toArray(0, rows.count());
        int[] often = IntStream.range(TreeInputs.NUMBERS, TreeInputs.COUNT)
                .filter(i -> IntStream.range(0, rows.count()).filter(r -> inputs[r * TreeInputs.COUNT + i] == 1).count() > 40).toArray();
        float[] numbers = new float[rows.count() * TreeInputs.NUMBERS];
        int[][] ones = new int[rows.count()][];
        for (int r = 0; r < ones.length; r++) {
            int at = r * TreeInputs.COUNT;
            System.arraycopy(inputs, at, numbers, r * TreeInputs.NUMBERS, TreeInputs.NUMBERS);
            ones[r] = IntStream.range(0, often.length).filter(i -> inputs[at + often[i]] == 1).toArray();
        }
        return TreeRows.of(TreeInputs.NUMBERS, often.length, numbers, ones);
    }

    @Test
    void bothAreOffByAsMuch() {
        int[] first = IntStream.range(0, LEARNT).toArray();
        float[] known = Arrays.copyOf(labels, LEARNT);
        TreeEnsemble ours = RandomForest.learn(all.select(first), known, new ForestSettings(TREES, 0.3, 1), 1);
        float[] inputs = all.toArray(LEARNT, all.count());
        int unseen = all.count() - LEARNT;
        double[] answers = ours.sums(inputs, unseen, all.width());
        Model<Regressor> theirs = tribuo(first);
        double ourError = 0;
        double theirError = 0;
        for (int i = 0; i < unseen; i++) {
            double label = labels[LEARNT + i];
            double their = theirs.predict(example(LEARNT + i)).getOutput().getValues()[0];
            ourError += (answers[i] - label) * (answers[i] - label) / unseen;
            theirError += (their - label) * (their - label) / unseen;
        }
        assertEquals(1, ourError / theirError, 0.15, "squared errors " + ourError + " and " + theirError);
    }

    private Model<Regressor> tribuo(int[] rows) {
        QUIET.setLevel(Level.WARNING);
        RegressionFactory factory = new RegressionFactory();
        MutableDataset<Regressor> dataset = new MutableDataset<>(new SimpleDataSourceProvenance("molecules", factory), factory);
        for (int r : rows) {
            dataset.add(example(r));
        }
        CARTRegressionTrainer tree = new CARTRegressionTrainer(Integer.MAX_VALUE, 1, 0f, 0.3f, false, new MeanSquaredError(), 1);
        return new RandomForestTrainer<>(tree, new AveragingCombiner(), TREES, 1).train(dataset);
    }

    private Example<Regressor> example(int row) {
        float[] inputs = all.toArray(row, row + 1);
        String[] names = new String[inputs.length];
        double[] values = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            names[i] = String.format(Locale.ROOT, "f%06d", i);
            values[i] = inputs[i];
        }
        return new ArrayExample<>(new Regressor("y", labels[row]), names, values);
    }
}
