package dev.trivium.evaluation.property;

/**
 * The labels of one task that the scores rest on.
 *
 * @param task     its name
 * @param labelled scored molecules with a label
 * @param positive those of them whose label is 1; of interest for yes-or-no labels only
 */
public record TaskCount(String task, int labelled, int positive) {

    /** Checks the counts. */
    public TaskCount {
        if (positive < 0 || labelled < positive) {
            throw new IllegalArgumentException("positive must be at least 0 and at most labelled, got " + positive + " of " + labelled
                    + " for task " + task);
        }
    }
}
