package dev.trivium.evaluation.property;

import dev.trivium.evaluation.conformal.CoverageTable;
import dev.trivium.evaluation.metric.LabelledPredictions;
import dev.trivium.evaluation.scorecard.Method;
import java.util.List;

/**
 * A method with its predictions for the molecules of the card.
 *
 * @param method the method
 * @param runs   its predictions: one entry per seed in the order of the seeds, or a single one for a method without seeds
 * @param intervals how many true values its intervals hold, or labels its sets, for each share; empty for a method without
 */
public record PropertyRun(Method method, List<LabelledPredictions> runs, List<CoverageTable> intervals) {

    /** A method without intervals. */
    public PropertyRun(Method method, List<LabelledPredictions> runs) {
        this(method, runs, List.of());
    }

    /** Checks that there is one entry per seed. */
    public PropertyRun {
        runs = List.copyOf(runs);
        intervals = List.copyOf(intervals);
        int expected = Math.max(1, method.seeds().size());
        if (runs.size() != expected) {
            throw new IllegalArgumentException("runs must have one entry per seed (" + expected + ") of " + method.name() + ", got "
                    + runs.size());
        }
    }
}
