package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pasts from which forecasts are made, taken out of series and windows. */
final class Contexts {

    private Contexts() {}

    /**
     * {@return the last {@code length} rows, or all if there are fewer: (series, points)}
     *
     * @throws IllegalArgumentException if a series has no observed value in them; the message names it
     */
    static double[][] last(SeriesSet history, List<String> names, int length) {
        if (history.length() < 1) {
            throw new IllegalArgumentException("history must hold at least 1 row, got none");
        }
        int used = Math.min(length, history.length());
        SeriesSet rows = history.rows(history.length() - used, history.length()).select(names);
        double[][] contexts = new double[rows.width()][];
        for (int s = 0; s < contexts.length; s++) {
            contexts[s] = rows.column(s);
            if (!observed(contexts[s])) {
                throw new IllegalArgumentException(String.format(Locale.ROOT,
                        "history must hold an observed value of every series in its last %d rows, got none of %s", used, names.get(s)));
            }
        }
        return contexts;
    }

    /**
     * {@return the last {@code length} points of the look-backs of windows [from, to): (windows · series, points)} Of a series with nothing
     * observed there, every point is the last value observed before.
     *
     * @throws IllegalArgumentException if there is none either; the message names the series and the row
     */
    static double[][] of(Windows windows, int from, int to, int length) {
        SeriesSet series = windows.series();
        int used = Math.min(length, windows.lookback());
        double[][] contexts = new double[Math.multiplyExact(to - from, series.width())][used];
        for (int w = from; w < to; w++) {
            int origin = windows.origin(w);
            for (int s = 0; s < series.width(); s++) {
                double[] context = contexts[(w - from) * series.width() + s];
                for (int i = 0; i < used; i++) {
                    context[i] = series.value(origin - used + i, s);
                }
                if (!observed(context)) {
                    Arrays.fill(context, lastBefore(series, origin - used, s));
                }
            }
        }
        return contexts;
    }

    private static boolean observed(double[] values) {
        for (double value : values) {
            if (!Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }

    private static double lastBefore(SeriesSet series, int row, int s) {
        for (int t = row - 1; t >= 0; t--) {
            if (series.observed(t, s)) {
                return series.value(t, s);
            }
        }
        throw new IllegalArgumentException("windows must hold an observed value of every series before their end, got none of "
                + series.names().get(s) + " before " + series.time().label(row));
    }
}
