package dev.trivium.molecular.baseline;

import dev.trivium.molecular.TaskKind;
import dev.trivium.nn.trees.TreeEnsemble;
import dev.trivium.nn.trees.TreeRows;
import dev.trivium.nn.trees.XgboostTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns trees for one task after the other, and keeps as many of them as the validation molecules want. */
final class BoostedTreesFitting {

    static final MoleculeInputs SEEN = MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS;

    private static final int ROWS_AT_ONCE = 512;

    private final BoostedTreesSpec spec;
    private final Fitting fitting;
    private final int rounds;
    private final double[] base;
    private final double[] scale;

    BoostedTreesFitting(BoostedTreesSpec spec, Fitting fitting, int rounds) {
        this.spec = spec;
        this.fitting = fitting;
        this.rounds = Math.min(rounds, spec.rounds());
        base = new double[fitting.tasks()];
        scale = RandomForestSpec.ones(base.length);
    }

    TreesRule rule() {
        LabelledRows validation = fitting.validation();
        List<TreeEnsemble> trees = new ArrayList<>();
        for (int task = 0; task < base.length; task++) {
            TaskRows rows = TaskRows.of(fitting.train(), SEEN, task);
            float[] targets = targets(task, rows.labels());
            TreeEnsemble all = XgboostTrees.train(rows.inputs(), targets, settings(task), rounds);
            trees.add(all.first(best(task, all, TaskRows.of(validation, SEEN, task))));
        }
        return new TreesRule(spec.kind(), SEEN, true, base, scale, List.copyOf(trees), note(true, trees));
    }

    /** Where to start from, and what to learn from there: deviations from the mean in standard deviations, or classes. */
    private float[] targets(int task, float[] labels) {
        double mean = 0;
        for (float label : labels) {
            mean += label / (double) labels.length;
        }
        if (spec.kind() == TaskKind.CLASSIFICATION) {
            double least = 0.5 / labels.length;
            double share = Math.min(1 - least, Math.max(least, mean));
            base[task] = Math.log(share / (1 - share));
            return labels;
        }
        double squares = 0;
        for (float label : labels) {
            squares += (label - mean) * (label - mean) / labels.length;
        }
        base[task] = mean;
        scale[task] = squares > 0 ? Math.sqrt(squares) : 1;
        float[] targets = new float[labels.length];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) ((labels[i] - mean) / scale[task]);
        }
        return targets;
    }

    private Map<String, Object> settings(int task) {
        boolean classes = spec.kind() == TaskKind.CLASSIFICATION;
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("objective", classes ? "binary:logistic" : "reg:squarederror");
        settings.put("base_score", classes ? 1 / (1 + Math.exp(-base[task])) : 0);
        settings.put("tree_method", "hist");
        settings.put("eta", spec.rate());
        settings.put("max_depth", spec.depth());
        settings.put("min_child_weight", 1);
        settings.put("lambda", 1);
        settings.put("subsample", 0.8);
        settings.put("colsample_bytree", 0.3);
        settings.put("nthread", 1); // one seed, one result
        settings.put("seed", fitting.seed() & Integer.MAX_VALUE);
        settings.put("verbosity", 0);
        return settings;
    }

    /** {@return how many of the first trees have the least loss on unseen rows; all if there are none} */
    private int best(int task, TreeEnsemble trees, TaskRows unseen) {
        double least = Double.POSITIVE_INFINITY;
        int best = trees.trees();
        double[] losses = losses(task, trees, unseen);
        for (int tree = 0; tree < losses.length && unseen.labels().length > 0; tree++) {
            if (losses[tree] < least) {
                least = losses[tree];
                best = tree + 1;
            }
        }
        fitting.score("trees." + task, best);
        return best;
    }

    /** {@return the mean loss after the first tree, after two, …} */
    private double[] losses(int task, TreeEnsemble trees, TaskRows unseen) {
        double[] losses = new double[trees.trees()];
        TreeRows inputs = unseen.inputs();
        int count = inputs.count();
        for (int from = 0; from < count; from += ROWS_AT_ONCE) {
            int to = Math.min(count, from + ROWS_AT_ONCE);
            float[] rows = inputs.toArray(from, to);
            double[] part = new double[to - from];
            for (int tree = 0; tree < losses.length; tree++) {
                trees.add(tree, rows, part.length, inputs.width(), part);
                for (int i = 0; i < part.length; i++) {
                    losses[tree] += loss(base[task] + scale[task] * part[i], unseen.labels()[from + i]) / count;
                }
            }
        }
        return losses;
    }

    private double loss(double value, double label) {
        if (spec.kind() == TaskKind.REGRESSION) {
            return (value - label) * (value - label);
        }
        double wrong = label > 0 ? -value : value; // log(1 + e^wrong)
        return Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong)));
    }

    /** {@return what stands in where XGBoost does not run} */
    static TreesRule forest(TaskKind kind, Fitting fitting) {
        List<TreeEnsemble> forests = RandomForestSpec.of(kind).forests(fitting);
        return new TreesRule(kind, SEEN, false, new double[forests.size()], RandomForestSpec.ones(forests.size()), forests,
                note(false, forests));
    }

    static Optional<String> note(boolean boosted, List<TreeEnsemble> trees) {
        int fewest = trees.stream().mapToInt(TreeEnsemble::trees).min().orElseThrow();
        int most = trees.stream().mapToInt(TreeEnsemble::trees).max().orElseThrow();
        String count = fewest == most ? String.valueOf(most) : fewest + " to " + most;
        return Optional.of(boosted ? count + " trees by XGBoost"
                : "a random forest of " + count + " trees: XGBoost's native library did not run where it was fitted");
    }
}
