package dev.trivium.imputation.search;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.mask.HiddenMask;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells by which trials are scored: some of the validation rows, with their true values, hidden from every trial before it is fitted. The score is
 * the mean absolute error, in standard deviations of the visible training values of a series.
 *
 * @param row in the series of the search, rising
 * @param column of the cell
 * @param value what was hidden
 * @param deviation of each series over its training rows
 */
public record HeldOutCells(int[] row, int[] column, double[] value, double[] deviation) {

    /**
     * {@return the hidden cells of the validation rows}
     *
     * @param truth training and validation rows, with what is hidden
     * @param mask drawn for them, hiding in validation rows only
     * @param trainRows training rows, the first ones
     * @throws IllegalArgumentException if nothing is hidden, or something in a training row
     */
    public static HeldOutCells of(SeriesSet truth, HiddenMask mask, int trainRows) {
        List<int[]> cells = new ArrayList<>();
        for (int t = 0; t < truth.length(); t++) {
            for (int s = 0; s < truth.width(); s++) {
                if (mask.hidden(t, s)) {
                    cells.add(new int[] {t, s});
                }
            }
        }
        if (cells.isEmpty() || cells.get(0)[0] < trainRows) {
            throw new IllegalArgumentException("mask must hide cells of the validation rows, " + trainRows + " to " + truth.length() + ", and of no other, got "
                    + (cells.isEmpty() ? "none" : "one in row " + cells.get(0)[0]));
        }
        double[] deviation = new double[truth.width()];
        for (int s = 0; s < deviation.length; s++) {
            deviation[s] = deviation(truth, s, trainRows);
        }
        return new HeldOutCells(cells.stream().mapToInt(c -> c[0]).toArray(), cells.stream().mapToInt(c -> c[1]).toArray(),
                cells.stream().mapToDouble(c -> truth.value(c[0], c[1])).toArray(), deviation);
    }

    private static double deviation(SeriesSet series, int column, int rows) {
        double[] seen = java.util.stream.IntStream.range(0, rows).mapToDouble(t -> series.value(t, column)).filter(v -> !Double.isNaN(v)).toArray();
        double mean = java.util.Arrays.stream(seen).average().orElse(0);
        double variance = java.util.Arrays.stream(seen).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /** {@return the error of a fitted imputer, which sees the rows without the hidden cells} */
    public double error(Imputer fitted, SeriesSet hidden, int trainRows) {
        FilledSeries filled = fitted.fill(hidden, trainRows, hidden.length());
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += Math.abs(filled.values().value(row[i] - trainRows, column[i]) - value[i]) / deviation[column[i]];
        }
        return sum / row.length;
    }
}
