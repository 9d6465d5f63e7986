package dev.trivium.evaluation.chart;

import java.util.Arrays;
import java.util.List;

/** One table of a {@link HeatChart}: shares between 0 and 1, of which each is a coloured cell. */
public final class HeatPanel {

    private final String heading;
    private final List<String> rows;
    private final List<String> columns;
    private final double[][] values;

    private HeatPanel(String heading, List<String> rows, List<String> columns, double[][] values) {
        this.heading = heading;
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * A table.
     *
     * @param heading what stands above it
     * @param rows names of the rows from top to bottom, at least one
     * @param columns labels of the columns from left to right, at least one; as many are drawn as there is room for
     * @param values (row, column), from 0 to 1; NaN = missing, a cell without colour
     * @throws IllegalArgumentException if sizes differ or a value is out of range
     */
    public static HeatPanel of(String heading, List<String> rows, List<String> columns, double[][] values) {
        if (rows.isEmpty() || columns.isEmpty() || values.length != rows.size()) {
            throw new IllegalArgumentException("values must have one line per row, of which there is at least one, got " + values.length + " for "
                    + rows.size() + " rows and " + columns.size() + " columns in " + heading);
        }
        for (int r = 0; r < values.length; r++) {
            if (values[r].length != columns.size()) {
                throw new IllegalArgumentException("values must have one value per column (" + columns.size() + "), got " + values[r].length
                        + " in row " + rows.get(r) + " of " + heading);
            }
            for (double value : values[r]) {
                if (value < 0 || value > 1) {
                    throw new IllegalArgumentException("values must be between 0 and 1, got " + value + " in row " + rows.get(r) + " of " + heading);
                }
            }
        }
        return new HeatPanel(heading, List.copyOf(rows), List.copyOf(columns),
                Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
    }

    String heading() {
        return heading;
    }

    List<String> rows() {
        return rows;
    }

    List<String> columns() {
        return columns;
    }

    double[][] values() {
        return values;
    }

    double largest() {
        return Arrays.stream(values).flatMapToDouble(Arrays::stream).filter(Double::isFinite).max().orElse(0);
    }
}
