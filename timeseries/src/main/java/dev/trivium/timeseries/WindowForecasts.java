package dev.trivium.timeseries;

import java.util.List;

/**
 * Forecasts for some windows of a split, as an evaluation reads them. The arrays are the caller's.
 *
 * @param mean the expected values, (windows, horizon, series) row-major, in the units of the data
 * @param quantiles for each of {@link Forecaster.Rolling#levels} the quantiles, of the same shape; empty for a model without
 */
public record WindowForecasts(double[] mean, List<double[]> quantiles) {

    /** Checks that all have the same shape. */
    public WindowForecasts {
        quantiles = List.copyOf(quantiles);
        for (double[] values : quantiles) {
            if (values.length != mean.length) {
                throw new IllegalArgumentException("quantiles must be of the shape of the mean, " + mean.length + " numbers, got "
                        + values.length);
            }
        }
    }

    /** Forecasts without quantiles. */
    public WindowForecasts(double[] mean) {
        this(mean, List.of());
    }
}
