package dev.trivium.reproduce.timetracker.finetune;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Scores;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.EpochLines;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.RunOptions;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Prediction;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/timetracker-finetune/run.sh}. */
@Command(
        header = "Fine-tunes Time Tracker on ETTh1 and ETTh2, 96 rows to 96 rows, scores it and writes the table.",
        footer = {"", "Exit codes: 0 all that is asked holds, 1 something does not or was not run, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final int DAY = 24;
    private static final double RATE = 5e-4; // of a random start
    private static final double FACTOR = 0.4; // the shipped weights learn at this share of it

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

    @Option(names = "--sets", paramLabel = "NAME", split = ",", defaultValue = "ETTh1,ETTh2", description = "Data sets (default: ${DEFAULT-VALUE}).")
    private List<String> sets = List.of();

    @Option(names = "--starts", paramLabel = "NAME", split = ",", defaultValue = "shipped,random", description = "Starts (default: ${DEFAULT-VALUE}).")
    private List<String> starts = List.of();

    @Option(names = "--shares", paramLabel = "X", split = ",", defaultValue = "0.05,1",
            description = "Shares of the training windows (default: ${DEFAULT-VALUE}).")
    private List<Double> shares = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1", description = "Seeds; a training for each (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(names = "--weights", paramLabel = "FILE", description = "Weights in place of the shipped ones.")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "At most this many epochs, to try the script.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT,
            description = "Folder for table and runs; other runs there are kept.")
    private Path out = Path.of("");

    private final PrintStream output;

    Reproduction(PrintStream output) {
        this.output = output;
    }

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments those of {@code run.sh}, with {@code --out}, {@code --home} and {@code --commit}
     */
    public static void main(String[] arguments) {
        Program.end(Reproduction::new, arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (recording.record() && (epochs.isPresent() || weights.isPresent())) {
            throw options.refused("--record must be used without --epochs and --weights");
        }
        if (!Setting.SETS.containsAll(sets)) {
            throw options.refused("--sets must be among " + Setting.SETS + ", got " + sets);
        }
        List<Setting.Origin> origins = starts.stream().map(Setting.Origin::parse).toList();
        options.useThreads();
        OutFolder<Run> folder = new OutFolder<>(out, recording, Runs.in(recording.home()), output);
        for (String dataset : sets) {
            Split split = Split.ettHourly(options.cache().read(Catalog.builtIn().get(dataset), Progress.none()).series());
            for (double share : shares) {
                for (long seed : seeds) {
                    for (Setting.Origin origin : origins) {
                        folder.add(run(split, new Setting(dataset, origin, share), seed));
                    }
                }
            }
        }
        folder.show(folder.kept(), "table.md, runs.csv");
        return new ResultTable(Runs.waverora(recording.home()), folder.kept()).missed().isEmpty() ? 0 : 1;
    }

    /** {@return the recipe: few windows make short epochs, so there are more of them} */
    static FineTuning tuning(double share) {
        FineTuning standard = FineTuning.standard().withRate(RATE, FACTOR).withShare(share);
        return share < 1 ? standard.withEpochs(50, 5) : standard;
    }

    private Run run(Split split, Setting setting, long seed) throws IOException {
        String name = String.format(Locale.ROOT, "%s, %s start, share %s, seed %d", setting.dataset(), setting.start().title(), setting.share(), seed);
        Training training = RunOptions.training(seed, epochs, new EpochLines(name, "training windows", output));
        TimeTrackerSpec spec = TimeTrackerSpec.fineTuned(Setting.LENGTH, Setting.LENGTH, tuning(setting.share())).with(Prediction.standard()).with(start(setting.start()));
        Backtest backtest = Backtest.of(split, Setting.LENGTH, Setting.LENGTH, 1, DAY);
        try (Forecaster fitted = spec.fit(split.train(), split.validation(), training)) {
            ForecastErrors errors = backtest.score(fitted).errors();
            Scores scores = errors.overall(Unit.STANDARDISED);
            Map<?, ?> metrics = (Map<?, ?>) fitted.provenance().get("metrics");
            Run.Fit fit = new Run.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
            output.println(String.format(Locale.ROOT, "%s: MSE %.4f  MAE %.4f  (best epoch %d of %d, %.0f s)", name, scores.mse(), scores.mae(), fit.best(),
                    fit.epochs(), fit.seconds()));
            return new Run(setting, seed, errors.windows(), scores.mse(), scores.mae(), fit, options.origin());
        }
    }

    private Start start(Setting.Origin origin) {
        if (origin == Setting.Origin.RANDOM) {
            return new Start.Random(TimeTrackerSettings.standard());
        }
        return weights.isPresent() ? Start.file(weights.get()) : Start.shipped();
    }

    private static double number(Map<?, ?> metrics, String name) {
        if (metrics.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalStateException("metrics must hold " + name + ", got " + metrics.keySet());
    }
}
