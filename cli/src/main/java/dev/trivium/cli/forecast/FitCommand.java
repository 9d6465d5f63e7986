package dev.trivium.cli.forecast;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.option.SplitChoice;
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
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits a model and writes it to a file. */
@Command(
        name = "fit",
        header = "Fit a model to a series and write it to a file.",
        customSynopsis = "trivium forecast fit --data FILE|NAME --out FILE [OPTIONS]",
        description = {"", "Training rows teach the model, validation rows choose its best epoch; test rows are not looked at.",
            "Ctrl-C saves the state beside the model's file and says how to go on; a resumed run ends in the same bits as one that was not"
                + " interrupted."},
        footer = {"", "Examples",
            "  trivium forecast fit --data sales.csv --lookback 112 --horizon 28 --out sales.trivium",
            "  trivium forecast fit --data plant.csv --time stamp --time-format day-first --decimal , \\",
            "      --columns flow,head --unit flow=m3/h --out plant.trivium",
            "  trivium forecast fit --data ETTh1 --model published:ETTh1 --horizon 96 --out etth1.trivium",
            "Learn from 89 %% of the rows instead of 70 %%:",
            "  trivium forecast fit --data sales.csv --split 0.89,0.1,0.01 --out sales.trivium"})
final class FitCommand implements Callable<Integer> {

    private static final String CHECKPOINT = ".checkpoint";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "waverora",
            description = "${COMPLETION-CANDIDATES}, or published:NAME for the published setting of a data set; waverora by default.",
            completionCandidates = ModelNames.class)
    private String model = "waverora";

    @Mixin
    private Lengths lengths = new Lengths();

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the published one for data sets of the catalogue, else 0.7,0.1,0.2.")
    private @Nullable SplitChoice split;

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the training windows; the model's own number by default.")
    private @Nullable Integer epochs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of initial weights, data order and dropout; 1 by default.")
    private long seed = 1;

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--resume", paramLabel = "FILE", description = "Go on with an interrupted run; all other options as they were.")
    private @Nullable Path resume;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the model, such as model.trivium.")
    private Path out = Path.of("");

    @Mixin
    private Outputs outputs = new Outputs();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        Path checkpoint = out.resolveSibling(out.getFileName() + CHECKPOINT);
        requireFiles(checkpoint);
        ForecasterSpec recipe = lengths.recipe(model);
        requireUse(recipe);
        run.apply();
        DataRead read = data.read(session);
        Split parts = split == null ? SplitChoice.standard(read.series(), read.rule()) : split.split(read.series());
        SplitReport splitReport = SplitReport.of(parts, recipe.lookback(), recipe.horizon());
        splitReport.describe(read.describe(new Report())).toErr(session);
        try (Forecaster fitted = recipe.fit(parts.train(), parts.validation(), training(session, checkpoint))) {
            fitted.save(out);
            removeCheckpoints(checkpoint);
            result(session, fitted, read, splitReport);
        }
        return 0;
    }

    private void requireFiles(Path checkpoint) {
        outputs.require("--out", out);
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

    /** Options that a model would ignore are refused. */
    private void requireUse(ForecasterSpec recipe) {
        if (recipe instanceof TimeTrackerSpec) {
            throw outputs.refused("--model must be one that is fitted, got " + model + ", which is used as it is: trivium forecast predict --model"
                    + " timetracker --horizon H");
        }
        if (!NamedForecasters.hasEpochs(recipe.name()) && (epochs != null || resume != null)) {
            throw outputs.refused("--epochs and --resume must be used with a model that is trained in epochs, got " + model);
        }
        if (lengths.season() != 0 && !(recipe instanceof SeasonalNaiveSpec)) {
            throw outputs.refused("--season must be used with seasonal-naive, got " + model);
        }
    }

    private Training training(Session session, Path checkpoint) {
        Training training = run.training(seed, epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs))
                .withCheckpoint(checkpoint).withMonitor(new FitProgress(session, model, "training windows"));
        return resume == null ? training : training.withResume(resume);
    }

    private void removeCheckpoints(Path checkpoint) throws IOException {
        Files.deleteIfExists(checkpoint);
        if (resume != null) {
            Files.deleteIfExists(resume);
        }
    }

    private void result(Session session, Forecaster fitted, DataRead read, SplitReport splitReport) throws IOException {
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
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("fitted", FittedText.of(fitted));
        fitted.note().ifPresent(note -> report.row("note", note));
        report.row("written", out + " (" + Sizes.text(Files.size(out)) + ")");
        report.row("next", CommandName.shown() + " forecast predict --model " + out + " " + data.typed()
                + " --out forecast.csv --chart forecast.svg\n"
                + CommandName.shown() + " forecast evaluate --model " + out + " " + data.typed());
        report.toOut(session);
    }
}
