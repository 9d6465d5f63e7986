package dev.trivium.evaluation.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Predictions of one fitted method beside the labels of the same molecules. Immutable.
 *
 * <p>Shapes: labels and predictions are {@code (molecule, task)}, row-major. A missing label (NaN) is left out of every score; a missing
 * prediction is refused, so that no method is scored on the molecules that it liked.
 */
public final class LabelledPredictions {

    private final LabelKind kind;
    private final List<ScoredTask> tasks;
    private final double[] labels;
    private final List<TaskSample> samples;

    private LabelledPredictions(LabelKind kind, List<ScoredTask> tasks, double[] labels, double[] predictions) {
        this.kind = kind;
        this.tasks = List.copyOf(tasks);
        this.labels = labels.clone();
        List<TaskSample> all = new ArrayList<>();
        for (int t = 0; t < tasks.size(); t++) {
            all.add(TaskSample.of(labels, predictions, t, tasks.size()));
        }
        samples = List.copyOf(all);
    }

    /**
     * {@return the predictions, checked}
     *
     * @param tasks       in the order of the arrays, at least one, with different names
     * @param labels      (molecule, task); NaN = missing; 0 or 1 for {@link LabelKind#YES_NO}
     * @param predictions (molecule, task); every one finite, also where the label is missing; in [0, 1] for {@link LabelKind#YES_NO}
     * @throws IllegalArgumentException naming molecule and task of the first bad number
     */
    public static LabelledPredictions of(LabelKind kind, List<ScoredTask> tasks, double[] labels, double[] predictions) {
        if (tasks.isEmpty()) {
            throw new IllegalArgumentException("tasks must not be empty, got no task");
        }
        if (tasks.stream().map(ScoredTask::name).distinct().count() != tasks.size()) {
            throw new IllegalArgumentException("tasks must have different names, got " + tasks.stream().map(ScoredTask::name).toList());
        }
        if (labels.length % tasks.size() != 0 || predictions.length != labels.length) {
            throw new IllegalArgumentException("labels and predictions must have shape (molecule, task=" + tasks.size() + "), got "
                    + labels.length + " and " + predictions.length + " values");
        }
        for (int i = 0; i < labels.length; i++) {
            String place = " for task " + tasks.get(i % tasks.size()).name() + " of molecule " + i / tasks.size() + " (counted from 0)";
            check(kind, labels[i], predictions[i], place);
        }
        return new LabelledPredictions(kind, tasks, labels, predictions);
    }

    private static void check(LabelKind kind, double label, double prediction, String place) {
        boolean yesNo = kind == LabelKind.YES_NO;
        if (Double.isInfinite(label) || yesNo && label != 0 && label != 1 && !Double.isNaN(label)) {
            throw new IllegalArgumentException("labels must be " + (yesNo ? "0, 1" : "finite") + " or NaN (missing), got " + label + place);
        }
        if (!Double.isFinite(prediction) || yesNo && !(prediction >= 0 && prediction <= 1)) {
            throw new IllegalArgumentException("predictions must be " + (yesNo ? "in [0, 1]" : "finite") + ", got " + prediction + place);
        }
    }

    /** {@return what the labels are} */
    public LabelKind kind() {
        return kind;
    }

    /** {@return the tasks, in the order of the arrays} */
    public List<ScoredTask> tasks() {
        return tasks;
    }

    /** {@return the number of molecules} */
    public int molecules() {
        return labels.length / tasks.size();
    }

    /** {@return the molecules with a label for a task} */
    public int labelled(int task) {
        return samples.get(task).size();
    }

    /** {@return the molecules whose label for a task is 1} */
    public int positive(int task) {
        return samples.get(task).positive();
    }

    /** {@return a task's score; NaN where it is not defined} */
    public double score(PropertyMetric metric, int task) {
        return samples.get(task).score(metric, everyMoleculeOnce());
    }

    /**
     * {@return the mean of the scores of the tasks for which the metric is defined, unweighted, RMSE and MAE divided by the
     * {@linkplain ScoredTask#scale scale} of the task; NaN if there is none}
     */
    public double mean(PropertyMetric metric) {
        int[] weights = everyMoleculeOnce();
        return mean(metric, samples.stream().mapToDouble(sample -> sample.score(metric, weights)).toArray());
    }

    private int[] everyMoleculeOnce() {
        int[] weights = new int[molecules()];
        Arrays.fill(weights, 1);
        return weights;
    }

    /** {@return the mean over tasks of their scores} */
    double mean(PropertyMetric metric, double[] scores) {
        double sum = 0;
        int defined = 0;
        for (int t = 0; t < scores.length; t++) {
            if (!Double.isNaN(scores[t])) {
                sum += metric.hasUnit() ? scores[t] / tasks.get(t).scale() : scores[t];
                defined++;
            }
        }
        return defined == 0 ? Double.NaN : sum / defined;
    }

    /** {@return the predictions and labels of one task} */
    TaskSample sample(int task) {
        return samples.get(task);
    }

    /**
     * {@return the reliability table of runs of one method: all labelled cells of all tasks and runs, in {@value ReliabilityBin#COUNT}
     * bins of equal width}
     *
     * @throws IllegalArgumentException if the labels are not {@link LabelKind#YES_NO}
     */
    public static List<ReliabilityBin> reliability(List<LabelledPredictions> runs) {
        ReliabilitySums sums = new ReliabilitySums();
        for (LabelledPredictions run : runs) {
            if (run.kind != LabelKind.YES_NO) {
                throw new IllegalArgumentException("reliability must be asked of YES_NO labels, got " + run.kind);
            }
            int[] weights = run.everyMoleculeOnce();
            run.samples.forEach(sample -> sample.addTo(sums, weights));
        }
        return sums.bins();
    }

    /** Refuses predictions of other molecules, tasks or labels. */
    void requireSameLabels(LabelledPredictions other) {
        if (kind != other.kind || !tasks.equals(other.tasks)) {
            throw new IllegalArgumentException("methods must be scored on the same tasks, got " + tasks + " and " + other.tasks);
        }
        if (labels.length != other.labels.length) {
            throw new IllegalArgumentException("methods must be scored on the same molecules, got " + molecules() + " and "
                    + other.molecules());
        }
        int at = Arrays.mismatch(labels, other.labels);
        if (at >= 0) {
            throw new IllegalArgumentException("methods must be scored on the same labels, got " + labels[at] + " and " + other.labels[at]
                    + " for task " + tasks.get(at % tasks.size()).name() + " of molecule " + at / tasks.size() + " (counted from 0)");
        }
    }
}
