package dev.trivium.cli.audit;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens in good faith: a forecaster that smooths the series first, with a moving average whose middle is the row, and then says the last
 * smoothed value again. The average of the last row of the look-back holds rows of the target.
 */
record PeekingSpec(int lookback, int horizon, int reach) implements ForecasterSpec {

    @Override
    public String name() {
        return "smoothed-last-value";
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        return new Smoothed(this, train.series().variables(), train.series().sha256());
    }

    private record Smoothed(PeekingSpec spec, List<Variable> variables, String trained) implements Forecaster {

        private double smooth(SeriesSet series, int row, int s) {
            double sum = 0;
            int count = 0;
            for (int t = Math.max(0, row - spec.reach); t <= Math.min(series.length() - 1, row + spec.reach); t++) {
                sum += series.value(t, s);
                count++;
            }
            return sum / count;
        }

        @Override
        public Forecast predict(SeriesSet history) {
            double[] values = new double[spec.horizon * variables.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = smooth(history, history.length() - 1, i % variables.size());
            }
            return new Forecast(SeriesSet.of(history.time().after(spec.horizon), variables, values), Optional.empty(), 0);
        }

        @Override
        public Rolling rolling(Windows windows) {
            int size = spec.horizon * variables.size();
            return (from, to) -> {
                double[] values = new double[(to - from) * size];
                for (int i = 0; i < values.length; i++) {
                    values[i] = smooth(windows.series(), windows.origin(from + i / size) - 1, i % variables.size());
                }
                return values;
            };
        }

        @Override
        public Map<String, Object> provenance() {
            return Map.of("data", Map.of("sha256", trained));
        }

        @Override
        public void save(Path file) {
            throw new UnsupportedOperationException("smoothed-last-value has no file");
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
