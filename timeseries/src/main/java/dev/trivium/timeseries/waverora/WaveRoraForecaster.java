package dev.trivium.timeseries.waverora;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.parameter.Lifetime;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A fitted WaveRoRA. What depends on parameters alone is folded once; a forecast opens a scope of its own, so threads may share it. */
public final class WaveRoraForecaster implements Forecaster {

    private static final int BATCH = 128;

    private final WaveRoraSpec spec;
    private final List<Variable> variables;
    private final String step;
    private final Standardiser standardiser;
    private final Parameters parameters;
    private final WaveRoraNetwork network;
    private final Map<String, Object> provenance;
    private final Scope constants;
    private final WaveRoraNetwork.Folded folded;
    private final Lifetime lifetime = new Lifetime("forecaster");

    WaveRoraForecaster(WaveRoraSpec spec, List<Variable> variables, String step, Standardiser standardiser, Parameters parameters,
            WaveRoraNetwork network, Map<String, Object> provenance) {
        this.spec = spec;
        this.variables = List.copyOf(variables);
        this.step = step;
        this.standardiser = standardiser;
        this.parameters = parameters;
        this.network = network;
        this.provenance = provenance;
        constants = Scope.detached(parameters.compute());
        try (Scope scope = Scope.open(parameters.compute())) {
            folded = network.fold();
            folded.all().forEach(constants::keep);
        }
    }

    @Override
    public WaveRoraSpec spec() {
        return spec;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public Map<String, Object> provenance() {
        return provenance;
    }

    @Override
    public Optional<Standardiser> scaler() {
        return Optional.of(standardiser);
    }

    @Override
    public Forecast predict(SeriesSet history) {
        return lifetime.during(() -> forecast(history));
    }

    private Forecast forecast(SeriesSet history) {
        History before = History.of(history, variables, step, spec.lookback(), spec.horizon());
        float[] inputs = PreparedSeries.filled(standardiser.forwardToFloat(before.rows()), variables.size());
        try (Scope scope = Scope.open(parameters.compute())) {
            List<Tensor> calendar = spec.architecture().quirks().calendarChannels()
                    ? List.of(scope.tensor(CalendarChannels.of(before.rows().time()), 1, spec.lookback(), CalendarChannels.COUNT))
                    : List.of();
            Tensor windows = scope.tensor(inputs, 1, spec.lookback(), variables.size());
            double[] values = standardiser.backward(network.forward(windows, calendar, folded, List.of()).toFloats());
            return new Forecast(SeriesSet.of(before.future(), variables, values));
        }
    }

    @Override
    public Rolling rolling(Windows windows) {
        return lifetime.during(() -> {
            History.check(windows, spec, variables);
            PreparedSeries prepared = new PreparedSeries(windows, standardiser, spec.architecture().quirks().calendarChannels());
            return (from, to) -> lifetime.during(() -> predict(prepared, from, to));
        });
    }

    private double[] predict(PreparedSeries prepared, int from, int to) {
        int size = spec.horizon() * variables.size();
        double[] all = new double[Math.multiplyExact(to - from, size)];
        for (int start = from; start < to; start += BATCH) {
            int[] batch = WaveRoraTrainable.range(start, Math.min(start + BATCH, to));
            try (Scope scope = Scope.open(parameters.compute())) {
                Tensor forecast = network.forward(prepared.inputs(scope, batch), prepared.calendar(scope, batch), folded, List.of());
                double[] values = standardiser.backward(forecast.toFloats());
                System.arraycopy(values, 0, all, (start - from) * size, values.length);
            }
        }
        return all;
    }

    @Override
    public ModelContents contents() {
        return lifetime.during(() -> SavedWaveRora.contents(this));
    }

    String step() {
        return step;
    }

    Standardiser standardiser() {
        return standardiser;
    }

    Parameters parameters() {
        return parameters;
    }

    @Override
    public void close() {
        lifetime.end(() -> {
            constants.close();
            parameters.close();
        });
    }
}
