package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.ForecastQuantiles;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.WindowForecasts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A forecaster that says the last value and, if it has levels, quantiles around it that are far too narrow; and series to try it on. */
record Stated(int lookback, int horizon, List<Variable> variables, List<Double> levels) implements ForecasterSpec, Forecaster {

    static Stated of(SeriesSet series, int horizon, Double... levels) {
        return new Stated(4, horizon, series.variables(), List.of(levels));
    }

    /** Noise around a level of zero, whose size may change: a last value of zero in every other row keeps forecasts at zero. */
    static SeriesSet noise(int length, int width, long seed, java.util.function.IntToDoubleFunction size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[length * width];
        Arrays.setAll(values, i -> (i % width + 1) * size.applyAsDouble(i / width) * (random.nextDouble() + random.nextDouble() - 1));
        List<Variable> variables = new ArrayList<>();
        for (int s = 0; s < width; s++) {
            variables.add(Variable.of("s" + s));
        }
        return SeriesSet.of(TimeAxis.every(Duration.ofHours(1), Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, length), variables, values);
    }

    @Override
    public String name() {
        return "stated";
    }

    @Override
    public ForecasterSpec spec() {
        return this;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        return this;
    }

    private double mean(SeriesSet series, int end, int s) {
        double sum = 0;
        for (int t = end - lookback; t < end; t++) {
            sum += series.value(t, s);
        }
        return 0.01 * sum / lookback; // hardly more than zero, but of the look-back
    }

    private double quantile(double level, double mean, int s) {
        return mean + 0.2 * (s + 1) * (level - 0.5);
    }

    @Override
    public Forecast predict(SeriesSet history) {
        TimeAxis time = history.time().after(horizon);
        WindowForecasts one = forecast(history, new int[] {history.length()});
        SeriesSet mean = SeriesSet.of(time, variables, one.mean());
        return levels.isEmpty() ? new Forecast(mean) : new Forecast(mean,
                new ForecastQuantiles(levels, one.quantiles().stream().map(values -> SeriesSet.of(time, variables, values)).toList()));
    }

    private WindowForecasts forecast(SeriesSet series, int[] origins) {
        int width = variables.size();
        double[] mean = new double[origins.length * horizon * width];
        Arrays.setAll(mean, i -> mean(series, origins[i / (horizon * width)], i % width));
        List<double[]> quantiles = new ArrayList<>();
        for (double level : levels) {
            double[] values = new double[mean.length];
            Arrays.setAll(values, i -> quantile(level, mean[i], i % width));
            quantiles.add(values);
        }
        return new WindowForecasts(mean, quantiles);
    }

    @Override
    public Rolling rolling(Windows windows) {
        List<Double> own = levels;
        return new Rolling() {
            @Override
            public double[] predict(int from, int to) {
                return forecast(from, to).mean();
            }

            @Override
            public List<Double> levels() {
                return own;
            }

            @Override
            public WindowForecasts forecast(int from, int to) {
                int[] origins = new int[to - from];
                Arrays.setAll(origins, i -> windows.origin(from + i));
                return Stated.this.forecast(windows.series(), origins);
            }
        };
    }

    @Override
    public Map<String, Object> provenance() {
        return Map.of();
    }

    @Override
    public void close() {}
}
