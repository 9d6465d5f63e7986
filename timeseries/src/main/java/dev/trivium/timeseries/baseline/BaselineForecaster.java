package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fitted baseline: its rule, and what it was fitted on. Immutable but for being closed. */
final class BaselineForecaster implements Forecaster {

    private final ForecasterSpec spec;
    private final TrainedOn trainedOn;
    private final List<Variable> targets;
    private final Rule rule;
    private final Map<String, Object> provenance;
    private volatile boolean closed;

    BaselineForecaster(ForecasterSpec spec, TrainedOn trainedOn, Rule rule, Map<String, Object> provenance) {
        this.spec = spec;
        this.trainedOn = trainedOn;
        targets = trainedOn.targets();
        this.rule = rule;
        this.provenance = provenance;
    }

    @Override
    public ForecasterSpec spec() {
        return spec;
    }

    @Override
    public List<Variable> variables() {
        return targets;
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    @Override
    public Optional<String> note() {
        return rule.note();
    }

    @Override
    public Optional<Standardiser> scaler() {
        return Optional.of(trainedOn.standardiser());
    }

    @Override
    public Forecast predict(SeriesSet history) {
        requireOpen();
        Lookback lookback = Lookback.of(history, trainedOn, spec);
        double[] values = new double[spec.horizon() * targets.size()];
        rule.over(lookback.rows()).forecast(spec.lookback(), values, 0);
        return new Forecast(SeriesSet.of(lookback.future(), targets, values));
    }

    @Override
    public Rolling rolling(Windows windows) {
        requireOpen();
        History.check(windows, spec, trainedOn.columns());
        Rule.Steps steps = rule.over(FilledRows.of(windows.series(), trainedOn.standardiser()));
        int size = spec.horizon() * targets.size();
        return (from, to) -> {
            requireOpen();
            double[] all = new double[(to - from) * size];
            for (int i = from; i < to; i++) {
                steps.forecast(windows.origin(i), all, (i - from) * size);
            }
            return all;
        };
    }

    @Override
    public ModelContents contents() {
        requireOpen();
        return SavedBaseline.contents(this);
    }

    TrainedOn trainedOn() {
        return trainedOn;
    }

    Rule rule() {
        return rule;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("forecaster must be open, got one that was closed");
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
