package dev.trivium.reproduce.timetracker.finetune;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Scores;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.reproduce.record.Machine;
import dev.trivium.reproduce.record.ReadmeTable;
import dev.trivium.reproduce.record.TextFile;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.backtest.Backtest;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.Prediction;
import dev.trivium.timeseries.timetracker.Start;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code reproduce/timetracker-finetune/run.sh}. */
@Command(
        name = "run.sh",
        header = "Fine-tunes Time Tracker on ETTh1 and ETTh2, 96 rows to 96 rows, scores it and writes the table.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all that is asked holds, 1 something does not or was not run, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final int LENGTH = 96;
    private static final int DAY = 24;
    private static final double RATE = 5e-4; // of a random start
    private static final double FACTOR = 0.4; // the shipped weights learn at this share of it
    private static final List<String> SETS = List.of("ETTh1", "ETTh2");

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

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

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for table and runs; other runs there are kept.")
    private Path out = Path.of("");

    @Option(names = "--record", description = "Also put the runs into expected.csv, and the table into README.md.")
    private boolean record;

    @Option(names = "--home", hidden = true, required = true, description = "Folder of expected.csv and README.md.")
    private Path home = Path.of("");

    @Option(names = "--commit", hidden = true, defaultValue = "unknown", description = "Commit of the sources.")
    private String commit = "unknown";

    private final PrintStream output;

    private Reproduction(PrintStream output) {
        this.output = output;
    }

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments those of {@code run.sh}, with {@code --out}, {@code --home} and {@code --commit}
     */
    public static void main(String[] arguments) {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8), true);
        System.exit(execute(output, errors, arguments));
    }

    static int execute(PrintStream output, PrintWriter errors, String... arguments) {
        CommandLine line = new CommandLine(new Reproduction(output));
        line.setErr(errors);
        line.setOverwrittenOptionsAllowed(true); // run.sh gives --out, and so may its user
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            output.println("run.sh: " + failure.getMessage());
            return 1;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (record && (epochs.isPresent() || weights.isPresent())) {
            throw new ParameterException(command.commandLine(), "--record must be used without --epochs and --weights");
        }
        if (!SETS.containsAll(sets)) {
            throw new ParameterException(command.commandLine(), "--sets must be among " + SETS + ", got " + sets);
        }
        List<Setting.Origin> origins = starts.stream().map(Setting.Origin::parse).toList();
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out);
        DatasetCache cache = mirror.isPresent() ? DatasetCache.standard().withMirror(mirror.get()) : DatasetCache.standard();
        for (String dataset : sets) {
            Split split = Split.ettHourly(cache.read(Catalog.builtIn().get(dataset), Progress.none()).series());
            for (double share : shares) {
                for (long seed : seeds) {
                    for (Setting.Origin origin : origins) {
                        keep(run(split, new Setting(dataset, origin, share), seed));
                    }
                }
            }
        }
        ResultTable table = new ResultTable(waverora(home), RunsFile.read(out.resolve("runs.csv")));
        output.println();
        output.print(table.markdown());
        return table.missed().isEmpty() ? 0 : 1;
    }

    /** {@return the recipe: few windows make short epochs, so there are more of them} */
    static FineTuning tuning(double share) {
        FineTuning standard = FineTuning.standard().withRate(RATE, FACTOR).withShare(share);
        return share < 1 ? standard.withEpochs(50, 5) : standard;
    }

    private Run run(Split split, Setting setting, long seed) throws IOException {
        String name = String.format(Locale.ROOT, "%s, %s start, share %s, seed %d", setting.dataset(), setting.start().title(), setting.share(), seed);
        Training training = Training.seed(seed).withDevice("cpu").withMonitor(new TrainingMonitor() {
            @Override
            public void finishedEpoch(EpochResult epoch) {
                output.println(String.format(Locale.ROOT, "%s: epoch %2d  train %.4f  validation %.4f  %.1f s", name, epoch.epoch(), epoch.trainLoss(),
                        epoch.validation(), epoch.seconds()));
            }
        });
        TimeTrackerSpec spec = TimeTrackerSpec.fineTuned(LENGTH, LENGTH, tuning(setting.share())).with(Prediction.standard()).with(start(setting.start()));
        Backtest backtest = Backtest.of(split, LENGTH, LENGTH, 1, DAY);
        try (Forecaster fitted = spec.fit(split.train(), split.validation(), epochs.isPresent() ? training.withEpochs(epochs.get()) : training)) {
            ForecastErrors errors = backtest.score(fitted).errors();
            Scores scores = errors.overall(Unit.STANDARDISED);
            Map<?, ?> metrics = (Map<?, ?>) fitted.provenance().get("metrics");
            Run.Fit fit = new Run.Fit((int) number(metrics, "epochs"), (int) number(metrics, "best.epoch"), number(metrics, "fit.seconds"));
            output.println(String.format(Locale.ROOT, "%s: MSE %.4f  MAE %.4f  (best epoch %d of %d, %.0f s)", name, scores.mse(), scores.mae(), fit.best(),
                    fit.epochs(), fit.seconds()));
            return new Run(setting, seed, errors.windows(), scores.mse(), scores.mae(), fit,
                    new Run.Origin(threads, commit, Machine.describe(), Machine.versions()));
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

    /** After every run: a long list that is cut short leaves what it has. */
    private void keep(Run run) throws IOException {
        Path kept = out.resolve("runs.csv");
        RunsFile.write(kept, RunsFile.merged(RunsFile.read(kept), List.of(run)));
        if (record) {
            Path expected = home.resolve("expected.csv");
            RunsFile.write(expected, RunsFile.merged(RunsFile.read(expected), List.of(run)));
            Path readme = home.resolve("README.md");
            TextFile.write(readme, ReadmeTable.replaced(readme, new ResultTable(waverora(home), RunsFile.read(expected)).markdown()));
        }
    }

    /** {@return WaveRoRA's recorded figures} */
    static Map<String, Double> waverora(Path home) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (String dataset : SETS) {
            figures.put(dataset, RunsFile.waverora(home.resolveSibling("waverora-ett").resolve("expected.csv"), dataset).orElseThrow());
        }
        return figures;
    }
}
