package dev.trivium.timeseries.golden;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingCancelledException;
import dev.trivium.nn.wavelet.Wavelet;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.DriftSpec;
import dev.trivium.timeseries.baseline.LastValueSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import dev.trivium.timeseries.timetracker.DecoderSwitches;
import dev.trivium.timeseries.timetracker.ExpertSettings;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import dev.trivium.timeseries.timetracker.Tiny;
import dev.trivium.timeseries.waverora.Architecture;
import dev.trivium.timeseries.waverora.Decomposition;
import dev.trivium.timeseries.waverora.EncoderSettings;
import dev.trivium.timeseries.waverora.Quirks;
import dev.trivium.timeseries.waverora.Recipe;
import dev.trivium.timeseries.waverora.Variant;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wrote the golden files of this module; run by hand, never by the build, and only for names that do not exist yet.
 *
 * <p>Arguments: the folder, then the generation that the names end in ({@code waverora-1.trivium}). A file that is there is left alone.
 */
public final class WriteGoldenForecasters {

    private static final int LOOKBACK = 24;
    private static final int HORIZON = 6;
    private static final int KEPT = 40;

    private final Path folder;
    private final String generation;
    private final SeriesSet series = Signals.season(300);

    private WriteGoldenForecasters(Path folder, String generation) {
        this.folder = folder;
        this.generation = generation;
    }

    /** Writes what is not there. */
    public static void main(String[] arguments) throws IOException {
        WriteGoldenForecasters writer = new WriteGoldenForecasters(Path.of(arguments[0]), arguments[1]);
        for (Map.Entry<String, ForecasterSpec> each : specs().entrySet()) {
            writer.write(each.getKey(), each.getValue());
        }
        writer.writeWeights();
        writer.writeCheckpoint();
    }

    static WaveRoraSpec waverora(int width) {
        Architecture small = new Architecture(new Decomposition(Wavelet.SYM3, 2, width), new EncoderSettings(1, width, 2, 2, width, 1, 0),
                Variant.full(), Quirks.published());
        return new WaveRoraSpec(LOOKBACK, HORIZON, small, new Recipe(1e-3, 2, 2, 32));
    }

    private static TimeTrackerSettings timetracker() {
        ExpertSettings experts = new ExpertSettings(1, 3, 2, 8, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, false);
        return new TimeTrackerSettings(4, 8, 2, 2, experts, 0, 12, List.of(0.1, 0.5, 0.9), DecoderSwitches.standard());
    }

    private static Map<String, ForecasterSpec> specs() {
        Map<String, ForecasterSpec> specs = new TreeMap<>();
        specs.put("waverora", waverora(8));
        specs.put("timetracker-tuned", TimeTrackerSpec.fineTuned(LOOKBACK, HORIZON, FineTuning.standard().withEpochs(2, 2).withBatch(32))
                .with(new Start.Random(timetracker())));
        specs.put("last-value", new LastValueSpec(LOOKBACK, HORIZON));
        specs.put("drift", new DriftSpec(LOOKBACK, HORIZON));
        specs.put("seasonal-naive", new SeasonalNaiveSpec(LOOKBACK, HORIZON));
        specs.put("linear", new LinearSpec(LOOKBACK, HORIZON));
        specs.put("boosted-trees", new BoostedTreesSpec(LOOKBACK, HORIZON));
        return specs;
    }

    private Path file(String name) {
        return folder.resolve(name + "-" + generation + ".trivium");
    }

    private Split split() {
        return Split.ratios(series, 0.6, 0.2);
    }

    /** The rows that the answers are asked for, with two cells missing. */
    static SeriesSet history(SeriesSet series) {
        return Signals.change(series.rows(0, KEPT), (t, s, value) -> t == KEPT - 3 && s != 1 ? Double.NaN : value);
    }

    private void write(String name, ForecasterSpec spec) throws IOException {
        if (Files.exists(file(name))) {
            return;
        }
        try (Forecaster model = spec.fit(split().train(), split().validation(), Training.seed(1).withDevice("cpu"))) {
            model.save(file(name));
            answer(name, "forecaster", model.predict(history(series)), List.of(spec.name(), Integer.toString(LOOKBACK), Integer.toString(HORIZON)));
        }
    }

    private void writeWeights() throws IOException {
        if (Files.exists(file("timetracker"))) {
            return;
        }
        try (TimeTracker tracker = Tiny.tracker(timetracker())) {
            tracker.save(file("timetracker"));
            answer("timetracker", "weights", tracker.forecast(history(series), HORIZON), List.of());
        }
    }

    /** The state after one of two epochs; the answer is that of the whole run, to which it goes on. */
    private void writeCheckpoint() throws IOException {
        if (Files.exists(file("checkpoint"))) {
            return;
        }
        Path moved = file("checkpoint");
        Training first = Training.seed(2).withDevice("cpu");
        StopAfter stop = new StopAfter(7);
        try {
            waverora(4).fit(split().train(), split().validation(), first.withCheckpoint(moved).withMonitor(stop)).close();
            throw new IllegalStateException("the run must be stopped");
        } catch (TrainingCancelledException e) {
            // as wanted: the checkpoint is there
        }
        try (Forecaster model = waverora(4).fit(split().train(), split().validation(), first)) {
            answer("checkpoint", "checkpoint", model.predict(history(series)), List.of());
        }
    }

    private void answer(String name, String reader, Forecast forecast, List<String> spec) throws IOException {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reader", reader);
        answer.put("spec", spec);
        answer.put("history", GoldenJson.describe(reader.equals("checkpoint") ? series : history(series)));
        answer.put("asked", KEPT);
        answer.put("mean", GoldenJson.values(forecast.mean().toArray()));
        Map<String, Object> quantiles = new LinkedHashMap<>();
        forecast.quantiles().ifPresent(q -> q.levels().forEach(level -> quantiles.put(level.toString(), GoldenJson.values(q.at(level).toArray()))));
        answer.put("quantiles", quantiles);
        Path file = folder.resolve(name + "-" + generation + ".json");
        Files.writeString(file, GoldenJson.JSON.writeValueAsString(answer) + "\n");
    }
}
