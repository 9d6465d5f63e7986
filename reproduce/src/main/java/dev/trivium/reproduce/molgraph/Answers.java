package dev.trivium.reproduce.molgraph;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.ScoredTask;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.TaskKind;
import java.util.List;

/**
 * What a fitted method said of the test molecules.
 *
 * @param values (molecules, tasks) row-major; NaN throughout for a molecule that it refused
 */
record Answers(double[] values) {

    /** {@return the mean of several fits' answers; a molecule that one refused is refused} */
    static Answers mean(List<Answers> several) {
        double[] sum = new double[several.get(0).values.length];
        for (Answers answers : several) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += answers.values[i] / several.size();
            }
        }
        return new Answers(sum);
    }

    int refused(int tasks) {
        int refused = 0;
        for (int i = 0; i < values.length; i += tasks) {
            refused += Double.isNaN(values[i]) ? 1 : 0;
        }
        return refused;
    }

    /**
     * {@return the scores over the labelled molecules; refused ones are left out}
     *
     * @param scales standard deviations of the training labels, by which errors are divided before they are averaged over tasks
     */
    Run.Scores scores(TaskKind kind, MoleculeSet test, double[] scales) {
        double[] labels = test.labels();
        double[] predictions = values.clone();
        for (int i = 0; i < predictions.length; i++) {
            if (Double.isNaN(predictions[i])) {
                labels[i] = Double.NaN;
                predictions[i] = 0;
            }
        }
        boolean one = test.tasks().size() == 1;
        List<ScoredTask> tasks = java.util.stream.IntStream.range(0, test.tasks().size())
                .mapToObj(t -> new ScoredTask(test.tasks().get(t), one ? 1 : scales[t])).toList();
        boolean yesNo = kind == TaskKind.CLASSIFICATION;
        LabelledPredictions all = LabelledPredictions.of(yesNo ? LabelKind.YES_NO : LabelKind.NUMBER, tasks, labels, predictions);
        return yesNo
                ? new Run.Scores(all.mean(PropertyMetric.AUROC), all.mean(PropertyMetric.AUPRC), all.mean(PropertyMetric.BRIER))
                : new Run.Scores(all.mean(PropertyMetric.RMSE), all.mean(PropertyMetric.MAE), all.mean(PropertyMetric.PEARSON));
    }
}
