package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.LabelKind;
import dev.trivium.evaluation.metric.ScoredTask;
import java.util.List;

/**
 * What was predicted, and how the methods were chosen.
 *
 * @param dataset    data set by name
 * @param kind       what the labels are
 * @param tasks      the tasks with the scales of their errors, in the order to be shown
 * @param split      the split in words, such as {@code scaffold, seed 1: 902/113/113 molecules}
 * @param selectedBy what chose epochs and settings, such as {@code lowest validation RMSE}; never the test part
 */
public record PropertySetting(String dataset, LabelKind kind, List<ScoredTask> tasks, String split, String selectedBy) {

    /** Copies the tasks. */
    public PropertySetting {
        tasks = List.copyOf(tasks);
    }
}
