package dev.trivium.imputation.interval;

import dev.trivium.data.series.SeriesSet;
import java.util.Arrays;

/** How far cells lie from the nearest visible value of their series, before or after; and the groups of such distances. */
final class GapSteps {

    /** Least distance of each group; the last group is of cells with nothing in reach. */
    private static final int[] LEAST = {1, 2, 4, 8, 16, 48};

    static final int GROUPS = LEAST.length;
    static final int REACH = LEAST[GROUPS - 1];

    private GapSteps() {}

    /** {@return (to − from, series), row-major: steps to the nearest visible value, 0 for a visible one, at most {@link #REACH}} */
    static int[] of(SeriesSet series, int from, int to) {
        int width = series.width();
        int[] steps = new int[(to - from) * width];
        int first = Math.max(0, from - REACH);
        int last = Math.min(series.length(), to + REACH);
        int[] since = new int[width];
        Arrays.fill(since, REACH);
        for (int t = first; t < to; t++) {
            for (int s = 0; s < width; s++) {
                since[s] = series.observed(t, s) ? 0 : Math.min(REACH, since[s] + 1);
                if (t >= from) {
                    steps[(t - from) * width + s] = since[s];
                }
            }
        }
        Arrays.fill(since, REACH);
        for (int t = last - 1; t >= from; t--) {
            for (int s = 0; s < width; s++) {
                since[s] = series.observed(t, s) ? 0 : Math.min(REACH, since[s] + 1);
                if (t < to) {
                    int cell = (t - from) * width + s;
                    steps[cell] = Math.min(steps[cell], since[s]);
                }
            }
        }
        return steps;
    }

    /** {@return the group of a distance of 1 or more} */
    static int group(int steps) {
        int group = GROUPS - 1;
        while (group > 0 && steps < LEAST[group]) {
            group--;
        }
        return group;
    }

    static String label(int group) {
        if (group == GROUPS - 1) {
            return LEAST[group] + " or more";
        }
        int most = LEAST[group + 1] - 1;
        return most == LEAST[group] ? Integer.toString(most) : LEAST[group] + " to " + most;
    }
}
