package dev.trivium.reproduce.waverora;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Machine;
import dev.trivium.reproduce.record.TextFile;
import dev.trivium.timeseries.waverora.PublishedSettings;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** The program behind {@code reproduce/waverora-ett/run.sh}: trains, scores, writes the tables, and checks them. */
@Command(
        name = "run.sh",
        header = "Trains WaveRoRA in the settings of its paper and compares the scores.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all limits held, 1 a limit missed or data refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final String NAME = "waverora-ett";

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--settings", paramLabel = "NAME:H", split = ",", defaultValue = "ETTh1:96,ETTh2:96",
            description = "Data sets and horizons (default: ${DEFAULT-VALUE}). Horizons: 96, 192, 336, 720.")
    private List<String> settings = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "2025,2026,2027",
            description = "Seeds; a training for each (default: ${DEFAULT-VALUE}). The limit is for the mean.")
    private List<Long> seeds = List.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 1;

    @Option(names = "--epochs", paramLabel = "N", description = "At most this many epochs, to try the script; limits are not checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for table.md, table.csv and runs.csv.")
    private Path out = Path.of("");

    @Option(names = "--record", description = "Also put the runs into expected.csv, and its table into README.md.")
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
        System.exit(execute(output, arguments));
    }

    static int execute(PrintStream output, String... arguments) {
        CommandLine line = new CommandLine(new Reproduction(output));
        line.setOverwrittenOptionsAllowed(true); // run.sh gives --out, and so may its user
        line.setExecutionExceptionHandler((failure, failed, parsed) -> {
            output.println(NAME + ": " + failure.getMessage());
            return 1;
        });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (record && epochs.isPresent()) {
            throw new ParameterException(command.commandLine(), "--record must be used without --epochs, got both");
        }
        PaperTable paper = PaperTable.read();
        List<PaperRow> wanted = settings.stream().map(text -> paper.row(Setting.parse(text))).distinct().toList();
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out);
        List<SeedRun> runs = new ArrayList<>();
        for (PaperRow row : wanted) {
            train(row.setting(), runs, paper);
        }
        output.println();
        output.print(ResultTables.of(paper, runs).markdown());
        output.println("\nWritten to " + out + ": table.md, table.csv, runs.csv");
        if (record) {
            Recorded.in(home).add(runs, paper);
            output.println("Recorded in " + home + ": expected.csv, README.md");
        }
        return check(wanted, runs);
    }

    private void train(Setting setting, List<SeedRun> runs, PaperTable paper) throws IOException {
        output.println(setting + ": reading, simple methods");
        DataSet set = Catalog.builtIn().get(setting.dataset());
        SplitRule rule = set.reading().flatMap(reading -> reading.split()).orElseThrow(() -> new IllegalArgumentException(
                "setting must be of a data set with published borders, got " + setting));
        DatasetCache cache = mirror.isPresent() ? DatasetCache.standard().withMirror(mirror.get()) : DatasetCache.standard();
        SeriesSet series = cache.read(set, Progress.none()).series();
        WaveRoraSpec spec = WaveRoraSpec.published(setting.dataset(), setting.horizon());
        SettingRunner runner = new SettingRunner(setting, rule.split(series), spec, day(series));
        SeedRun.Origin origin = new SeedRun.Origin(threads, commit, Machine.describe(), Machine.versions());
        for (long seed : seeds) {
            Training training = Training.seed(seed).withDevice("cpu").withMonitor(new EpochLines(setting, seed, output));
            runs.add(runner.run(epochs.isPresent() ? training.withEpochs(epochs.get()) : training, origin));
            write(runs, paper); // after every training: a long list that is cut short leaves what it has
        }
    }

    /** {@return steps in a day, the season that the seasonal naive forecast repeats} */
    private static int day(SeriesSet series) {
        Duration step = series.time().step().orElseThrow(() -> new IllegalArgumentException("series must have dates, got " + series.time()));
        int day = (int) Duration.ofDays(1).dividedBy(step);
        if (day > PublishedSettings.LOOKBACK) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "setting must be of a data set whose day fits into the look-back of %d,"
                    + " got a day of %d steps", PublishedSettings.LOOKBACK, day));
        }
        return day;
    }

    private void write(List<SeedRun> runs, PaperTable paper) throws IOException {
        ResultTables tables = ResultTables.of(paper, runs);
        TextFile.write(out.resolve("table.md"), tables.markdown());
        TextFile.write(out.resolve("table.csv"), tables.csv());
        RunsFile.write(out.resolve("runs.csv"), runs);
    }

    private int check(List<PaperRow> wanted, List<SeedRun> runs) throws IOException {
        List<SeedRun> expected = Recorded.in(home).runs();
        boolean held = true;
        for (PaperRow row : wanted) {
            Summary summary = Summary.of(row, runs);
            output.println(String.format(Locale.ROOT, "%s: MSE %.4f, at most %.3f: %s%s", row.setting(), summary.mse(), row.mseLimit(),
                    epochs.isPresent() ? "not checked, as --epochs was given" : summary.verdict(), recorded(summary, expected)));
            held &= summary.holds() || epochs.isPresent();
        }
        return held ? 0 : 1;
    }

    /** The same seeds in expected.csv, where all of them are there. */
    private static String recorded(Summary summary, List<SeedRun> expected) {
        List<Long> wanted = summary.runs().stream().map(SeedRun::seed).toList();
        Summary then = new Summary(summary.row(), Summary.of(summary.row(), expected).runs().stream()
                .filter(run -> wanted.contains(run.seed())).toList());
        return then.runs().size() == wanted.size() ? String.format(Locale.ROOT, "; expected.csv has %.4f", then.mse()) : "";
    }
}
