package dev.trivium.evaluation.property;

import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.Gain;
import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.PropertyScores;
import dev.trivium.evaluation.metric.ReliabilityBin;
import dev.trivium.evaluation.scorecard.Estimate;
import dev.trivium.evaluation.scorecard.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method's line on a card of properties. Every score is the mean over its seeds of the seed's score.
 *
 * @param method          the method
 * @param overall         every metric as a mean over tasks, RMSE and MAE in units of the tasks' scales
 * @param againstNaive    gain of the deciding metric over the best naive row
 * @param againstBaseline gain of the deciding metric over the best baseline; {@link Gain#NONE} on a card without one
 * @param tasks           scores of every task
 * @param reliability     reliability table over all tasks and seeds; empty for numbers
 * @param intervals       how many true values its intervals hold, or labels its sets, for each share; empty for a method without
 */
public record PropertyRow(Method method, Map<PropertyMetric, Estimate> overall, Gain againstNaive, Gain againstBaseline,
                          List<TaskEstimates> tasks, List<ReliabilityBin> reliability, List<CoverageTable> intervals) {

    /** Copies maps and lists. */
    public PropertyRow {
        overall = TaskEstimates.ordered(overall);
        tasks = List.copyOf(tasks);
        reliability = List.copyOf(reliability);
        intervals = List.copyOf(intervals);
    }

    static PropertyRow of(PropertyRun run, PropertyScores scores, PropertySetting setting, PropertyScores naive,
                          @Nullable PropertyScores baseline) {
        PropertyMetric deciding = setting.kind().metrics().get(0);
        return new PropertyRow(run.method(),
                TaskEstimates.of(setting.kind(), metric -> Estimate.over(scores.means(metric), scores.meanInterval(metric))),
                scores.gain(naive, deciding), baseline == null ? Gain.NONE : scores.gain(baseline, deciding),
                TaskEstimates.of(scores, setting),
                setting.kind() == LabelKind.YES_NO ? LabelledPredictions.reliability(scores.runs()) : List.of(), run.intervals());
    }

    /** {@return the mean over tasks of a metric} */
    public Estimate score(PropertyMetric metric) {
        return require(overall, metric);
    }

    static Estimate require(Map<PropertyMetric, Estimate> scores, PropertyMetric metric) {
        Estimate estimate = scores.get(metric);
        if (estimate == null) {
            throw new IllegalArgumentException("metric must be one of " + scores.keySet() + ", got " + metric);
        }
        return estimate;
    }
}
