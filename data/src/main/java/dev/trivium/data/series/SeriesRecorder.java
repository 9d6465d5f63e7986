package dev.trivium.data.series;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Collects rows whose number is not known beforehand and places them on an axis, holding every value at most twice.
 *
 * <p>For one thread. {@link #place} empties the recorder.
 */
public final class SeriesRecorder {

    private static final int BLOCK_VALUES = 1 << 17; // 1 MiB a block: no huge arrays while reading

    private final int width;
    private final int blockRows;
    private final ArrayDeque<double[]> blocks = new ArrayDeque<>();
    private int rows;

    /** Makes an empty recorder of rows of {@code width} values. */
    public SeriesRecorder(int width) {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, got " + width);
        }
        this.width = width;
        this.blockRows = Math.max(1, BLOCK_VALUES / width);
    }

    /** {@return the number of rows so far} */
    public int rows() {
        return rows;
    }

    /** Appends a row: a copy of {@code width} values of {@code row}. */
    public void append(double[] row) {
        if (row.length != width) {
            throw new IllegalArgumentException("row must have " + width + " values, got " + row.length);
        }
        int within = rows % blockRows;
        if (within == 0) {
            blocks.addLast(new double[blockRows * width]);
        }
        System.arraycopy(row, 0, blocks.getLast(), within * width, width);
        rows = Math.addExact(rows, 1);
    }

    /**
     * Makes the series set in which recorded row {@code i} is row {@code positions[i]}, and every other row is missing.
     *
     * @param positions one increasing row number for each recorded row; longer arrays are allowed, the rest is not looked at
     */
    public SeriesSet place(TimeAxis time, List<Variable> variables, int[] positions) {
        double[] values = new double[Math.multiplyExact(time.length(), width)];
        int row = 0;
        int filled = 0;
        while (!blocks.isEmpty()) {
            double[] block = blocks.removeFirst(); // freed as we go
            for (int i = 0; i < blockRows && row < rows; i++, row++) {
                int at = Math.multiplyExact(positions[row], width);
                if (at < filled) {
                    throw new IllegalArgumentException("positions must increase, got " + positions[row] + " for row " + row);
                }
                Arrays.fill(values, filled, at, Double.NaN);
                System.arraycopy(block, i * width, values, at, width);
                filled = at + width;
            }
        }
        Arrays.fill(values, filled, values.length, Double.NaN);
        rows = 0;
        return SeriesSet.adopt(time, variables, values);
    }
}
