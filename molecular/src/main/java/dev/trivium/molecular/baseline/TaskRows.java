package dev.trivium.molecular.baseline;

import dev.trivium.nn.trees.TreeRows;

/**
 * The molecules that have a label of a task.
 *
 * @param inputs what trees see of them
 * @param labels one each
 */
record TaskRows(TreeRows inputs, float[] labels) {

    static TaskRows of(LabelledRows rows, MoleculeInputs inputs, int task) {
        int[] labelled = rows.labelled(task);
        float[] labels = new float[labelled.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (float) rows.label(labelled[i], task);
        }
        return new TaskRows(rows.inputs(inputs).select(labelled), labels);
    }
}
