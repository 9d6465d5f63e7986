package dev.trivium.cli.molecule;

import dev.trivium.cli.option.LogOption;
import dev.trivium.cli.option.MoleculeCalibration;
import dev.trivium.cli.option.MoleculeOptions;
import dev.trivium.cli.option.MoleculeSource;
import dev.trivium.cli.option.Outputs;
import dev.trivium.cli.option.RecordOption;
import dev.trivium.cli.option.ReportOptions;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.page.FittedPage;
import dev.trivium.cli.page.Molecules;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.CommandName;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Json;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.cli.terminal.Sizes;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        header = "Fit a model to molecules with labels and write it to a file.",
        customSynopsis = "trivium molecule fit --data FILE|NAME --target COLUMN[,COLUMN…] --out FILE [OPTIONS]",
        description = {"", "Training molecules teach the model, validation molecules choose its best epoch; test molecules are not looked at."
                + " A row that is no molecule is left out and counted. Half of the validation molecules are set apart to calibrate intervals (sets of"
                + " labels in classification) that hold 80 and 95 %% of the true values of molecules like them.",
            "Ctrl-C saves the state beside the model's file and says how to go on; a resumed run ends in the same bits as one that was not"
                + " interrupted."},
        footer = {"", "Examples",
            "  trivium molecule fit --data solubility.csv --smiles smiles --target logS --out sol.trivium",
            "  trivium molecule fit --data assays.csv --target hERG,AMES --split scaffold --ensemble 5 \\",
            "      --out assays.trivium",
            "  trivium molecule fit --data library.sdf --target pIC50 --model random-forest --out forest.trivium",
            "Learn from 90 %% of the rows instead of 80 %%:",
            "  trivium molecule fit --data solubility.csv --target logS --shares 0.9,0.1,0 --out all.trivium"})
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MoleculeOptions data = new MoleculeOptions();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "molgraph-xlstm", completionCandidates = ModelNames.class,
            description = "${COMPLETION-CANDIDATES}, or published:NAME for the published setting of a data set; molgraph-xlstm by default.")
    private String model = "molgraph-xlstm";

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private MoleculeCalibration calibration = new MoleculeCalibration();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of initial weights, data order and dropout; 1 by default.")
    private long seed = 1;

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

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        Checkpoints checkpoints = Checkpoints.of(out, resume);
        outputs.require("--out", out);
        record.check(outputs);
        page.check(outputs);
        log.check(outputs);
        recipe.check();
        calibration.check();
        checkpoints.require(outputs);
        run.apply();
        MoleculeSource read = data.read(session, List.of());
        TaskKind kind = recipe.task().or(read::stated).orElseGet(() -> TaskKind.inferred(read.parts()));
        PropertyPredictorSpec chosen = recipe.recipe(model, kind);
        session.trail().recipe(chosen.name(), chosen);
        kind.check(read.split().train(), read.split().validation());
        if (resume != null && !NamedPredictors.hasEpochs(chosen.name())) {
            throw outputs.refused("--resume must be used with a model that is trained in epochs, got " + model);
        }
        Report intervals = new Report();
        MoleculeCalibration.Calibrated source = calibration.apply(session, read, data.splitSeed(), intervals);
        SourceReport sourceReport = new SourceReport(source.source(), kind, recipe.task().isEmpty() && read.stated().isEmpty());
        Report report = new Report();
        sourceReport.describe(report);
        report.add(intervals).toErr(session);
        page.described(report);
        MoleculeSplit split = source.source().split();
        try (PropertyPredictor fitted = chosen.fit(split, training(session, chosen, checkpoints), source.shares())) {
            record.model(session, out, fitted::save);
            checkpoints.remove();
            if (page.asked()) {
                page.data(List.of(Molecules.parts(split)));
                page.write(model + " fitted to " + read.name(), FittedPage.of(FittedText.of(fitted), fitted.note(), fitted.provenance(),
                        "molecule evaluate --model " + out.getFileName() + " " + data.typed()));
            }
            result(session, fitted, sourceReport);
        }
        return 0;
    }

    private Training training(Session session, PropertyPredictorSpec chosen, Checkpoints checkpoints) {
        OptionalInt epochs = recipe.epochs().map(OptionalInt::of).orElse(OptionalInt.empty());
        return checkpoints.in(run.training(seed, epochs)
                .withMonitor(log.logging(page.watching(new FitProgress(session, chosen.name(), "training molecules", recipe.networks(chosen)),
                        chosen.name() + ", seed " + seed), chosen.name(), seed)));
    }

    private void result(Session session, PropertyPredictor fitted, SourceReport source) throws IOException {
        if (json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("model", model);
            map.put("file", out.toString());
            map.put("bytes", Files.size(out));
            map.put("seed", seed);
            map.put("metrics", FittedText.metrics(fitted));
            fitted.intervals().ifPresent(intervals -> map.put("intervals", Map.of("shares", intervals.shares(), "notes", intervals.notes())));
            map.put("data", source.json());
            Json.print(session, map);
            return;
        }
        Report report = new Report().row("fitted", FittedText.of(fitted));
        if (FittedText.metrics(fitted).get("train.refused") instanceof Number refused && refused.intValue() > 0) {
            report.row("left out", refused.intValue() + " training rows that are no molecules; trivium molecule predict names the reason of each");
        }
        fitted.note().ifPresent(note -> report.row("note", note));
        fitted.intervals().ifPresent(intervals -> FittedText.intervals(intervals, report));
        report.row("written", out + " (" + Sizes.text(Files.size(out)) + ")");
        page.files().forEach(file -> report.row("written", file.toString()));
        report.row("next", CommandName.shown() + " molecule predict --model " + out + " --data YOUR.csv --out answers.csv\n"
                + CommandName.shown() + " molecule evaluate --model " + out + " " + data.typed());
        report.toOut(session);
    }
}
