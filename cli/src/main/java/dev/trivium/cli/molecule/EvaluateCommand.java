package dev.trivium.cli.molecule;

import dev.trivium.cli.option.CardOptions;
import dev.trivium.cli.option.MoleculeCalibration;
import dev.trivium.cli.option.MoleculeOptions;
import dev.trivium.cli.option.MoleculeSource;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.page.Molecules;
import dev.trivium.cli.page.TestMolecules;
import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.evaluation.property.PropertyCard;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.backtest.Comparison;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores a model on test molecules, beside simple methods. */
@Command(
        name = "evaluate",
        header = "Score a model on test molecules, beside the mean of the training labels and simple methods.",
        customSynopsis = "trivium molecule evaluate --data FILE|NAME [--model NAME|FILE] [OPTIONS]",
        description = {"", "A model given by name is fitted on the training molecules, once per seed; one given as a file is scored as it is."
                + " Random forest and boosted trees on fingerprints always stand beside it. A test molecule that is not scored is named with the"
                + " reason."},
        footer = {"", "Examples",
            "  trivium molecule evaluate --data solubility.csv --target logS --split scaffold --seeds 1,2,3",
            "  trivium molecule evaluate --data solubility.csv --model solubility.trivium --out card.txt",
            "  trivium molecule evaluate --data BBBP --model random-forest --split scaffold-balanced --split-seed 7",
            "  trivium molecule evaluate --data train.csv --validation valid.csv --test test.csv \\",
            "      --target logS --json > card.json"})
final class EvaluateCommand implements Callable<Integer> {

    private static final String EXTENSION = ".trivium";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private MoleculeOptions data = new MoleculeOptions();

    @Reads
    @Option(names = "--model", paramLabel = "NAME|FILE", defaultValue = "molgraph-xlstm", completionCandidates = ModelNames.class,
            description = "${COMPLETION-CANDIDATES}, published:NAME, or a file that trivium molecule fit wrote; molgraph-xlstm by default.")
    private String model = "molgraph-xlstm";

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Mixin
    private MoleculeCalibration calibration = new MoleculeCalibration();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1", description = "Fit once per seed; 1 by default.")
    private List<Long> seeds = new ArrayList<>();

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private CardOptions cards = new CardOptions();

    private @Nullable TestMolecules pictures;

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        recipe.check();
        calibration.check();
        cards.check();
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw cards.refused("--seeds must differ, got " + seeds);
        }
        run.apply();
        PropertyCard card = model.endsWith(EXTENSION) || Files.isRegularFile(Path.of(model)) ? scoreFile(session) : scoreRecipe(session);
        return cards.conclude(session, card);
    }

    private PropertyCard scoreFile(Session session) throws IOException {
        recipe.requireNone(model);
        if (seeds.size() > 1) {
            throw cards.refused("--seeds must be used with a model that is still to be fitted, got " + model);
        }
        Path file = Path.of(model);
        session.trail().reads("--model", file);
        try (PropertyPredictor fitted = PropertyPredictor.load(file, run.device())) {
            TaskKind kind = fitted.spec().kind();
            MoleculeSource read = data.readToScore(session, fitted.tasks());
            boolean apart = calibration.isGiven() || fitted.intervals().isPresent(); // else all validation molecules have chosen the model
            MoleculeCalibration.Calibrated calibrated = apart ? calibration.apply(session, read, data.splitSeed(), new Report())
                    : new MoleculeCalibration.Calibrated(read, List.of());
            MoleculeSource source = calibrated.source();
            report(session, source, kind, false, Optional.of(file.getFileName() + ": " + FittedText.of(fitted)));
            Comparison comparison = comparison(session, calibrated, kind);
            comparison.add(String.valueOf(file.getFileName()), fitted);
            return finish(session, comparison, source);
        }
    }

    private PropertyCard scoreRecipe(Session session) throws IOException {
        MoleculeSource read = data.readToScore(session, List.of());
        TaskKind kind = recipe.task().or(read::stated).orElseGet(() -> TaskKind.inferred(read.parts()));
        PropertyPredictorSpec chosen = recipe.recipe(model, kind);
        session.trail().recipe(chosen.name(), chosen);
        kind.check(read.split().train(), read.split().validation());
        MoleculeCalibration.Calibrated calibrated = calibration.apply(session, read, data.splitSeed(), new Report());
        MoleculeSource source = calibrated.source();
        requireSeeds(chosen);
        report(session, source, kind, recipe.task().isEmpty() && source.stated().isEmpty(), Optional.empty());
        Comparison comparison = comparison(session, calibrated, kind);
        comparison.add(chosen, seeds.stream().map(seed -> training(session, chosen, seed)).toList());
        return finish(session, comparison, source);
    }

    private void requireSeeds(PropertyPredictorSpec chosen) {
        if (seeds.size() > 1 && !NamedPredictors.isRandom(chosen.name())) {
            throw cards.refused("--seeds must be used with a model that depends on a seed, got " + model);
        }
        int networks = recipe.networks(chosen);
        List<Long> sorted = seeds.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i) - sorted.get(i - 1) < networks) {
                throw cards.refused("--seeds must be at least " + networks + " apart for an ensemble of " + networks
                        + ", whose networks have the seeds that follow, got " + seeds);
            }
        }
    }

    private void report(Session session, MoleculeSource source, TaskKind kind, boolean inferred, Optional<String> fitted) {
        Report report = new Report();
        new SourceReport(source, kind, inferred).describe(report);
        fitted.ifPresent(text -> report.row("model", text));
        report.toErr(session);
        cards.report().described(report);
    }

    private Comparison comparison(Session session, MoleculeCalibration.Calibrated calibrated, TaskKind kind) {
        Comparison comparison = Comparison.on(calibrated.source().split(), kind, name -> {
            session.interruption().letGo();
            session.status().now("scoring " + name);
        }).withShares(calibrated.shares());
        return cards.report().asked() ? comparison.showing(pictures = new TestMolecules(calibrated.source().split().test().set())) : comparison;
    }

    private PropertyCard finish(Session session, Comparison comparison, MoleculeSource source) throws IOException {
        comparison.addSimpleMethods(seeds.stream().map(seed -> run.training(seed, OptionalInt.empty())).toList());
        session.status().now("drawing resamples");
        if (pictures != null) {
            pictures.show(cards.report());
            cards.report().data(List.of(Molecules.parts(source.split())));
        }
        return comparison.card(source.name());
    }

    private Training training(Session session, PropertyPredictorSpec chosen, long seed) {
        String name = chosen.name() + (seeds.size() > 1 ? ", seed " + seed : "");
        return run.training(seed, recipe.epochs().map(OptionalInt::of).orElse(OptionalInt.empty()))
                .withMonitor(cards.watching(new FitProgress(session, name, "training molecules", recipe.networks(chosen)), chosen.name(), seed));
    }
}
