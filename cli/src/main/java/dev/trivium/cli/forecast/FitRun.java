package dev.trivium.cli.forecast;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.LogOption;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RecordOption;
import dev.trivium.cli.option.ReportOptions;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.option.SettingOption;
import dev.trivium.cli.option.SplitChoice;
import dev.trivium.cli.option.SplitFacts;
import dev.trivium.cli.page.FittedPage;
import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.Sizes;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.CalibrationFacts;
import dev.trivium.timeseries.search.ForecasterSpaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What commands have in common that fit a model and write it to a file: split, epochs, seed, checkpoint. */
final class FitRun {

    private static final String CHECKPOINT = ".checkpoint";

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the published one for data sets of the catalogue, else 0.7,0.1,0.2.")
    private @Nullable SplitChoice split;

    @Mixin
    private CalibrationOptions calibration = new CalibrationOptions();

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the training windows; the model's own number by default.")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of initial weights, data order and dropout; 1 by default.")
    private long seed = 1;

    @Mixin
    private SettingOption settings = new SettingOption();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unrecorded
    @Option(names = "--resume", paramLabel = "FILE", description = "Go on with an interrupted run; all other options as they were.")
    private @Nullable Path resume;

    @Unrecorded
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the model, such as model.trivium.")
    private Path out = Path.of("");

    @Mixin
    private RecordOption record = new RecordOption();

    @Mixin
    private ReportOptions page = new ReportOptions();

    @Mixin
    private LogOption log = new LogOption();

    @Mixin
    private Outputs outputs = new Outputs();

    @Unrecorded
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    /** {@return whether an option says what only a training in epochs can use} */
    boolean needsEpochs() {
        return epochs != null || resume != null;
    }

    /** {@return the refusal of an option} */
    ParameterException refused(String message) {
        return outputs.refused(message);
    }

    /** {@return the file that the model is written to} */
    Path out() {
        return out;
    }

    /** Refuses files that are in the way, before the work starts. */
    void check() {
        requireFiles(checkpoint());
        calibration.check();
    }

    private Path checkpoint() {
        return out.resolveSibling(out.getFileName() + CHECKPOINT);
    }

    /**
     * Reads the data, fits the model, writes it and tells about it.
     *
     * @param recipe for the data, once they are split
     * @param model what was typed
     */
    void fit(Session session, Function<Split, ForecasterSpec> recipe, String model) throws IOException {
        run.apply();
        DataRead read = data.read(session);
        Split whole = split == null ? SplitChoice.standard(read.series(), read.rule()) : split.split(read.series());
        ForecasterSpec wanted = recipe.apply(whole);
        Report intervals = new Report();
        Split parts = calibration.apply(whole, wanted, intervals);
        ForecasterSpec chosen = chosen(wanted, parts);
        SplitFacts.note(session, parts);
        session.trail().recipe(chosen.name(), chosen);
        SplitReport splitReport = SplitReport.of(parts, chosen);
        Report told = splitReport.describe(read.describe(new Report())).add(intervals);
        told.toErr(session);
        page.described(told);
        try (Forecaster fitted = calibration.calibrated(chosen.fit(parts.train(), parts.validation(), training(session, model)), parts)) {
            record.model(session, out, fitted::save);
            removeCheckpoints(checkpoint());
            if (page.asked()) {
                page.data(SeriesBlocks.of(parts));
                page.write(model + " fitted to " + read.name(), FittedPage.of(FittedText.of(fitted), fitted.note(), fitted.provenance(),
                        "forecast evaluate --model " + out.getFileName() + " " + data.typed()));
            }
            result(session, fitted, model, read, splitReport);
        }
    }

    private ForecasterSpec chosen(ForecasterSpec recipe, Split parts) {
        int series = parts.train().series().width() - recipe.known().size();
        return settings.apply(recipe, () -> ForecasterSpaces.of(recipe, parts.train().to() - parts.train().from(), series));
    }

    private void requireFiles(Path checkpoint) {
        outputs.require("--out", out);
        record.check(outputs);
        page.check(outputs);
        log.check(outputs);
        if (epochs != null && epochs < 1) {
            throw outputs.refused("--epochs must be at least 1, got " + epochs);
        }
        if (resume != null && !Files.isRegularFile(resume)) {
            throw outputs.refused("--resume must be the checkpoint of an interrupted run, got no such file: " + resume);
        }
        if (resume == null && Files.exists(checkpoint) && !outputs.force()) {
            throw outputs.refused(checkpoint + " holds the state of an interrupted run; go on with --resume " + checkpoint
                    + ", or begin anew with --force");
        }
    }

    private Training training(Session session, String model) {
        FitProgress progress = new FitProgress(session, model, "training windows");
        Training training = run.training(seed, epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs))
                .withCheckpoint(checkpoint()).withMonitor(log.logging(page.watching(progress, model + ", seed " + seed), model, seed));
        return resume == null ? training : training.withResume(resume);
    }

    private void removeCheckpoints(Path checkpoint) throws IOException {
        Files.deleteIfExists(checkpoint);
        if (resume != null) {
            Files.deleteIfExists(resume);
        }
    }

    private void result(Session session, Forecaster fitted, String model, DataRead read, SplitReport splitReport) throws IOException {
        Optional<Map<?, ?>> metrics = Optional.ofNullable(fitted.provenance().get("metrics")).map(value -> (Map<?, ?>) value);
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model);
            map.put("file", out.toString());
            map.put("bytes", Files.size(out));
            map.put("lookback", fitted.spec().lookback());
            map.put("horizon", fitted.spec().horizon());
            map.put("seed", seed);
            map.put("metrics", metrics.isPresent() ? metrics.get() : Map.of());
            map.put("data", read.json());
            map.put("split", splitReport.json());
            CalibratedForecaster.intervalsOf(fitted).ifPresent(known -> map.put("intervals", json(known.facts())));
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("fitted", FittedText.of(fitted));
        fitted.note().ifPresent(note -> report.row("note", note));
        CalibratedForecaster.intervalsOf(fitted).ifPresent(known -> report.row("intervals", known.facts().text()));
        report.row("written", out + " (" + Sizes.text(Files.size(out)) + ")");
        page.files().forEach(file -> report.row("written", file.toString()));
        if (!fitted.spec().known().isEmpty()) {
            report.row("note", "to predict, the data go on for " + fitted.spec().horizon() + " rows in which " + String.join(", ", fitted.spec().known())
                    + " are filled and all else is empty");
        }
        report.row("next", CommandName.shown() + " forecast predict --model " + out + " " + data.typed()
                + " --out forecast.csv --chart forecast.svg\n"
                + CommandName.shown() + " forecast evaluate --model " + out + " " + data.typed());
        report.toOut(session);
    }

    private static Map<String, Object> json(CalibrationFacts facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("shares", facts.shares());
        map.put("around", facts.onQuantiles() ? "quantiles" : "mean");
        map.put("windows", facts.windows());
        map.put("from", facts.from());
        map.put("to", facts.to());
        map.put("pooledSeries", facts.pooled());
        return map;
    }
}
