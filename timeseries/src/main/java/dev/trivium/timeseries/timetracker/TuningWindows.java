package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.Windows;

/** Windows of some rows, ready to be learnt from or scored, in units of the training deviations. */
final class TuningWindows {

    private final Windows windows;
    private final int first;
    private final int step;
    private final int count;
    private final double[][] columns;
    private final double[] deviations;
    private final int seen;
    private final int patch;
    private final int said;

    /**
     * @param first the first window to use
     * @param step every step-th from there on
     * @param deviations of the series in training
     * @param seen points of a look-back that are used
     * @param said patches of the horizon that one pass says
     */
    TuningWindows(Windows windows, int first, int step, double[] deviations, int seen, int patch, int said) {
        this.windows = windows;
        this.first = first;
        this.step = step;
        this.deviations = deviations;
        this.seen = seen;
        this.patch = patch;
        this.said = said;
        count = (windows.count() - first + step - 1) / step;
        SeriesSet series = windows.series();
        columns = new double[series.width()][];
        for (int s = 0; s < columns.length; s++) {
            columns[s] = series.column(s);
        }
    }

    int count() {
        return count;
    }

    int width() {
        return columns.length;
    }

    int said() {
        return said;
    }

    /** {@return patches of one series in a window: of the look-back, then of the horizon but one} */
    int tokens() {
        return (seen + patch - 1) / patch + said - 1;
    }

    TuningBatch batch(int[] numbers) {
        double[][] contexts = new double[numbers.length * columns.length][seen];
        double[][] futures = new double[contexts.length][windows.horizon()];
        for (int i = 0; i < contexts.length; i++) {
            int origin = windows.origin(first + step * numbers[i / columns.length]);
            double[] column = columns[i % columns.length];
            System.arraycopy(column, origin - seen, contexts[i], 0, seen);
            System.arraycopy(column, origin, futures[i], 0, windows.horizon());
        }
        return TuningBatch.of(contexts, futures, deviations, patch, said);
    }

    /** {@return the population deviation of each series over rows [from, to); 0 for one with fewer than two different values} */
    static double[] deviations(SeriesSet series, int from, int to) {
        double[] deviations = new double[series.width()];
        for (int s = 0; s < deviations.length; s++) {
            deviations[s] = SeriesScale.of(series.column(s), from, to).spread();
        }
        return deviations;
    }
}
