package dev.trivium.timeseries.interval;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Any fitted forecaster, with calibrated intervals: its forecasts carry them as quantiles, in place of its own if it has any, and its file keeps
 * them. The mean is the model's. Closing it closes the model.
 */
public final class CalibratedForecaster implements Forecaster {

    private final Forecaster base;
    private final ForecastIntervals intervals;

    CalibratedForecaster(Forecaster base, ForecastIntervals intervals) {
        this.base = base;
        this.intervals = intervals;
    }

    /**
     * Calibrates a model, which this takes over.
     *
     * @param model fitted, without the rows of the view; of a calibrated one the model inside is calibrated anew
     * @param view one run of rows
     * @param shares of values that intervals shall hold, such as {@link ForecastIntervals#STANDARD_SHARES}
     * @throws IllegalArgumentException if the view has other columns than the model, or too few windows for the largest share
     */
    public static CalibratedForecaster of(Forecaster model, CalibrationView view, List<Double> shares) {
        return with(model, ForecastIntervals.calibrate(model, view, shares));
    }

    /** {@return a model with intervals that were calibrated on its forecasts} */
    public static CalibratedForecaster with(Forecaster model, ForecastIntervals intervals) {
        Forecaster base = baseOf(model);
        if (intervals.reach().steps() != base.spec().horizon() || intervals.reach().series() != base.variables().size()) {
            throw new IllegalArgumentException("intervals must be of the " + base.spec().horizon() + " steps and " + base.variables().size()
                    + " series of the model, got " + intervals.reach().steps() + " and " + intervals.reach().series());
        }
        return new CalibratedForecaster(base, intervals);
    }

    /** {@return the model inside a calibrated one; any other model itself} */
    public static Forecaster baseOf(Forecaster model) {
        return model instanceof CalibratedForecaster calibrated ? calibrated.base : model;
    }

    /** {@return the intervals of a calibrated model; empty for any other} */
    public static Optional<ForecastIntervals> intervalsOf(Forecaster model) {
        return model instanceof CalibratedForecaster calibrated ? Optional.of(calibrated.intervals) : Optional.empty();
    }

    /** {@return the intervals} */
    public ForecastIntervals intervals() {
        return intervals;
    }

    @Override
    public ForecasterSpec spec() {
        return base.spec();
    }

    @Override
    public Optional<Standardiser> scaler() {
        return base.scaler();
    }

    @Override
    public List<Variable> variables() {
        return base.variables();
    }

    @Override
    public Map<String, Object> provenance() {
        return base.provenance();
    }

    @Override
    public Optional<String> note() {
        return base.note();
    }

    @Override
    public Forecast predict(SeriesSet history) {
        Forecast forecast = base.predict(history);
        List<Double> levels = forecast.quantiles().map(ForecastQuantiles::levels).orElse(List.of());
        return withEnds(forecast, intervals.around(said(forecast), levels));
    }

    /**
     * A forecast whose intervals go on learning: from the rows of the history after those that they were calibrated on, as in
     * {@link AdaptiveForecastIntervals}. The model answers every row of both once more, so it takes longer than {@link #predict}.
     *
     * @param history with the calibration rows ({@link CalibrationFacts#from}), found by their time stamps, and what came after
     * @return the forecast of {@link #predict} with these intervals
     * @throws IllegalArgumentException if the calibration rows are not in the history, or there can be no such intervals, see
     *     {@link Calibration#canAdapt}
     */
    public Forecast predictAdaptively(SeriesSet history) {
        Forecast forecast = base.predict(history);
        return withEnds(forecast, FollowedHistory.of(base, intervals.facts(), history).around(said(forecast)));
    }

    private static WindowForecasts said(Forecast forecast) {
        return new WindowForecasts(forecast.mean().toArray(),
                forecast.quantiles().map(q -> q.values().stream().map(SeriesSet::toArray).toList()).orElse(List.of()));
    }

    private Forecast withEnds(Forecast forecast, WindowForecasts around) {
        SeriesSet mean = forecast.mean();
        List<SeriesSet> values = new ArrayList<>();
        around.quantiles().forEach(ends -> values.add(SeriesSet.of(mean.time(), mean.variables(), ends)));
        return new Forecast(mean, Optional.of(new ForecastQuantiles(intervals.levels(), values)), forecast.filledCells());
    }

    @Override
    public Rolling rolling(Windows windows) {
        Rolling rolling = base.rolling(windows);
        return new Rolling() {
            @Override
            public double[] predict(int from, int to) {
                return rolling.predict(from, to);
            }

            @Override
            public List<Double> levels() {
                return intervals.levels();
            }

            @Override
            public WindowForecasts forecast(int from, int to) {
                return intervals.around(rolling.forecast(from, to), rolling.levels());
            }
        };
    }

    @Override
    public ModelContents contents() {
        return SavedIntervals.with(base.contents(), intervals);
    }

    @Override
    public void close() {
        base.close();
    }
}
