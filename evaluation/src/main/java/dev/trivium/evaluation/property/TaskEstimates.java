package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.PropertyMetric;
import dev.trivium.evaluation.metric.PropertyScores;
import dev.trivium.evaluation.scorecard.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A method's scores on one task, in the unit of its label.
 *
 * @param task   its name
 * @param scores every metric of the kind of label
 */
public record TaskEstimates(String task, Map<PropertyMetric, Estimate> scores) {

    /** Copies the scores. */
    public TaskEstimates {
        scores = ordered(scores);
    }

    static List<TaskEstimates> of(PropertyScores scores, PropertySetting setting) {
        return IntStream.range(0, setting.tasks().size()).mapToObj(t -> new TaskEstimates(setting.tasks().get(t).name(),
                of(setting.kind(), metric -> Estimate.over(scores.scores(metric, t), scores.interval(metric, t))))).toList();
    }

    static Map<PropertyMetric, Estimate> of(LabelKind kind, Function<PropertyMetric, Estimate> estimate) {
        Map<PropertyMetric, Estimate> all = new EnumMap<>(PropertyMetric.class);
        kind.metrics().forEach(metric -> all.put(metric, estimate.apply(metric)));
        return all;
    }

    static Map<PropertyMetric, Estimate> ordered(Map<PropertyMetric, Estimate> scores) {
        Map<PropertyMetric, Estimate> copy = new EnumMap<>(PropertyMetric.class);
        copy.putAll(scores);
        return Collections.unmodifiableMap(copy);
    }

    /** {@return the estimate of a metric} */
    public Estimate score(PropertyMetric metric) {
        return PropertyRow.require(scores, metric);
    }
}
