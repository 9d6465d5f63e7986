package dev.trivium.cli.impute;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.LogOption;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RecordOption;
import dev.trivium.cli.option.ReportOptions;
import dev.trivium.cli.option.RunOptions;
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
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits an imputer and writes it to a file. */
@Command(
        name = "fit",
        header = "Fit an imputer to series with gaps and write it to a file.",
        customSynopsis = "trivium impute fit --data FILE|NAME --out FILE [OPTIONS]",
        description = {"", "The first rows teach the model to fill values that it hides from itself; by the rows after them the best epoch is"
                + " chosen, and on the last ones, which choose nothing, the intervals are calibrated. Gaps in the data are no trouble: they are never taken for values.",
            "Ctrl-C saves the state beside the model's file and says how to go on; a resumed run ends in the same bits as one that was not"
                + " interrupted."},
        footer = {"", "Examples",
            "  trivium impute fit --data cells.csv --out cells.trivium",
            "  trivium impute fit --data motes.csv --nodes . --window 48 --out motes.trivium",
            "  trivium impute fit --data cells.csv --model linear --out linear.trivium",
            "Keep the last fifth of the rows away from the fit:",
            "  trivium impute fit --data cells.csv --split 0.7,0.1,0.2 --out cells.trivium"})
final class FitCommand implements Callable<Integer> {

    private static final String CHECKPOINT = ".checkpoint";
    private static final double TRAINING_SHARE = 0.8;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the first 80 %% to learn from, the last 20 %% to choose by, none kept for a test.")
    private @Nullable SplitChoice split;

    @Mixin
    private CalibrationOptions calibration = new CalibrationOptions();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of initial weights, windows and what is hidden; 1 by default.")
    private long seed = 1;

    @Mixin
    private RunOptions run = new RunOptions();

    @Unrecorded
    @Option(names = "--resume", paramLabel = "FILE", description = "Go on with an interrupted run; all other options as they were.")
    private @Nullable Path resume;

    @Unrecorded
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the imputer, such as cells.trivium.")
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

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        Path checkpoint = out.resolveSibling(out.getFileName() + CHECKPOINT);
        requireFiles(checkpoint);
        calibration.check();
        run.apply();
        DataRead read = data.read(session);
        ImputerSpec method = recipe.recipe(read.series());
        requireUse(method);
        Report intervals = new Report();
        Split parts = calibration.apply(split == null ? Split.withoutTest(read.series(), TRAINING_SHARE) : split.split(read.series()), intervals);
        Report told = Unobserved.note(read.describe(new Report()).row("split", parts.describe()).add(intervals), read.series(), parts.train().from(),
                parts.train().to(), "the training rows");
        told.toErr(session);
        page.described(told);
        SplitFacts.note(session, parts);
        session.trail().recipe(method.name(), method);
        try (Imputer fitted = method.fit(parts, training(session, checkpoint))) {
            record.model(session, out, fitted::save);
            Files.deleteIfExists(checkpoint);
            if (resume != null) {
                Files.deleteIfExists(resume);
            }
            if (page.asked()) {
                page.data(SeriesBlocks.of(parts));
                page.write(recipe.model() + " fitted to " + read.name(), FittedPage.of(FittedText.of(fitted), fitted.note(), fitted.provenance(),
                        "impute evaluate --model " + recipe.model() + " " + data.typed()));
            }
            result(session, fitted, read);
        }
        return 0;
    }

    private void requireFiles(Path checkpoint) {
        outputs.require("--out", out);
        record.check(outputs);
        page.check(outputs);
        log.check(outputs);
        if (resume != null && !Files.isRegularFile(resume)) {
            throw outputs.refused("--resume must be the checkpoint of an interrupted run, got no such file: " + resume);
        }
        if (resume == null && Files.exists(checkpoint) && !outputs.force()) {
            throw outputs.refused(checkpoint + " holds the state of an interrupted run; go on with --resume " + checkpoint
                    + ", or begin anew with --force");
        }
    }

    private void requireUse(ImputerSpec method) {
        if (!NamedImputers.hasEpochs(method.name()) && resume != null) {
            throw outputs.refused("--resume must be used with a model that is trained in epochs, got " + method.name());
        }
    }

    private Training training(Session session, Path checkpoint) {
        Training training = run.training(seed, recipe.epochs()).withCheckpoint(checkpoint)
                .withMonitor(log.logging(page.watching(new FitProgress(session, recipe.model(), "training windows"), recipe.model() + ", seed " + seed),
                        recipe.model(), seed));
        return resume == null ? training : training.withResume(resume);
    }

    private void result(Session session, Imputer fitted, DataRead read) throws IOException {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", recipe.model());
            map.put("file", out.toString());
            map.put("bytes", Files.size(out));
            map.put("seed", seed);
            map.put("metrics", fitted.provenance().getOrDefault("metrics", Map.of()));
            map.put("data", read.json());
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("fitted", FittedText.of(fitted));
        fitted.note().ifPresent(note -> report.row("note", note));
        report.row("written", out + " (" + Sizes.text(Files.size(out)) + ")");
        page.files().forEach(file -> report.row("written", file.toString()));
        report.row("next", CommandName.shown() + " impute predict --model " + out + " " + data.typed() + " --out filled.csv --chart filled.svg");
        report.toOut(session);
    }
}
