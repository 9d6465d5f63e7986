package dev.trivium.evaluation.metric;

/**
 * Confidence intervals of the four metrics.
 *
 * @param mse  of the mean squared error
 * @param mae  of the mean absolute error
 * @param rmse of the root of the mean squared error
 * @param mase of the mean absolute scaled error
 */
public record ScoreIntervals(Interval mse, Interval mae, Interval rmse, Interval mase) {
}
