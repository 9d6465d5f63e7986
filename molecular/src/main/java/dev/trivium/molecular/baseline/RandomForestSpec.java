package dev.trivium.molecular.baseline;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.trees.ForestSettings;
import dev.trivium.nn.trees.RandomForest;
import dev.trivium.nn.trees.TreeEnsemble;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A random forest (Breiman 2001) on ECFP4, with or without a few descriptors, one for each task: the standard simple method for molecules. Molecules
 * without a label of a task are left out for it. In classification the answer is the mean over trees of the share of yes in the leaf.
 * Nothing is chosen by validation.
 *
 * @param kind what it predicts
 * @param inputs what the trees see
 * @param trees trees of a forest, from 1 to 10,000
 * @param share of the inputs that is drawn for each split, in (0, 1]
 * @param leastRows fewest training molecules in a leaf, at least 1
 */
public record RandomForestSpec(TaskKind kind, MoleculeInputs inputs, int trees, double share, int leastRows) implements PropertyPredictorSpec {

    /** Name in tables and on the command line. */
    public static final String NAME = "random-forest";

    /** Name of the forest that sees fingerprints only. */
    public static final String FINGERPRINT_NAME = "random-forest-ecfp4";

    /** Checks the settings. */
    public RandomForestSpec {
        new ForestSettings(trees, share, leastRows);
    }

    /**
     * {@return 500 trees that draw, as Breiman advises, a third of the inputs for each split in regression and the square root of their number
     * in classification}
     *
     * <p>A leaf holds at least 1 molecule in regression and 2 in classification: better than 1, 2, 3 and 5 otherwise on the validation
     * molecules of ESOL, FreeSolv, Lipophilicity, BBBP, BACE and ClinTox, by little.
     */
    public static RandomForestSpec of(TaskKind kind) {
        return kind == TaskKind.REGRESSION ? new RandomForestSpec(kind, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 500, 1 / 3.0, 1)
                : new RandomForestSpec(kind, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 500, 1 / Math.sqrt(TreeInputs.COUNT), 2);
    }

    /** {@return this recipe with other inputs} */
    public RandomForestSpec with(MoleculeInputs other) {
        return new RandomForestSpec(kind, other, trees, share, leastRows);
    }

    @Override
    public String name() {
        return inputs == MoleculeInputs.FINGERPRINT ? FINGERPRINT_NAME : NAME;
    }

    @Override
    public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
        Fitting fitting = Fitting.of(this, train, validation, training);
        TreesRule rule = new TreesRule(kind, inputs, false, new double[fitting.tasks()], ones(fitting.tasks()), forests(fitting),
                Optional.empty());
        return fitting.finish(rule, fitting.space());
    }

    List<TreeEnsemble> forests(Fitting fitting) {
        List<TreeEnsemble> forests = new ArrayList<>();
        for (int task = 0; task < fitting.tasks(); task++) {
            TaskRows rows = TaskRows.of(fitting.train(), inputs, task);
            forests.add(RandomForest.learn(rows.inputs(), rows.labels(), new ForestSettings(trees, share, leastRows), fitting.seed()));
        }
        return List.copyOf(forests);
    }

    static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }
}
