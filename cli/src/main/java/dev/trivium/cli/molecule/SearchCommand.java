package dev.trivium.cli.molecule;

import dev.trivium.cli.option.MoleculeCalibration;
import dev.trivium.cli.option.MoleculeOptions;
import dev.trivium.cli.option.MoleculeSource;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.search.MoleculesFile;
import dev.trivium.cli.search.SearchOptions;
import dev.trivium.cli.search.SearchRun;
import dev.trivium.cli.search.SearchTask;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.molgraphxlstm.EnsembleSpec;
import dev.trivium.molecular.search.PredictorSpaces;
import dev.trivium.molecular.search.ValidationError;
import dev.trivium.molecular.split.MoleculeSplit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for the hyper-parameters of a property predictor. */
@Command(
        name = "search",
        header = "Search for a model's best settings by its validation score.",
        customSynopsis = "trivium molecule search --data FILE|NAME --target COLUMN[,COLUMN…] --out FOLDER [--model MODEL] [OPTIONS]",
        description = {"", "Every trial fits the model on the training molecules, in a process of its own, and scores it on the validation molecules; test"
                + " molecules are given to no trial. The standard recipe is the first one. A search that was stopped goes on when the command is repeated."},
        footer = {"", "Examples",
            "  trivium molecule search --data solubility.csv --target logS --trials 30 --out sol-search",
            "  trivium molecule search --data ESOL --model random-forest --out esol-search --best esol.trivium",
            "  trivium molecule search --data assays.csv --target hERG --split scaffold --sampler halving --trials 27 --epochs 45 \\",
            "      --jobs 2 --memory 6g --out herg-search",
            "  trivium molecule search --data ESOL --out esol-search --show-space"})
final class SearchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MoleculeOptions data = new MoleculeOptions();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "molgraph-xlstm",
            description = "molgraph-xlstm (default), random-forest, random-forest-ecfp4, boosted-trees, or published:NAME.")
    private String model = "molgraph-xlstm";

    @Option(names = "--task", paramLabel = "KIND", converter = RecipeOptions.Kinds.class,
            description = "regression or classification; by default classification where every training and validation label is 0 or 1.")
    private @Nullable TaskKind task;

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        options.check();
        if (!model.startsWith("published:")) {
            recipe(TaskKind.REGRESSION); // what is wrong with the name is said before the data are read
        }
        MoleculeSource source = data.read(session, List.of());
        OptionalDouble kept = options.calibration(source.split().validation().set().size(), 2);
        MoleculeSplit split = kept.isPresent() ? source.split().withCalibration(kept.getAsDouble(), data.splitSeed()) : source.split();
        split.calibration().ifPresent(apart -> options.requireIntervals(MoleculeCalibration.labelled(apart.set()), MoleculeCalibration.fewest()));
        MoleculeSet train = split.train().set();
        MoleculeSet validation = split.validation().set();
        TaskKind kind = Optional.ofNullable(task).or(source::stated).orElseGet(() -> TaskKind.inferred(List.of(train, validation)));
        PropertyPredictorSpec standard = recipe(kind);
        kind.check(split.train(), split.validation());
        Report report = new Report();
        new SourceReport(source, kind, task == null && source.stated().isEmpty()).describe(report);
        report.row("searched", split.toString()).toErr(session);
        ValidationError error = new ValidationError(kind, split.train(), split.validation());
        SearchTask search = new SearchTask("molecule", model, MoleculeTrial.describe(model, kind), PredictorSpaces.of(standard),
                PredictorSpaces.epochs(standard), error.name(), String.format(Locale.ROOT, "%,d validation molecules", validation.size()),
                train.sha256() + "-" + validation.sha256(), folder -> MoleculesFile.write(folder, new MoleculesFile.Content(train, validation)),
                data.typed(), List.of(), words());
        return new SearchRun(session, options, run, search).call();
    }

    private PropertyPredictorSpec recipe(TaskKind kind) {
        try {
            PropertyPredictorSpec recipe = NamedPredictors.of(model, kind);
            PredictorSpaces.of(recipe);
            if (recipe instanceof EnsembleSpec) {
                throw new IllegalArgumentException("model must be a single network; search molgraph-xlstm, then fit the ensemble with the same --set, got "
                        + model);
            }
            return recipe;
        } catch (IllegalArgumentException e) {
            throw options.refused("--" + e.getMessage());
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("--model", model));
        if (task != null) {
            words.addAll(List.of("--task", task.name().toLowerCase(Locale.ROOT)));
        }
        return words;
    }
}
