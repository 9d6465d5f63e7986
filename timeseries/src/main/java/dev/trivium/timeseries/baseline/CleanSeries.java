package dev.trivium.timeseries.baseline;

import java.util.Arrays;

/** One series without its trend line, centred at its median, scaled by its median absolute deviation and clipped; 0 where missing. */
final class CleanSeries {

    private static final double CLIP = 4;
    private static final double NORMAL = 1.4826; // deviation of a normal distribution, in median absolute deviations

    private final double[] values; // NaN where missing

    private CleanSeries(double[] values) {
        this.values = values;
    }

    static CleanSeries of(double[] column) {
        double[] values = column.clone();
        detrend(values);
        double centre = median(values);
        double[] distances = new double[values.length];
        Arrays.setAll(distances, t -> Math.abs(values[t] - centre));
        double spread = NORMAL * median(distances);
        double scale = spread > 0 ? spread : deviation(values, centre);
        for (int t = 0; t < values.length; t++) {
            values[t] = scale > 0 ? Math.max(-CLIP, Math.min(CLIP, (values[t] - centre) / scale)) : values[t] - values[t];
        }
        return new CleanSeries(values);
    }

    /** Takes off the line whose slope is the median over all pairs half the length apart: outliers do not tilt it. */
    private static void detrend(double[] values) {
        int half = Math.max(1, values.length / 2);
        double[] rises = new double[values.length - half];
        Arrays.setAll(rises, t -> values[t + half] - values[t]);
        double slope = median(rises) / half;
        for (int t = 0; t < values.length; t++) {
            values[t] -= slope * t;
        }
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static double deviation(double[] values, double centre) {
        return Math.sqrt(Arrays.stream(values).filter(v -> !Double.isNaN(v)).map(v -> (v - centre) * (v - centre)).average().orElse(0));
    }

    double mask(int t) {
        return Double.isNaN(values[t]) ? 0 : 1;
    }

    double value(int t) {
        return Double.isNaN(values[t]) ? 0 : values[t];
    }
}
