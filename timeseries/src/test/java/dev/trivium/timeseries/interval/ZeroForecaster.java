package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.util.List;
import java.util.Map;

/** Says zero, whatever the look-back holds or misses. */
record ZeroForecaster(Stated of) implements Forecaster {

    @Override
    public ForecasterSpec spec() {
        return of;
    }

    @Override
    public List<Variable> variables() {
        return of.variables();
    }

    @Override
    public Forecast predict(SeriesSet history) {
        return new Forecast(SeriesSet.of(history.time().after(of.horizon()), of.variables(), new double[of.horizon() * of.variables().size()]));
    }

    @Override
    public Rolling rolling(Windows windows) {
        return (from, to) -> new double[(to - from) * of.horizon() * of.variables().size()];
    }

    @Override
    public Map<String, Object> provenance() {
        return Map.of();
    }

    @Override
    public void close() {}
}
