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

    /**
     * {@return the mean of two single numbers, and these quantiles moved by half of what the two medians differ}
     *
     * @param median number of the level 0.5; below 0 if there is none: then quantiles move with the single numbers
     */
    PatchForecasts blended(PatchForecasts other, int median) {
        PatchForecasts blended = new PatchForecasts(levels(), point().length, point()[0].length);
        int middle = 1 + median; // the single numbers stand first
        for (int s = 0; s < point().length; s++) {
            for (int t = 0; t < point()[s].length; t++) {
                blended.point()[s][t] = point()[s][t] / 2 + other.point()[s][t] / 2;
                double move = other.values[middle][s][t] / 2 - values[middle][s][t] / 2;
                for (int q = 0; q < levels(); q++) {
                    blended.level(q)[s][t] = level(q)[s][t] + move;
                }
            }
        }
        return blended;
    }
}
