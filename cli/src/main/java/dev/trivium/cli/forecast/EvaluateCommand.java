package dev.trivium.cli.forecast;

import dev.trivium.cli.option.CardOptions;
import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.option.SplitChoice;
import dev.trivium.cli.option.SplitFacts;
import dev.trivium.cli.page.LastWindows;
import dev.trivium.cli.page.SeriesBlocks;
import dev.trivium.cli.record.Reads;
import dev.trivium.cli.terminal.FitProgress;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.backtest.Comparison;
import java.io.IOException;
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

/** Scores a model over every window of the test rows, beside simple methods. */
@Command(
        name = "evaluate",
        header = "Score models over every window of the test rows, beside naive forecasts and simple methods.",
        customSynopsis = "trivium forecast evaluate --data FILE|NAME [--models NAME|FILE,...] [OPTIONS]",
        description = {"", "A model given by name is fitted on the training rows, once per seed; one given as a file is scored as it is,"
                + " and so is timetracker, which learns nothing from the training rows. The"
                + " card always holds last value, seasonal naive, drift, linear and boosted trees."},
        footer = {"", "Examples",
            "  trivium forecast evaluate --data ETTh1 --lookback 96 --horizon 24",
            "  trivium forecast evaluate --data ETTh1 --model published:ETTh1 --horizon 96 --seeds 1,2,3",
            "  trivium forecast evaluate --data sales.csv --model sales.trivium --json > card.json",
            "  trivium forecast evaluate --data sales.csv --models timetracker,waverora --horizon 28",
            "  trivium forecast evaluate --data sales.csv --model linear --horizon 28 --split 2023-01-01,2024-01-01",
            "  trivium forecast evaluate --data sales.csv --model boosted-trees --known holiday,price --horizon 28"})
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Reads
    @Option(names = {"--model", "--models"}, paramLabel = "NAME|FILE", split = ",", completionCandidates = ModelNames.class,
            description = "${COMPLETION-CANDIDATES}, published:NAME, or a file that trivium forecast fit wrote; waverora by default. Several share"
                    + " look-back and horizon.")
    private List<String> models = new ArrayList<>();

    @Mixin
    private Lengths lengths = new Lengths();

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the published one for data sets of the catalogue, else 0.7,0.1,0.2.")
    private @Nullable SplitChoice split;

    @Mixin
    private CalibrationOptions calibration = new CalibrationOptions();

    @Option(names = "--stride", paramLabel = "N", defaultValue = "1", description = "Steps between scored windows; 1, every window, by default.")
    private int stride = 1;

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1", description = "Fit once per seed; 1 by default.")
    private List<Long> seeds = new ArrayList<>();

    @Option(names = "--epochs", paramLabel = "N", description = "Most passes over the training windows; the model's own number by default.")
    private @Nullable Integer epochs;

    @Mixin
    private RunOptions run = new RunOptions();

    @Mixin
    private CardOptions cards = new CardOptions();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        check();
        run.apply();
        List<String> named = models.isEmpty() ? List.of("waverora") : models;
        try (Candidates candidates = Candidates.of(named, lengths, Lengths.LONGER, run.device())) {
            requireUse(candidates); // before the data are read
        }
        DataRead read = data.read(session);
        Split whole = split(read.series(), read);
        try (Candidates candidates = Candidates.of(named, lengths, Lengths.longer(whole), run.device())) {
            ForecasterSpec recipe = candidates.spec();
            Report intervals = new Report();
            Split parts = calibration.apply(split(candidates.columns(read.series()), read), recipe, intervals);
            Report told = SplitReport.of(parts, recipe.lookback(), recipe.horizon()).describe(read.describe(new Report())).add(intervals);
            told.toErr(session);
            cards.report().described(told);
            SplitFacts.note(session, parts);
            candidates.note(session);
            ScoreCard card = score(session, candidates, parts, read.name());
            return cards.conclude(session, card);
        }
    }

    private Split split(SeriesSet series, DataRead read) {
        return split == null ? SplitChoice.standard(series, read.rule()) : split.split(series);
    }

    private void check() {
        cards.check();
        calibration.check();
        if (stride < 1) {
            throw cards.refused("--stride must be at least 1, got " + stride);
        }
        if (epochs != null && epochs < 1) {
            throw cards.refused("--epochs must be at least 1, got " + epochs);
        }
        if (seeds.stream().distinct().count() < seeds.size()) {
            throw cards.refused("--seeds must differ, got " + seeds);
        }
    }

    /** Options that every model would ignore are refused. */
    private void requireUse(Candidates candidates) {
        List<String> toFit = candidates.all().stream().filter(each -> each.fitted().isEmpty()).map(each -> each.spec().name()).toList();
        String typed = String.join(",", models);
        if (epochs != null && toFit.stream().noneMatch(NamedForecasters::hasEpochs)) {
            throw cards.refused("--epochs must be used with a model that is still to be trained in epochs, got " + typed);
        }
        if (seeds.size() > 1 && toFit.stream().noneMatch(NamedForecasters::isRandom)) {
            throw cards.refused("--seeds must be used with a model that is still to be fitted and depends on a seed, got " + typed);
        }
    }

    private ScoreCard score(Session session, Candidates candidates, Split parts, String dataset) throws IOException {
        ForecasterSpec recipe = candidates.spec();
        Split scored = Backtest.without(parts, recipe.known());
        Backtest backtest = Backtest.of(scored, recipe.lookback(), recipe.horizon(), stride, lengths.seasonOf(scored, recipe.lookback()));
        LastWindows windows = new LastWindows(parts);
        Comparison comparison = Comparison.on(backtest, name -> {
            session.interruption().letGo();
            session.status().now("scoring " + name);
        });
        if (cards.report().asked()) {
            cards.report().data(SeriesBlocks.of(parts.test().series(), Optional.of(parts)));
            comparison.showing(windows);
        }
        comparison.setShares(calibration.shares());
        for (Candidate candidate : candidates.scored()) {
            boolean random = NamedForecasters.isRandom(candidate.spec().name());
            candidate.addTo(comparison, parts, (random ? seeds : seeds.subList(0, 1)).stream()
                    .map(seed -> training(session, candidate, seed)).toList());
        }
        windows.show(cards.report());
        comparison.addSimpleMethods(lengths.season(), run.training(seeds.get(0), OptionalInt.empty()));
        return comparison.card(dataset);
    }

    private Training training(Session session, Candidate candidate, long seed) {
        String name = candidate.name() + (seeds.size() > 1 ? ", seed " + seed : "");
        FitProgress progress = new FitProgress(session, name, "training windows");
        OptionalInt most = epochs == null || !NamedForecasters.hasEpochs(candidate.spec().name()) ? OptionalInt.empty() : OptionalInt.of(epochs);
        return run.training(seed, most).withMonitor(cards.watching(progress, candidate.name(), seed));
    }
}
