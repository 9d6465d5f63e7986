package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.TaskKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** By what the best epoch is chosen: smaller is better. Predictions and labels are (molecules, tasks) row-major, NaN for a missing label. */
final class ValidationScore {

    private ValidationScore() {}

    /**
     * {@return 1 - AUROC, averaged over the tasks that have both classes; or the root mean square error, in the unit of the labels for a
     * single task, and averaged in training standard deviations for several}
     */
    static double of(TaskKind kind, LabelScale scale, double[] predictions, double[] labels) {
        return kind == TaskKind.CLASSIFICATION ? 1 - meanAuroc(scale.mean().length, predictions, labels) : rmse(scale, predictions, labels);
    }

    private static double rmse(LabelScale scale, double[] predictions, double[] scaledLabels) {
        int tasks = scale.mean().length;
        double sum = 0;
        int scored = 0;
        for (int t = 0; t < tasks; t++) {
            double squares = 0;
            int count = 0;
            for (int i = t; i < scaledLabels.length; i += tasks) {
                if (!Double.isNaN(scaledLabels[i])) {
                    double error = predictions[i] - scaledLabels[i];
                    squares += error * error;
                    count++;
                }
            }
            if (count > 0) {
                sum += Math.sqrt(squares / count);
                scored++;
            }
        }
        if (scored == 0) {
            throw new IllegalArgumentException("validation must have at least one label, got none");
        }
        return sum / scored * (tasks == 1 ? scale.deviation()[0] : 1);
    }

    private static double meanAuroc(int tasks, double[] predictions, double[] labels) {
        double sum = 0;
        int scored = 0;
        for (int t = 0; t < tasks; t++) {
            double auroc = auroc(tasks, t, predictions, labels);
            if (!Double.isNaN(auroc)) {
                sum += auroc;
                scored++;
            }
        }
        if (scored == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "validation must have a positive and a negative molecule for one task at least, got none among %d tasks", tasks));
        }
        return sum / scored;
    }

    /** The probability that a positive molecule stands above a negative one, ties counting half; NaN if there is only one class. */
    static double auroc(int tasks, int task, double[] predictions, double[] labels) {
        Integer[] rows = java.util.stream.IntStream.range(0, labels.length / tasks).map(i -> i * tasks + task)
                .filter(i -> !Double.isNaN(labels[i])).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, Comparator.comparingDouble(i -> predictions[i]));
        double positives = 0;
        double ranks = 0;
        for (int from = 0, to; from < rows.length; from = to) {
            to = from + 1;
            while (to < rows.length && predictions[rows[to]] == predictions[rows[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (labels[rows[i]] == 1) {
                    positives++;
                    ranks += (from + 1 + to) / 2.0;
                }
            }
        }
        double negatives = rows.length - positives;
        return positives == 0 || negatives == 0 ? Double.NaN : (ranks - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
