package dev.trivium.imputation.fgatt;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.graph.NodeLayout;

/**
 * Series by node and channel, standardised once: (row, node, channel), NaN where a value is missing or a node lacks the channel.
 *
 * @param z standardised values, row-major
 * @param calendar calendar features by row, or empty
 */
record NodeSeries(float[] z, int rows, int nodes, int channels, float[] calendar) {

    static NodeSeries of(SeriesSet series, NodeLayout layout, Standardiser standardiser, boolean withCalendar) {
        return of(standardiser.forwardToFloat(series), series.length(), layout, withCalendar ? Calendar.of(series.time()) : new float[0]);
    }

    /** @param columns (row, column), standardised */
    static NodeSeries of(float[] columns, int rows, NodeLayout layout, float[] calendar) {
        int[] places = layout.columns();
        float[] z = new float[Math.multiplyExact(rows, places.length)];
        int width = rows == 0 ? 0 : columns.length / rows;
        for (int t = 0; t < rows; t++) {
            for (int p = 0; p < places.length; p++) {
                z[t * places.length + p] = places[p] < 0 ? Float.NaN : columns[t * width + places[p]];
            }
        }
        return new NodeSeries(z, rows, layout.nodes().size(), layout.channels().size(), calendar);
    }

    /** {@return the numbers in a row} */
    int size() {
        return nodes * channels;
    }

    /** Copies a window; rows outside the series are missing. */
    void copy(int start, int time, float[] target, int offset) {
        int size = size();
        for (int t = 0; t < time; t++) {
            int row = start + t;
            if (row >= 0 && row < rows) {
                System.arraycopy(z, row * size, target, offset + t * size, size);
            } else {
                java.util.Arrays.fill(target, offset + t * size, offset + (t + 1) * size, Float.NaN);
            }
        }
    }

    /** Copies a window's calendar; rows outside the series take the nearest row's. */
    void copyCalendar(int start, int time, float[] target, int offset) {
        for (int t = 0; t < time; t++) {
            int row = Math.max(0, Math.min(rows - 1, start + t));
            System.arraycopy(calendar, row * Calendar.COUNT, target, offset + t * Calendar.COUNT, Calendar.COUNT);
        }
    }
}
