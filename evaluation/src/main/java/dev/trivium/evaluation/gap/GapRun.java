package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.scorecard.Method;
import java.util.List;

/**
 * A method with what it put into the hidden cells.
 *
 * @param method the method
 * @param runs   one entry per seed in the order of the seeds, or a single one for a method without seeds
 */
public record GapRun(Method method, List<GapEstimates> runs) {

    /** Checks that there is one entry per seed, all for the same cells at the same level. */
    public GapRun {
        runs = List.copyOf(runs);
        int expected = Math.max(1, method.seeds().size());
        if (runs.size() != expected) {
            throw new IllegalArgumentException("runs must have one entry per seed (" + expected + ") of " + method.name() + ", got "
                    + runs.size());
        }
        GapEstimates first = runs.get(0);
        if (runs.stream().anyMatch(run -> run.targets() != first.targets() || run.level() != first.level())) {
            throw new IllegalArgumentException("runs of " + method.name() + " must have the same cells and level");
        }
    }

    /** {@return the cells} */
    public GapTargets targets() {
        return runs.get(0).targets();
    }
}
