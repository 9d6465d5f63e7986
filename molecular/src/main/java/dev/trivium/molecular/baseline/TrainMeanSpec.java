package dev.trivium.molecular.baseline;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;

/**
 * Answers every molecule with the mean of the training labels of the task: in classification the share of yes, which is above a half where
 * yes is the majority. Missing labels are left out.
 *
 * @param kind what it predicts
 */
public record TrainMeanSpec(TaskKind kind) implements PropertyPredictorSpec {

    /** Name in tables and on the command line. */
    public static final String NAME = "train-mean";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
        Fitting fitting = Fitting.of(this, train, validation, training);
        double[] means = new double[fitting.tasks()];
        for (int task = 0; task < means.length; task++) {
            LabelledRows rows = fitting.train();
            double sum = 0;
            for (int row : rows.labelled(task)) {
                sum += rows.label(row, task);
            }
            means[task] = sum / rows.labelled(task).length;
        }
        return fitting.finish(new MeanRule(means));
    }
}
