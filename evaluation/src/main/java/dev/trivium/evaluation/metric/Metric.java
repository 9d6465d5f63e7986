package dev.trivium.evaluation.metric;

/** A way to turn errors into one number; lower is better for all of them. */
public enum Metric {
    /** Mean squared error. */
    MSE,
    /** Mean absolute error. */
    MAE,
    /** Root of the mean squared error. */
    RMSE,
    /** Mean absolute error relative to the in-sample seasonal naive error of the series. */
    MASE;

    /** {@return this metric's value among the scores} */
    public double of(Scores scores) {
        return switch (this) {
            case MSE -> scores.mse();
            case MAE -> scores.mae();
            case RMSE -> scores.rmse();
            case MASE -> scores.mase();
        };
    }
}
