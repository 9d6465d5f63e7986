package dev.trivium.evaluation.property;

import dev.trivium.evaluation.metric.LabelledPredictions;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the scores rest on, and what was left out. Every test molecule is in one of the two.
 *
 * @param molecules molecules scored, the same for all methods
 * @param excluded  molecules left out
 * @param tasks     labels of the scored molecules by task
 */
public record PropertyCoverage(int molecules, List<ExcludedMolecule> excluded, List<TaskCount> tasks) {

    /** Copies the lists and checks the counts. */
    public PropertyCoverage {
        excluded = List.copyOf(excluded);
        tasks = List.copyOf(tasks);
        for (TaskCount task : tasks) {
            if (task.labelled() > molecules) {
                throw new IllegalArgumentException("molecules must be at least the labelled ones of every task, got " + molecules
                        + " and " + task.labelled() + " for task " + task.task());
            }
        }
    }

    static PropertyCoverage of(LabelledPredictions scored, List<ExcludedMolecule> excluded) {
        return new PropertyCoverage(scored.molecules(), excluded, IntStream.range(0, scored.tasks().size())
                .mapToObj(t -> new TaskCount(scored.tasks().get(t).name(), scored.labelled(t), scored.positive(t))).toList());
    }
}
