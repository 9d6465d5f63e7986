package dev.trivium.cli.fuzz;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.stream.GapStream;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.nn.training.NonFiniteLossException;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.timetracker.EarlierStage;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.waverora.Architecture;
import dev.trivium.timeseries.waverora.Decomposition;
import dev.trivium.timeseries.waverora.EncoderSettings;
import dev.trivium.timeseries.waverora.Quirks;
import dev.trivium.timeseries.waverora.Recipe;
import dev.trivium.timeseries.waverora.Variant;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.DoubleStream;

/** Opens each sort of model file and asks it what a user would. */
final class ModelReaders {

    private static final List<String> SMILES = List.of("CCO", "c1ccccc1Cl", "[Na+].CC(=O)[O-]");

    private ModelReaders() {}

    /** Waves of a day, some cells missing. */
    static SeriesSet series(List<Variable> variables, Duration step, int length) {
        double[] values = new double[length * variables.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 17 == 5 ? Double.NaN : 10 + 3 * Math.sin(0.26 * (i / variables.size()) + i % variables.size());
        }
        return SeriesSet.of(TimeAxis.every(step, Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC, length), variables, values);
    }

    static SeriesSet history(int length) {
        return series(List.of(Variable.of("a", "kW"), Variable.of("b"), Variable.of("c", "degC")), Duration.ofHours(1), length);
    }

    private static SeriesSet nodes(int length) {
        return series(List.of(Variable.of("n0", "dB"), Variable.of("n1", "dB"), Variable.of("n2"), Variable.of("n3")), Duration.ofMinutes(15), length);
    }

    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    private interface Asked {
        double[] answer();
    }

    private static Format.Opened opened(Closing model, Asked asked) {
        return new Format.Opened() {
            @Override
            public double[] answer() {
                return asked.answer();
            }

            @Override
            public void close() {
                model.close();
            }
        };
    }

    private static double[] numbers(Forecast forecast) {
        double[] mean = forecast.mean().toArray();
        return forecast.quantiles().map(q -> q.values().stream().flatMapToDouble(v -> DoubleStream.of(v.toArray()))).map(
                quantiles -> DoubleStream.concat(DoubleStream.of(mean), quantiles).toArray()).orElse(mean);
    }

    static Format.Opened forecaster(Path file) throws IOException {
        Forecaster model = Forecaster.load(file, "cpu");
        return opened(model::close, () -> {
            String.valueOf(model.note() + model.spec().toString() + model.provenance());
            return numbers(model.predict(history(Math.max(40, Math.min(3000, model.spec().lookback())))));
        });
    }

    static Format.Opened weights(Path file) throws IOException {
        TimeTracker model = TimeTracker.load(file, "cpu");
        return opened(model::close, () -> {
            String.valueOf(model.origin() + model.provenance());
            return numbers(model.forecast(history(40), 6));
        });
    }

    private static double[] numbers(FilledSeries filled) {
        return java.util.stream.Stream.of(filled.values(), filled.lower(), filled.upper()).flatMapToDouble(s -> DoubleStream.of(s.toArray())).toArray();
    }

    static Format.Opened imputer(Path file) throws IOException {
        Imputer model = Imputer.load(file, "cpu");
        return opened(model::close, () -> {
            String.valueOf(model.note() + model.spec().toString() + model.provenance());
            return numbers(model.fill(nodes(24)));
        });
    }

    static Format.Opened predictor(Path file) throws IOException {
        PropertyPredictor model = PropertyPredictor.load(file, "cpu");
        return opened(model::close, () -> {
            String.valueOf(model.note() + model.spec().toString() + model.provenance());
            model.trainingSpace().ifPresent(space -> String.valueOf(space.size()));
            return model.predict(SMILES).stream().filter(p -> p instanceof Prediction.Made).flatMapToDouble(p -> DoubleStream.of(p.values())).toArray();
        });
    }

    /** A stream of the imputer in another file, which is sound. */
    static Format.Opened stream(Path imputer, Path file) throws IOException {
        Imputer model = Imputer.load(imputer, "cpu");
        try {
            GapStream stream = GapStream.restore(file, model);
            return opened(model::close, () -> numbers(stream.update(new double[] {1, Double.NaN, 3, Double.NaN})));
        } catch (IOException | RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** Goes on with the run of the golden checkpoint to its end. */
    static Format.Opened checkpoint(SeriesSet series, Path file) throws IOException {
        EarlierStage.of(file);
        Architecture small = new Architecture(new Decomposition(Wavelet.SYM3, 2, 4), new EncoderSettings(1, 4, 2, 2, 4, 1, 0),
                Variant.full(), Quirks.published());
        Split split = Split.ratios(series, 0.6, 0.2);
        Forecaster model = refusing(file, () -> new WaveRoraSpec(24, 6, small, new Recipe(1e-3, 2, 2, 32)).fit(split.train(), split.validation(),
                Training.seed(2).withDevice("cpu").withResume(file)));
        return opened(model::close, () -> numbers(model.predict(history(40))));
    }

    private interface Fit {
        Forecaster run() throws IOException;
    }

    /** A checkpoint of another run is refused as an argument, named {@code resume}; one that goes wild, when it has. */
    private static Forecaster refusing(Path file, Fit fit) throws IOException {
        try {
            return fit.run();
        } catch (IllegalArgumentException | NonFiniteLossException e) {
            String message = String.valueOf(e.getMessage());
            if (message.startsWith("resume must ") || message.startsWith("training loss must be finite")) {
                throw new IOException(file + ": " + e.getMessage().substring(0, Math.min(1000, message.length())), e);
            }
            throw e;
        }
    }
}
