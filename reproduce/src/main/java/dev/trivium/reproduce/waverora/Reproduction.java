package dev.trivium.reproduce.waverora;

import dev.trivium.data.catalog.Catalog;
import dev.trivium.data.catalog.DataSet;
import dev.trivium.data.catalog.Progress;
import dev.trivium.data.catalog.SplitRule;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.reproduce.record.EpochLines;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunOptions;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.TextFile;
import dev.trivium.timeseries.waverora.PublishedSettings;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/waverora-ett/run.sh}: trains, scores, writes the tables, and checks them. */
@Command(
        header = "Trains WaveRoRA in the settings of its paper and compares the scores.",
        footer = {"", "Exit codes: 0 all limits held, 1 a limit missed or data refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

    @Option(names = "--settings", paramLabel = "NAME:H", split = ",", defaultValue = "ETTh1:96,ETTh2:96",
            description = "Data sets and horizons (default: ${DEFAULT-VALUE}). Horizons: 96, 192, 336, 720.")
    private List<String> settings = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "2025,2026,2027",
            description = "Seeds; a training for each (default: ${DEFAULT-VALUE}). The limit is for the mean.")
    private List<Long> seeds = List.of();

    @Option(names = "--epochs", paramLabel = "N", order = RunOptions.HOW,
            description = "At most this many epochs, to try the script; limits are not checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT, description = "Folder for table.md, table.csv and runs.csv.")
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
        if (recording.record() && epochs.isPresent()) {
            throw options.refused("--record must be used without --epochs, got both");
        }
        PaperTable paper = PaperTable.read();
        List<PaperRow> wanted = settings.stream().map(text -> paper.row(Setting.parse(text))).distinct().toList();
        options.useThreads();
        Recorded<SeedRun> recorded = SeedRuns.in(recording.home(), paper);
        OutFolder<SeedRun> folder = new OutFolder<>(out, recording, recorded, output);
        List<SeedRun> runs = new ArrayList<>();
        for (PaperRow row : wanted) {
            SettingRunner runner = runner(row.setting());
            for (long seed : seeds) {
                EpochLines lines = new EpochLines(row.setting().toString(), "training windows, seed " + seed, output);
                runs.add(runner.run(RunOptions.training(seed, epochs, lines), options.origin()));
                folder.keep(runs);
                TextFile.write(out.resolve("table.csv"), ResultTables.of(paper, runs).csv());
            }
        }
        folder.finish(runs, "table.md, table.csv, runs.csv");
        return check(wanted, runs, recorded.runs());
    }

    private SettingRunner runner(Setting setting) throws IOException {
        output.println(setting + ": reading, simple methods");
        DataSet set = Catalog.builtIn().get(setting.dataset());
        SplitRule rule = set.reading().flatMap(reading -> reading.split()).orElseThrow(() -> new IllegalArgumentException(
                "setting must be of a data set with published borders, got " + setting));
        SeriesSet series = options.cache().read(set, Progress.none()).series();
        WaveRoraSpec spec = WaveRoraSpec.published(setting.dataset(), setting.horizon());
        return new SettingRunner(setting, rule.split(series), spec, day(series));
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

    private int check(List<PaperRow> wanted, List<SeedRun> runs, List<SeedRun> expected) {
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
