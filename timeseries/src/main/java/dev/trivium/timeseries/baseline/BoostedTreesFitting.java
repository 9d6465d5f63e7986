package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.trees.TreeEnsemble;

/** Draws rows, learns trees, and keeps as many of them as the validation rows want. */
final class BoostedTreesFitting {

    private static final int VALIDATION_ROWS = 20_000;

    private final BoostedTreesSpec spec;
    private final TreeLearner learner;
    private double validationError;

    BoostedTreesFitting(BoostedTreesSpec spec, TreeLearner learner) {
        this.spec = spec;
        this.learner = learner;
    }

    BaselineForecaster fit(TrainingView train, ValidationView validation, Training training) {
        Fitting fitting = Fitting.of(spec, train, training);
        TrainedOn trainedOn = fitting.trainedOn();
        Windows trainWindows = fitting.windows("train", train);
        Windows validationWindows = fitting.windows("validation", validation);
        TreeLayout layout = new TreeLayout(spec.lookback(), SeasonFinder.within(train, spec.lookback()),
                TreeLayout.calendarOf(train.series().time()), spec.known().size());
        TreeSample rows = sample(layout, trainWindows, trainedOn, learner.mostRows(), training.seed());
        TreeSample unseen = sample(layout, validationWindows, trainedOn, VALIDATION_ROWS, training.seed());
        TreeEnsemble trees = chosen(learner.learn(rows, training.seed()), unseen);
        fitting.score("train.rows", rows.count());
        fitting.score("trees", trees.trees());
        fitting.score("validation.mse", validationError);
        return fitting.finish(new BoostedTreesRule(spec.horizon(), layout, trainedOn, trees, learner.boosted()));
    }

    private TreeSample sample(TreeLayout layout, Windows windows, TrainedOn trainedOn, int most, long seed) {
        TreeInputs inputs = new TreeInputs(layout, FilledRows.of(windows.series(), trainedOn.standardiser()), trainedOn, spec.horizon());
        return TreeSample.draw(inputs, windows, trainedOn.targetColumns(), most, seed);
    }

    /** The first trees with the least squared error on the validation rows; all, of a forest or if nothing was observed there. */
    private TreeEnsemble chosen(TreeEnsemble trees, TreeSample unseen) {
        double[] sums = new double[unseen.count()];
        double least = Double.POSITIVE_INFINITY;
        int best = trees.trees();
        for (int tree = 0; tree < trees.trees(); tree++) {
            trees.add(tree, unseen.inputs(), unseen.count(), unseen.width(), sums);
            double error = 0;
            for (int r = 0; r < sums.length; r++) {
                error += (sums[r] - unseen.labels()[r]) * (sums[r] - unseen.labels()[r]) / sums.length;
            }
            boolean whole = tree == trees.trees() - 1;
            if (learner.boosted() && unseen.count() > 0 ? error < least : whole) {
                least = error;
                best = tree + 1;
            }
        }
        validationError = Double.isFinite(least) ? least : 0;
        return trees.first(best);
    }
}
