package dev.trivium.imputation.baseline;

import java.util.Arrays;

/**
 * What a ridge regression sees of a cell: values before, values after, the line, other series, 1.
 *
 * @param lags visible values on either side
 * @param kept other series of each
 * @param nodes (series, kept), −1 where there are fewer
 */
record RidgeInputs(int lags, int kept, long[] nodes) {

    private static final int[] LEAST = {1, 2, 4, 8, 16};

    static final int RANGES = LEAST.length;

    static int least(int range) {
        return LEAST[range];
    }

    static int most(int range) {
        return range == RANGES - 1 ? 48 : LEAST[range + 1] - 1;
    }

    int size() {
        return 2 * lags + 1 + kept + 1;
    }

    /** Where the line stands among the inputs. */
    int line() {
        return 2 * lags;
    }

    /**
     * Collects the inputs of a cell whose own series is not looked at in the rows {@code [first, last]} around it.
     *
     * @return the range of the distance to the nearest value that is looked at
     */
    int collect(StandardRows rows, int t, int s, int first, int last, double[] x) {
        int[] visible = rows.visible(s);
        int before = rows.before(first, s);
        int after = rows.after(last, s);
        for (int k = 0; k < lags; k++) {
            x[k] = value(rows, s, before - k, before, after);
            x[lags + k] = value(rows, s, after + k, before, after);
        }
        x[line()] = rows.line(t, s, before, after);
        for (int k = 0; k < kept; k++) {
            int node = (int) nodes[s * kept + k];
            x[line() + 1 + k] = node < 0 ? 0 : rows.interpolated(t, node);
        }
        x[size() - 1] = 1;
        int distance = Integer.MAX_VALUE;
        if (before >= 0) {
            distance = t - visible[before];
        }
        if (after < visible.length) {
            distance = Math.min(distance, visible[after] - t);
        }
        return range(distance);
    }

    /** The value at a place; the nearest one that there is on its side, then on the other, then the mean. */
    private static double value(StandardRows rows, int s, int place, int before, int after) {
        int count = rows.visible(s).length;
        if (place <= before) {
            return before >= 0 ? rows.at(Math.max(0, place), s) : after < count ? rows.at(after, s) : 0;
        }
        return after < count ? rows.at(Math.min(count - 1, place), s) : before >= 0 ? rows.at(before, s) : 0;
    }

    private static int range(int distance) {
        int place = Arrays.binarySearch(LEAST, distance);
        return place >= 0 ? place : -place - 2;
    }
}
