package dev.trivium.molecular;

import java.util.Arrays;
import java.util.List;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;

/** What is predicted about a molecule. All tasks of one model are of one kind. */
public enum TaskKind {
    /** A quantity; predictions are in the unit of the labels. */
    REGRESSION,
    /** Yes (1) or no (0); predictions are the probability of yes. */
    CLASSIFICATION;

    /** {@return classification if there are labels and every one of them is 0 or 1, else regression} */
    public static TaskKind inferred(List<MoleculeSet> sets) {
        double[] labels = sets.stream().flatMapToDouble(set -> Arrays.stream(set.labels())).filter(label -> !Double.isNaN(label)).toArray();
        return labels.length > 0 && Arrays.stream(labels).allMatch(label -> label == 0 || label == 1) ? CLASSIFICATION : REGRESSION;
    }

    /**
     * Refuses molecules that a predictor of this kind cannot be fitted on.
     *
     * @throws IllegalArgumentException if train has no task, validation has other tasks than train, a task has no training label, or a
     *     label of either is neither 0 nor 1 where classes are learnt
     */
    public void check(TrainingMolecules train, ValidationMolecules validation) {
        MoleculeSet set = train.set();
        if (set.tasks().isEmpty()) {
            throw new IllegalArgumentException("train must have at least one task, got none");
        }
        if (!validation.set().tasks().equals(set.tasks())) {
            throw new IllegalArgumentException("validation must have the tasks of train, " + set.tasks() + ", got "
                    + validation.set().tasks());
        }
        checkClasses("train", set);
        checkClasses("validation", validation.set());
        for (int task = 0; task < set.tasks().size(); task++) {
            checkLabelled(set, task);
        }
    }

    private void checkClasses(String name, MoleculeSet set) {
        for (int i = 0; this == CLASSIFICATION && i < set.size(); i++) {
            for (int task = 0; task < set.tasks().size(); task++) {
                double label = set.label(i, task);
                if (!Double.isNaN(label) && label != 0 && label != 1) {
                    throw new IllegalArgumentException("labels of " + name + " must be 0, 1 or missing in classification, got " + label + " for "
                            + set.tasks().get(task) + " of molecule " + i);
                }
            }
        }
    }

    private static void checkLabelled(MoleculeSet set, int task) {
        for (int i = 0; i < set.size(); i++) {
            if (!Double.isNaN(set.label(i, task))) {
                return;
            }
        }
        throw new IllegalArgumentException("train must hold a label of every task, got none of " + set.tasks().get(task));
    }
}
