package dev.trivium.cli.impute;

import dev.trivium.cli.option.CardOptions;
import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.option.SplitChoice;
import dev.trivium.cli.option.SplitFacts;
import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.record.Reads;
import dev.trivium.cli.record.Unrecorded;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.report.GapErrors;
import dev.trivium.evaluation.report.LineFigure;
import dev.trivium.evaluation.report.Section;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.NamedImputers;
import dev.trivium.imputation.backtest.Comparison;
import dev.trivium.imputation.backtest.GapBacktest;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Scores an imputer on cells that were hidden from it. */
@Command(
        name = "evaluate",
        header = "Score an imputer on values that were hidden from it, beside simple methods.",
        customSynopsis = "trivium impute evaluate --data FILE|NAME [--model NAME|FILE] [OPTIONS]",
        description = {"", "Cells are hidden once for the whole series, before scaling, splitting, graphs or anything else see the data; those in the"
                + " test rows are scored. The card always holds mean, last value, linear interpolation, nearest nodes, matrix factorisation and"
                + " ridge autoregression, and its first line says so when one of them is better."},
        footer = {"", "Examples",
            "  trivium impute evaluate --data cells.csv --pattern blocks --seeds 1,2,3",
            "  trivium impute evaluate --data motes.csv --pattern outage --out card.json",
            "  trivium impute evaluate --data cells.csv --model cells.trivium --pattern points:0.25",
            "  trivium impute evaluate --data cells.csv --pattern blocks --save-mask cells.mask",
            "  trivium impute evaluate --data cells.csv --pattern mask:cells.mask --model linear"})
final class EvaluateCommand implements Callable<Integer> {

    private static final String EXTENSION = ".trivium";
    private static final int ROWS_DRAWN = 168;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private RecipeOptions recipe = new RecipeOptions();

    @Reads(prefix = "mask:")
    @Option(names = "--pattern", paramLabel = "PATTERN", converter = PatternChoice.Converter.class, defaultValue = "blocks",
            description = PatternChoice.FORMS + " blocks by default.")
    private PatternChoice pattern = new PatternChoice(null, null);

    @Option(names = "--mask-seed", paramLabel = "N", defaultValue = "1", description = "Of the hidden cells; 1 by default.")
    private long maskSeed = 1;

    @Unrecorded
    @Option(names = "--save-mask", paramLabel = "FILE", description = "Write which cells were hidden, with a checksum.")
    private @Nullable Path saveMask;

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the published one for data sets of the catalogue, else 0.7,0.1,0.2.")
    private @Nullable SplitChoice split;

    @Mixin
    private CalibrationOptions calibration = new CalibrationOptions();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1", description = "Fit once per seed; 1 by default.")
    private List<Long> seeds = new ArrayList<>();

    @Mixin
    private RunOptions run = new RunOptions();

    @Unrecorded
    @Option(names = "--chart", paramLabel = "FILE",
            description = "Draw the test rows in which most was hidden, with what was filled and the truth, into a file that ends in .svg or .png.")
    private @Nullable Path chart;

    @Mixin
    private CardOptions cards = new CardOptions();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        check();
        calibration.check();
        run.apply();
        if (isFile()) {
            session.trail().reads("--model", Path.of(recipe.model()));
            recipe.requireNone(recipe.model());
            try (Imputer fitted = Imputer.load(Path.of(recipe.model()), run.device())) {
                DataRead read = data.read(session);
                SeriesSet series = read.series().select(fitted.variables().stream().map(Variable::name).toList());
                // without calibration rows of its own, all validation rows have chosen and calibrated the model
                boolean apart = calibration.isGiven() || fitted.provenance().containsKey("calibrated");
                Comparison comparison = comparison(session, read, series, apart);
                String row = String.valueOf(Path.of(recipe.model()).getFileName());
                comparison.add(row, fitted);
                return conclude(session, comparison, row, read.name());
            }
        }
        DataRead read = data.read(session);
        ImputerSpec method = recipe.recipe(read.series());
        if (seeds.size() > 1 && !NamedImputers.isRandom(method.name())) {
            throw cards.refused("--seeds must be used with a model that depends on a seed, got " + recipe.model());
        }
        session.trail().recipe(method.name(), method);
        Comparison comparison = comparison(session, read, read.series(), true);
        comparison.add(method, seeds.stream().map(seed -> training(session, seed)).toList());
        return conclude(session, comparison, method.name(), read.name());
    }

    private boolean isFile() {
        return recipe.model().endsWith(EXTENSION) || Files.isRegularFile(Path.of(recipe.model()));
    }

    private void check() {
        cards.check();
        if (saveMask != null) {
            cards.require("--save-mask", saveMask);
        }
        if (chart != null) {
            cards.require("--chart", chart);
            if (!chart.toString().toLowerCase(Locale.ROOT).matches(".*\\.(svg|png)")) {
                throw cards.refused("--chart must end in .svg or .png, got " + chart);
            }
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw cards.refused("--seeds must differ, got " + seeds);
        }
    }

    private Comparison comparison(Session session, DataRead read, SeriesSet series, boolean apart) throws IOException {
        pattern.note(session);
        HiddenMask mask = pattern.mask(series, maskSeed);
        Report intervals = new Report();
        GapBacktest backtest = GapBacktest.of(series, mask, hidden -> {
            Split whole = split == null ? SplitChoice.standard(hidden, read.rule()) : split.split(hidden);
            return apart ? calibration.apply(whole, intervals) : whole;
        });
        SplitFacts.note(session, backtest.split());
        session.trail().data(read.name() + ", hidden cells", mask.sha256());
        if (saveMask != null) {
            mask.save(saveMask);
        }
        Report told = read.describe(new Report()).row("split", backtest.split().describe()).row("hidden", mask.describe()).add(intervals);
        told.toErr(session);
        if (cards.report().asked()) {
            cards.report().described(told);
            cards.report().data(SeriesBlocks.of(series, Optional.of(backtest.split())));
        }
        return Comparison.on(backtest, name -> {
            session.interruption().letGo();
            session.status().now("scoring " + name);
        });
    }

    private Training training(Session session, long seed) {
        String name = recipe.model() + (seeds.size() > 1 ? ", seed " + seed : "");
        return run.training(seed, recipe.epochs()).withMonitor(cards.watching(new FitProgress(session, name, "training windows"), recipe.model(), seed));
    }

    private int conclude(Session session, Comparison comparison, String row, String name) throws IOException {
        comparison.addSimpleMethods(run.training(seeds.get(0), java.util.OptionalInt.empty()));
        if (chart != null) {
            comparison.chart(row, ROWS_DRAWN, "Hidden values of " + name + ", filled", "Method: " + row).write(chart);
        }
        if (cards.report().asked()) {
            cards.report().show(Section.of("Where the errors are", GapErrors.bySeries(comparison.runs())));
            cards.report().show(Section.of("Fills", LineFigure.of(comparison.chart(row, ROWS_DRAWN, "Hidden values of " + name + ", filled",
                    "Method: " + row + ". The span of test rows in which most was hidden."))));
        }
        return cards.conclude(session, comparison.card(name));
    }
}
