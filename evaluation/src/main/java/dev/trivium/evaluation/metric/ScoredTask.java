package dev.trivium.evaluation.metric;

/**
 * A property whose predictions are scored.
 *
 * @param name  the task's name
 * @param scale what RMSE and MAE are divided by before they are averaged with those of other tasks, greater than 0: the standard
 *              deviation of the training labels; 1 where there is one task only, so that its scores stay in the unit of the label
 */
public record ScoredTask(String name, double scale) {

    /** Checks the scale. */
    public ScoredTask {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale must be finite and greater than 0, got " + scale + " for task " + name);
        }
    }
}
