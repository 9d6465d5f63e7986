package dev.trivium.evaluation.gap;

import java.util.List;

/** Errors summed over the cells of each row: all that scores and resamples need. The first dimension of errors is the seed. */
final class RowErrors {

    private final double[][] absolute;
    private final double[][] squared;
    private final double[] cells;
    private final double[] size;
    private final double[] sum;
    private final double[] squares;

    private RowErrors(int seeds, int rows) {
        absolute = new double[seeds][rows];
        squared = new double[seeds][rows];
        cells = new double[rows];
        size = new double[rows];
        sum = new double[rows];
        squares = new double[rows];
    }

    static RowErrors of(List<GapEstimates> runs) {
        GapTargets targets = runs.get(0).targets();
        RowErrors errors = new RowErrors(runs.size(), targets.rows());
        double centre = 0; // about the mean: a variance of large numbers would lose its digits
        for (int i = 0; i < targets.cells(); i++) {
            centre += targets.truth(i) / targets.cells();
        }
        for (int i = 0; i < targets.cells(); i++) {
            int row = targets.row(i);
            double truth = targets.truth(i);
            errors.cells[row]++;
            errors.size[row] += Math.abs(truth);
            errors.sum[row] += truth - centre;
            errors.squares[row] += (truth - centre) * (truth - centre);
            for (int k = 0; k < runs.size(); k++) {
                double error = runs.get(k).error(i);
                errors.absolute[k][row] += Math.abs(error);
                errors.squared[k][row] += error * error;
            }
        }
        return errors;
    }

    int seeds() {
        return absolute.length;
    }

    int rows() {
        return cells.length;
    }

    /** {@return sums of absolute errors of a seed by row} */
    double[] absolute(int seed) {
        return absolute[seed];
    }

    /** {@return cells by row} */
    double[] cells() {
        return cells;
    }

    /** {@return the mean over the seeds of the sums of absolute errors, by row} */
    double[] meanAbsolute() {
        double[] mean = new double[rows()];
        for (double[] seed : absolute) {
            for (int t = 0; t < mean.length; t++) {
                mean[t] += seed[t] / absolute.length;
            }
        }
        return mean;
    }

    /** {@return what {@link #score} takes, by row: cells, sizes, sums and squares of the truth, and the two errors of each seed} */
    double[][] quantities() {
        double[][] all = new double[4 + 2 * seeds()][];
        all[0] = cells;
        all[1] = size;
        all[2] = sum;
        all[3] = squares;
        for (int k = 0; k < seeds(); k++) {
            all[4 + 2 * k] = absolute[k];
            all[5 + 2 * k] = squared[k];
        }
        return all;
    }

    double[] totals() {
        double[][] quantities = quantities();
        double[] totals = new double[quantities.length];
        for (int q = 0; q < totals.length; q++) {
            for (double value : quantities[q]) {
                totals[q] += value;
            }
        }
        return totals;
    }

    /** {@return a score of one seed from the totals of {@link #quantities}} */
    static double score(GapMetric metric, double[] totals, int seed) {
        double cells = totals[0];
        double absolute = totals[4 + 2 * seed];
        double root = Math.sqrt(Math.max(0, totals[5 + 2 * seed]) / cells);
        return switch (metric) {
            case MAE -> absolute / cells;
            case RMSE -> root;
            case MRE -> totals[1] > 0 ? absolute / totals[1] : Double.NaN;
            case NRMSE -> {
                double variance = totals[3] / cells - totals[2] / cells * (totals[2] / cells);
                yield variance > 0 ? root / Math.sqrt(variance) : Double.NaN;
            }
        };
    }

    /** {@return the mean of the score over the seeds} */
    double mean(GapMetric metric, double[] totals) {
        double mean = 0;
        for (int k = 0; k < seeds(); k++) {
            mean += score(metric, totals, k) / seeds();
        }
        return mean;
    }
}
