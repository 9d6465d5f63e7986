package dev.trivium.evaluation.gap;

import java.util.Arrays;
import java.util.List;

/** The hidden cells of the test rows with their true values: what every method of a card is scored on. Immutable. */
public final class GapTargets {

    private final int rows;
    private final List<String> series;
    private final String unit;
    private final int[] row;
    private final int[] column;
    private final int[] gap;
    private final double[] truth;
    private final double[] scale;

    /**
     * Copies the cells.
     *
     * @param rows   test rows, those without a hidden cell too
     * @param series names of the series
     * @param unit   of the errors, empty if not known
     * @param row    for each cell its row, in [0, rows)
     * @param column for each cell its series
     * @param gap    for each cell the rows of the gap that it lies in, counting all missing cells of its series next to each other
     * @param truth  for each cell its true value, finite
     * @param scale  for each series what its errors are divided by, above 0; 1 for errors in the units of the data
     */
    public GapTargets(int rows, List<String> series, String unit, int[] row, int[] column, int[] gap, double[] truth, double[] scale) {
        if (row.length == 0 || column.length != row.length || gap.length != row.length || truth.length != row.length) {
            throw new IllegalArgumentException("cells must be at least one, with row, series, gap and truth each, got " + row.length + ", "
                    + column.length + ", " + gap.length + " and " + truth.length);
        }
        if (scale.length != series.size() || Arrays.stream(scale).anyMatch(each -> !(each > 0) || Double.isInfinite(each))) {
            throw new IllegalArgumentException("scale must be above 0 for each of " + series.size() + " series, got " + Arrays.toString(scale));
        }
        for (int i = 0; i < row.length; i++) {
            if (row[i] < 0 || row[i] >= rows || column[i] < 0 || column[i] >= series.size() || gap[i] < 1 || !Double.isFinite(truth[i])) {
                throw new IllegalArgumentException("cell " + i + " must lie in (row=" + rows + ", series=" + series.size()
                        + "), in a gap of at least one row, with a finite value, got (" + row[i] + ", " + column[i] + "), " + gap[i] + ", " + truth[i]);
            }
        }
        this.rows = rows;
        this.series = List.copyOf(series);
        this.unit = unit;
        this.row = row.clone();
        this.column = column.clone();
        this.gap = gap.clone();
        this.truth = truth.clone();
        this.scale = scale.clone();
    }

    /** {@return the number of cells} */
    public int cells() {
        return row.length;
    }

    /** {@return the number of test rows} */
    public int rows() {
        return rows;
    }

    /** {@return the names of the series} */
    public List<String> series() {
        return series;
    }

    /** {@return the unit of the errors, empty if not known} */
    public String unit() {
        return unit;
    }

    /** {@return the row of a cell among the test rows} */
    public int row(int cell) {
        return row[cell];
    }

    /** {@return the series of a cell} */
    public int column(int cell) {
        return column[cell];
    }

    /** {@return how long the gap is in which a cell lies} */
    public GapLength length(int cell) {
        return GapLength.of(gap[cell]);
    }

    /** {@return the true value of a cell, in the unit of the errors} */
    public double truth(int cell) {
        return truth[cell] / scale[column[cell]];
    }

    /** {@return the true value of a cell, in the units of the data} */
    public double trueValue(int cell) {
        return truth[cell];
    }

    /** {@return a number of the cell's series in the unit of the errors} */
    double scaled(int cell, double value) {
        return value / scale[column[cell]];
    }
}
