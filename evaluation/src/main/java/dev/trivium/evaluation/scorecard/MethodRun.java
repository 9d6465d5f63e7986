package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.ForecastErrors;
import java.util.List;

/**
 * A method with its errors on the windows of the card.
 *
 * @param method the method
 * @param errors its errors: one entry per seed in the order of the seeds, or a single one for a method without seeds
 * @param tallies its intervals: for each variant one entry per seed; empty for a method without
 */
public record MethodRun(Method method, List<ForecastErrors> errors, List<List<IntervalTally>> tallies) {

    /** A method without intervals. */
    public MethodRun(Method method, List<ForecastErrors> errors) {
        this(method, errors, List.of());
    }

    /** Checks that there is one entry per seed. */
    public MethodRun {
        errors = List.copyOf(errors);
        tallies = tallies.stream().map(List::copyOf).toList();
        int expected = Math.max(1, method.seeds().size());
        if (errors.size() != expected) {
            throw new IllegalArgumentException("errors must have one entry per seed (" + expected + ") of "
                    + method.name() + ", got " + errors.size());
        }
        for (List<IntervalTally> seeds : tallies) {
            if (seeds.size() != expected) {
                throw new IllegalArgumentException("tallies must have one entry per seed (" + expected + ") of " + method.name() + ", got "
                        + seeds.size());
            }
        }
    }
}
