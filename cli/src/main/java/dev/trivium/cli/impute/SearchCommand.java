package dev.trivium.cli.impute;

import dev.trivium.cli.option.DataOptions;
import dev.trivium.cli.option.DataRead;
import dev.trivium.cli.option.RunOptions;
import dev.trivium.cli.option.SplitChoice;
import dev.trivium.cli.search.SearchOptions;
import dev.trivium.cli.search.SearchRun;
import dev.trivium.cli.search.SearchTask;
import dev.trivium.cli.search.SeriesFile;
import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.mask.HiddenMask;
import dev.trivium.imputation.mask.MissingPattern;
import dev.trivium.imputation.search.HeldOutCells;
import dev.trivium.imputation.search.ImputerSpaces;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searches for the hyper-parameters of an imputer. */
@Command(
        name = "search",
        header = "Search for an imputer's best settings by its validation score.",
        customSynopsis = "trivium impute search --data FILE|NAME --out FOLDER [--model MODEL] [OPTIONS]",
        description = {"", "Cells of the validation rows are hidden from all trials. Every trial fits the imputer, in a process of its own, and fills them;"
                + " test rows are given to no trial. The standard recipe is the first one. A search that was stopped goes on when the command is repeated."},
        footer = {"", "Examples",
            "  trivium impute search --data cells.csv --trials 30 --out cells-search",
            "  trivium impute search --data cells.csv --model ridge-ar --pattern points:0.25 --out ridge-search --best ridge.trivium",
            "  trivium impute search --data motes.csv --nodes . --sampler halving --trials 27 --epochs 18 --out motes-search",
            "  trivium impute search --data cells.csv --out cells-search --show-space"})
final class SearchCommand implements Callable<Integer> {

    private static final String STANDARD_SPLIT = "0.7,0.1,0.2";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "fgatt",
            description = "fgatt (default), nearest-nodes, matrix-factorisation or ridge-ar.")
    private String model = "fgatt";

    @Option(names = "--nodes", paramLabel = "TEXT", description = "What stands between node and channel in a column's name, for fgatt.")
    private String nodes = "";

    @Option(names = "--calendar", description = "Tell FGATT the time of day and the day of the week.")
    private boolean calendar;

    @Option(names = "--pattern", paramLabel = "PATTERN", converter = PatternChoice.Converter.class, defaultValue = "blocks",
            description = "How validation cells are hidden: points:SHARE, blocks (default), outage, outage:ROWS or replay.")
    private PatternChoice pattern = new PatternChoice(null, null);

    @Option(names = "--mask-seed", paramLabel = "N", defaultValue = "1", description = "Of the hidden cells; 1 by default.")
    private long maskSeed = 1;

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: " + STANDARD_SPLIT + "; the last part is kept for impute evaluate.")
    private @Nullable SplitChoice split;

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        options.check();
        MissingPattern hiding = pattern.pattern();
        if (hiding == null) {
            throw options.refused("--pattern must be one that is drawn, for a mask in a file is of test rows too, got mask:" + pattern.file());
        }
        ImputerSpec standard = recipe();
        DataRead read = data.read(session);
        Split whole = split == null ? new SplitChoice.Converter().convert(STANDARD_SPLIT).split(read.series()) : split.split(read.series());
        OptionalDouble kept = options.calibration(whole.validation().rows(), 2);
        Split parts = kept.isPresent() ? whole.withCalibration(kept.getAsDouble()) : whole;
        parts.calibration().ifPresent(rows -> options.requireIntervals((int) CalibrationOptions.values(rows), CalibrationOptions.FEWEST));
        parts.train().requireOneRun("a search");
        parts.validation().requireOneRun("a search");
        int trainRows = parts.train().to();
        SeriesSet truth = parts.validation().series().rows(0, parts.validation().to());
        HiddenMask mask = hiding.draw(truth, maskSeed).only(truth, row -> row >= trainRows, "validation rows");
        HeldOutCells cells = HeldOutCells.of(truth, mask, trainRows);
        SeriesSet hidden = mask.hide(truth);
        read.describe(new Report()).row("split", parts.describe()).row("hidden", mask.describe()).toErr(session);
        SearchTask task = new SearchTask("impute", model, ImputeTrial.describe(model, nodes, calendar),
                ImputerSpaces.of(standard, truth.width(), trainRows), ImputerSpaces.epochs(standard), "MAE in training standard deviations",
                String.format(Locale.ROOT, "%,d hidden cells of the validation rows", cells.row().length), truth.sha256() + "-" + mask.sha256(),
                folder -> ImputeTrial.write(folder, new SeriesFile.Content(hidden, trainRows), cells), data.typed(),
                split == null ? List.of() : List.of("--split", split.text()), words());
        return new SearchRun(session, options, run, task).call();
    }

    private ImputerSpec recipe() {
        try {
            ImputerSpec recipe = ImputeTrial.recipe(model, nodes, calendar);
            ImputerSpaces.of(recipe, 2, 2);
            return recipe;
        } catch (IllegalArgumentException e) {
            throw options.refused("--" + e.getMessage());
        }
    }

    private List<String> words() {
        List<String> words = new ArrayList<>(List.of("--model", model, "--split", split == null ? STANDARD_SPLIT : split.text()));
        if (!nodes.isEmpty()) {
            words.addAll(List.of("--nodes", nodes));
        }
        if (calendar) {
            words.add("--calendar");
        }
        return words;
    }
}
