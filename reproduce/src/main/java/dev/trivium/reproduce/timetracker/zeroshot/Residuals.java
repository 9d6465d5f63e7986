package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.window.Windows;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Quantiles of the errors that a method made on rows before the test, for each step and series: added to a forecast they are quantiles of
 * the forecast. Between order statistics is interpolated in a straight line; missing targets have no error.
 */
final class Residuals {

    private static final double[] NONE = {};

    private final double[][] sorted; // (step, series): errors, ascending

    private Residuals(double[][] sorted) {
        this.sorted = sorted;
    }

    /**
     * {@return the errors of forecasts}
     *
     * @param windows what was forecast
     * @param predicted (windows, horizon, series)
     */
    static Residuals of(Windows windows, double[] predicted) {
        SeriesSet series = windows.series();
        int cells = windows.horizon() * series.width();
        double[][] sorted = new double[cells][];
        for (int cell = 0; cell < cells; cell++) {
            double[] errors = new double[windows.count()];
            int count = 0;
            for (int w = 0; w < windows.count(); w++) {
                double actual = series.value(windows.origin(w) + cell / series.width(), cell % series.width());
                if (!Double.isNaN(actual)) {
                    errors[count++] = actual - predicted[w * cells + cell];
                }
            }
            sorted[cell] = count == 0 ? NONE : Arrays.copyOf(errors, count);
            Arrays.sort(sorted[cell]);
            if (count == 0) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "series %s must have a target before the test rows at step %d, got none",
                        series.names().get(cell % series.width()), cell / series.width() + 1));
            }
        }
        return new Residuals(sorted);
    }

    /** {@return quantiles of forecasts (windows, horizon, series), one array a level} */
    List<double[]> around(double[] forecasts, List<Double> levels) {
        return levels.stream().map(level -> around(forecasts, level)).toList();
    }

    private double[] around(double[] forecasts, double level) {
        double[] offsets = new double[sorted.length];
        Arrays.setAll(offsets, cell -> quantile(sorted[cell], level));
        double[] values = new double[forecasts.length];
        Arrays.setAll(values, i -> forecasts[i] + offsets[i % offsets.length]);
        return values;
    }

    static double quantile(double[] ascending, double level) {
        double place = level * (ascending.length - 1);
        int low = (int) place;
        int high = Math.min(low + 1, ascending.length - 1);
        return ascending[low] + (place - low) * (ascending[high] - ascending[low]);
    }
}
