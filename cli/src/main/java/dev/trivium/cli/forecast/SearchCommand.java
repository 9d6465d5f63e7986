package dev.trivium.cli.forecast;

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
import dev.trivium.nn.search.Tunable;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.interval.Calibration;
import dev.trivium.timeseries.interval.ForecastIntervals;
import dev.trivium.timeseries.search.ForecasterSpaces;
import dev.trivium.timeseries.search.ValidationError;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTracker;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.nio.file.Path;
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

/** Searches for the hyper-parameters of a forecaster. */
@Command(
        name = "search",
        header = "Search for a model's best settings by its validation score.",
        customSynopsis = "trivium forecast search --data FILE|NAME --out FOLDER [--model MODEL] [OPTIONS]",
        description = {"", "Every trial fits the model on the training rows, in a process of its own, and scores it on the validation rows; test rows are"
                + " given to no trial. The standard recipe is the first one. A search that was stopped goes on when the command is repeated."},
        footer = {"", "Examples",
            "  trivium forecast search --data sales.csv --horizon 28 --trials 30 --out sales-search",
            "  trivium forecast search --data ETTh1 --model linear --horizon 96 --trials 15 --out linear-search --best linear.trivium",
            "  trivium forecast search --data sales.csv --sampler halving --trials 27 --epochs 9 --jobs 2 --memory 3g \\",
            "      --out sales-halving",
            "  trivium forecast search --data sales.csv --model waverora --out sales-search --show-space"})
final class SearchCommand implements Callable<Integer> {

    private static final double MOST = ForecastIntervals.STANDARD_SHARES.get(ForecastIntervals.STANDARD_SHARES.size() - 1);
    private static final String TUNED = "timetracker-tuned";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--model", paramLabel = "MODEL", defaultValue = "waverora",
            description = "waverora (default), linear, boosted-trees, timetracker-tuned or a file of Time Tracker's weights, or published:NAME.")
    private String model = "waverora";

    @Mixin
    private Lengths lengths = new Lengths();

    @Option(names = "--split", paramLabel = "SPLIT", converter = SplitChoice.Converter.class,
            description = SplitChoice.FORMS + " Default: the published one for data sets of the catalogue, else 0.7,0.1,0.2.")
    private @Nullable SplitChoice split;

    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Override
    public Integer call() throws IOException {
        Session session = Session.of(spec);
        options.check();
        recipe(Lengths.LOOKBACK); // what is wrong with it is said before the data are read
        DataRead read = data.read(session);
        Split whole = split == null ? SplitChoice.standard(read.series(), read.rule()) : split.split(read.series());
        ForecasterSpec standard = recipe(isTracker() ? Lengths.longer(whole) : Lengths.LOOKBACK);
        OptionalDouble kept = options.calibration(whole.validation().rows(), standard.horizon() + 1);
        Split parts = kept.isPresent() ? whole.withCalibration(kept.getAsDouble()) : whole;
        parts.calibration().ifPresent(view -> options.requireIntervals(Calibration.fewest(standard, view.series().names().stream()
                .filter(name -> !standard.known().contains(name)).toList(), view), ForecastIntervals.STANDARD_TAILS.fewest(MOST)));
        read.describe(new Report()).row("split", parts.describe()).toErr(session);
        return new SearchRun(session, options, run, task(standard, parts)).call();
    }

    private boolean isTracker() {
        return model.toLowerCase(Locale.ROOT).equals(TUNED) || model.endsWith(".trivium");
    }

    private ForecasterSpec recipe(int lookback) throws IOException {
        Lengths.Pair pair = lengths.pair(lookback);
        if (model.endsWith(".trivium")) {
            Path file = Path.of(model);
            if (!Predictor.isTimeTracker(file)) {
                throw options.refused("--model must be the name of a model or a file of Time Tracker's weights, got " + model);
            }
            return TimeTrackerSpec.fineTuned(pair.lookback(), pair.horizon(), FineTuning.standard()).with(Start.file(file));
        }
        if (isTracker() && !TimeTracker.isShipped()) {
            throw new IOException(Predictor.UNSHIPPED);
        }
        ForecasterSpec recipe = lengths.recipe(model, pair);
        try {
            ForecasterSpaces.of(recipe, 2 * recipe.lookback(), 1);
        } catch (IllegalArgumentException e) {
            throw options.refused("--" + e.getMessage());
        }
        return recipe;
    }

    private SearchTask task(ForecasterSpec standard, Split parts) {
        parts.validation().requireOneRun("a search");
        parts.train().requireOneRun("a search");
        int end = parts.validation().to();
        SeriesSet rows = parts.validation().series().rows(0, end);
        int trainRows = parts.train().to();
        Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(standard, trainRows, rows.width() - standard.known().size());
        ValidationError error = ValidationError.of(parts.train(), parts.validation(), standard.lookback(), standard.horizon(), standard.known());
        return new SearchTask("forecast", model, ForecastTrial.describe(model, standard), tunable, ForecasterSpaces.epochs(standard),
                "MSE in training standard deviations", String.format(Locale.ROOT, "%,d windows of the validation rows", error.windows()), rows.sha256(),
                folder -> SeriesFile.write(folder, new SeriesFile.Content(rows, trainRows)), data.typed(),
                split == null ? List.of() : List.of("--split", split.text()), words(standard));
    }

    private List<String> words(ForecasterSpec standard) {
        List<String> words = new ArrayList<>(List.of("--model", model, "--lookback", Integer.toString(standard.lookback()), "--horizon",
                Integer.toString(standard.horizon())));
        if (split != null) {
            words.addAll(List.of("--split", split.text()));
        }
        if (!standard.known().isEmpty()) {
            words.addAll(List.of("--known", String.join(",", standard.known())));
        }
        return words;
    }
}
