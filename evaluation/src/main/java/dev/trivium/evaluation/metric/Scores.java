package dev.trivium.evaluation.metric;

/**
 * The four metrics over one set of cells.
 *
 * @param mse   mean squared error; NaN without an observed cell, as are the others
 * @param mae   mean absolute error
 * @param rmse  root of the mean squared error
 * @param mase  mean absolute scaled error; NaN where no series has a positive in-sample seasonal naive error
 * @param cells observed target cells that were scored
 */
public record Scores(double mse, double mae, double rmse, double mase, long cells) {

    /** Checks that the count is one. */
    public Scores {
        if (cells < 0) {
            throw new IllegalArgumentException("cells must be at least 0, got " + cells);
        }
    }
}
