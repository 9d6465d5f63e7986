package dev.trivium.evaluation.gap;

/** An error over all hidden cells. */
public enum GapMetric {
    /** Mean absolute error. */
    MAE,
    /** Root of the mean squared error. */
    RMSE,
    /** Mean relative error, Σ|error| / Σ|truth|: of all cells together, so a truth of 0 does no harm. */
    MRE,
    /** RMSE over the standard deviation of the true values of all cells. */
    NRMSE
}
