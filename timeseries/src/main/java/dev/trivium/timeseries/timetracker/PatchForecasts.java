package dev.trivium.timeseries.timetracker;

/**
 * Forecasts of several series, in the units of each.
 *
 * @param values (1 + Q, series, horizon): the single numbers, then the quantiles level by level
 */
record PatchForecasts(double[][][] values) {

    PatchForecasts(int levels, int series, int horizon) {
        this(new double[1 + levels][series][horizon]);
    }

    double[][] point() {
        return values[0];
    }

    double[][] level(int q) {
        return values[1 + q];
    }

    int levels() {
        return values.length - 1;
    }
}
