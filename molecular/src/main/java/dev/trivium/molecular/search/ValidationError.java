package dev.trivium.molecular.search;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The score of a trial, from its predictions for the validation molecules: in regression the root mean square error, in the unit of the labels for one
 * task and averaged in training standard deviations for several; in classification 1 − AUROC, averaged over the tasks that have both classes.
 * Rows that are no molecules are left out.
 */
public final class ValidationError {

    private final TaskKind kind;
    private final MoleculeSet validation;
    private final double[] deviation;

    /** Fixes labels and scales. */
    public ValidationError(TaskKind kind, TrainingMolecules train, ValidationMolecules validation) {
        this.kind = kind;
        this.validation = validation.set();
        int tasks = train.set().tasks().size();
        deviation = new double[tasks];
        for (int task = 0; task < tasks; task++) {
            deviation[task] = tasks == 1 ? 1 : deviation(train.set(), task);
        }
    }

    private static double deviation(MoleculeSet set, int task) {
        double[] labels = IntStream.range(0, set.size()).mapToDouble(i -> set.label(i, task)).filter(label -> !Double.isNaN(label)).toArray();
        double mean = Arrays.stream(labels).average().orElse(0);
        double variance = Arrays.stream(labels).map(label -> (label - mean) * (label - mean)).average().orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /** {@return what the score is, for tables} */
    public String name() {
        return kind == TaskKind.CLASSIFICATION ? "1 - AUROC" : deviation.length == 1 ? "RMSE" : "RMSE in training standard deviations";
    }

    /**
     * {@return the error of a fitted model}
     *
     * @throws IllegalArgumentException if no task can be scored
     */
    public double of(PropertyPredictor fitted) {
        List<Prediction> answers = fitted.predict(validation.smiles());
        double sum = 0;
        int scored = 0;
        for (int t = 0; t < deviation.length; t++) {
            int task = t;
            int[] rows = IntStream.range(0, validation.size())
                    .filter(i -> !Double.isNaN(validation.label(i, task)) && answers.get(i).refusal().isEmpty()).toArray();
            double[] predicted = Arrays.stream(rows).mapToDouble(i -> answers.get(i).values()[task]).toArray();
            double[] labels = Arrays.stream(rows).mapToDouble(i -> validation.label(i, task)).toArray();
            double error = kind == TaskKind.CLASSIFICATION ? 1 - auroc(predicted, labels) : rmse(predicted, labels) / deviation[task];
            if (!Double.isNaN(error)) {
                sum += error;
                scored++;
            }
        }
        if (scored == 0) {
            throw new IllegalArgumentException("validation must have " + (kind == TaskKind.CLASSIFICATION ? "both classes" : "a label")
                    + " of one task at least, got " + validation);
        }
        return sum / scored;
    }

    private static double rmse(double[] predicted, double[] labels) {
        return Math.sqrt(IntStream.range(0, labels.length).mapToDouble(i -> Math.pow(predicted[i] - labels[i], 2)).average().orElse(Double.NaN));
    }

    /** By ranks, ties counting half; NaN if there is one class only. */
    static double auroc(double[] predicted, double[] labels) {
        Integer[] order = IntStream.range(0, labels.length).boxed().sorted(Comparator.comparingDouble(i -> predicted[i])).toArray(Integer[]::new);
        double positives = Arrays.stream(labels).sum();
        double ranks = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && predicted[order[to]] == predicted[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks += labels[order[i]] * (from + 1 + to) / 2.0;
            }
        }
        double negatives = labels.length - positives;
        return positives == 0 || negatives == 0 ? Double.NaN : (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
