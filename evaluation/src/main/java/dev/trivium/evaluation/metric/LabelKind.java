package dev.trivium.evaluation.metric;

import java.util.Arrays;
import java.util.List;

/** What the label of a molecule is. */
public enum LabelKind {
    /** A quantity in a unit. */
    NUMBER,
    /** Yes (1) or no (0); a prediction is the probability of yes. */
    YES_NO;

    /** {@return the metrics of such labels; the first one decides which method is better} */
    public List<PropertyMetric> metrics() {
        return Arrays.stream(PropertyMetric.values()).filter(metric -> metric.kind() == this).toList();
    }
}
