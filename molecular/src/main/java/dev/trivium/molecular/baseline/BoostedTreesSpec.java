package dev.trivium.molecular.baseline;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.trees.XgboostTrees;

/**
 * Gradient-boosted trees (XGBoost, Chen and Guestrin 2016) on ECFP4 and a few descriptors, for each task of their own. Molecules without a
 * label of a task are left out for it. The validation molecules decide how many of the trees are kept: squared error in regression, log loss
 * in classification.
 *
 * <p>Where XGBoost's native library does not run, the random forest of {@link RandomForestSpec#of} takes its place, and
 * {@link PropertyPredictor#note} says so. Either way the file holds plain trees: it can be read and asked on every platform.
 *
 * @param kind what it predicts
 * @param rounds most trees, at least 1; {@link Training#epochs} may lower it
 * @param rate what a tree counts, in (0, 1]
 * @param depth most questions on the way to a leaf, from 1 to 20
 */
public record BoostedTreesSpec(TaskKind kind, int rounds, double rate, int depth) implements PropertyPredictorSpec {

    /** Name in tables and on the command line. */
    public static final String NAME = "boosted-trees";

    private static final int DEEPEST = 20;

    /** Checks the settings. */
    public BoostedTreesSpec {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds must be at least 1, got " + rounds);
        }
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1], got " + rate);
        }
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("depth must be between 1 and " + DEEPEST + ", got " + depth);
        }
    }

    /** {@return at most 1,000 trees of depth 6 that count 0.05 each} */
    public static BoostedTreesSpec of(TaskKind kind) {
        return new BoostedTreesSpec(kind, 1000, 0.05, 6);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
        return fit(train, validation, training, XgboostTrees.runs());
    }

    PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training, boolean xgboost) {
        Fitting fitting = Fitting.of(this, train, validation, training);
        TreesRule rule = xgboost ? new BoostedTreesFitting(this, fitting, training.epochs().orElse(rounds)).rule()
                : BoostedTreesFitting.forest(kind, fitting);
        return fitting.finish(rule, fitting.space());
    }
}
