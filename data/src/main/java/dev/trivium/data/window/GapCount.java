package dev.trivium.data.window;

import dev.trivium.data.series.SeriesSet;

/** Missing cells of a series: how many lie before each row, in all and where nothing earlier was observed. */
final class GapCount {

    private final long[] before; // before[t]: missing cells in rows [0, t)
    private final long[] leading; // of these, cells before the first observation of their series

    GapCount(SeriesSet series) {
        before = new long[series.length() + 1];
        leading = new long[series.length() + 1];
        boolean[] seen = new boolean[series.width()];
        double[] row = new double[series.width()];
        for (int t = 0; t < series.length(); t++) {
            series.copyRows(t, t + 1, row, 0);
            int missing = 0;
            int first = 0;
            for (int s = 0; s < row.length; s++) {
                if (!Double.isNaN(row[s])) {
                    seen[s] = true;
                } else {
                    missing++;
                    first += seen[s] ? 0 : 1;
                }
            }
            before[t + 1] = before[t] + missing;
            leading[t + 1] = leading[t] + first;
        }
    }

    long missing(int from, int to) {
        return before[to] - before[from];
    }

    long leading(int from, int to) {
        return leading[to] - leading[from];
    }
}
