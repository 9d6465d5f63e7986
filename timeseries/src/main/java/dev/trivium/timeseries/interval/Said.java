package dev.trivium.timeseries.interval;

import dev.trivium.timeseries.WindowForecasts;
import java.util.Collections;
import java.util.List;

/**
 * What a model says about some windows, seen as the ends of intervals: its quantiles, or its mean twice.
 *
 * @param mean (window, step, series)
 * @param low for every share the low ends, of the same shape; for a model without quantiles the mean itself
 * @param high the high ends
 */
record Said(double[] mean, List<double[]> low, List<double[]> high) {

    static Said of(WindowForecasts forecasts, List<int[]> pairs, int shares) {
        if (pairs.isEmpty()) {
            List<double[]> same = Collections.nCopies(shares, forecasts.mean());
            return new Said(forecasts.mean(), same, same);
        }
        return new Said(forecasts.mean(), pairs.stream().map(pair -> forecasts.quantiles().get(pair[0])).toList(),
                pairs.stream().map(pair -> forecasts.quantiles().get(pair[1])).toList());
    }
}
