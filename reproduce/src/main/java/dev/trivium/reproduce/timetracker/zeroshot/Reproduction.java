package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.EpochLines;
import dev.trivium.reproduce.record.Origin;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.Recorded;
import dev.trivium.reproduce.record.RunOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/timetracker-zeroshot/run.sh}. */
@Command(
        header = "Scores Time Tracker on sets that it was not trained on, beside simple methods and WaveRoRA, and writes the tables.",
        footer = {"", "Exit codes: 0 all that is asked holds or Time Tracker was not run, 1 something does not or data were refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final long SEED = 1;

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

    @Option(names = "--sets", paramLabel = "NAME", split = ",", description = "Sets of settings.csv (default: all).")
    private List<String> chosen = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "Methods (default: all): last-value, seasonal-naive, drift, linear, "
            + "boosted-trees, simple-average, waverora, timetracker, timetracker-few, timetracker-full.")
    private List<String> methods = Method.titles();

    @Option(names = "--weights", paramLabel = "FILE", description = "Weights of Time Tracker (default: those that ship with the module).")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT,
            description = "Folder for tables and runs; runs of other sets and methods are kept.")
    private Path out = Path.of("");

    @Option(names = "--record-only", order = RunOptions.LAST,
            description = "Run nothing: put all runs that are kept in --out into expected.csv, and the tables into README.md.")
    private boolean recordOnly;

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
        if (recording.record() && weights.isPresent()) {
            throw options.refused("--record must be used with the weights that ship, got --weights " + weights.get());
        }
        List<StudySet> sets = SettingsFile.read(recording.home().resolve("settings.csv"));
        Recorded<Run> recorded = Runs.in(recording.home(), sets);
        OutFolder<Run> folder = new OutFolder<>(out, recording, recorded, output);
        if (recordOnly) {
            recorded.add(folder.kept());
            return 0;
        }
        List<StudySet> wanted = wanted(sets);
        List<Method> fitted = methods.stream().map(this::method).distinct().sorted().toList();
        options.useThreads();
        Sources sources = new Sources(options.cache());
        for (StudySet set : wanted) {
            Trial trial = Trial.of(set, sources.read(set.source()));
            output.println(set.name() + ": " + trial.split().describe().replaceAll("\\s*\\n", "; "));
            for (Method method : fitted) {
                folder.add(run(trial, method));
            }
        }
        folder.show(folder.kept(), "table.md, runs.csv");
        return Findings.of(sets, folder.kept()).missed().isEmpty() ? 0 : 1;
    }

    private List<StudySet> wanted(List<StudySet> sets) {
        List<String> names = sets.stream().map(StudySet::name).toList();
        for (String name : chosen) {
            if (!names.contains(name)) {
                throw options.refused("--sets must be among " + names + ", got " + name);
            }
        }
        return chosen.isEmpty() ? sets : sets.stream().filter(set -> chosen.contains(set.name())).toList();
    }

    private Method method(String name) {
        try {
            return Method.parse(name);
        } catch (IllegalArgumentException e) {
            throw options.refused("--" + e.getMessage());
        }
    }

    private Run run(Trial trial, Method method) throws IOException {
        String name = trial.set().name() + ", " + method.title();
        Origin origin = options.origin();
        Training training = RunOptions.training(SEED, Optional.empty(), new EpochLines(name, "training items", output));
        try {
            Trial.Answer answer = new Forecasting(trial, new TimeTrackers(weights), training).answer(method);
            Run run = new Run(trial.set().name(), method, trial.targets(), trial.score(answer), answer.cost(), answer.note(), origin);
            output.println(String.format(Locale.ROOT, "%s: MASE %.4f  scaled CRPS %.4f  coverage %.3f  (fit %.1f s, forecast %.1f s)%s", name,
                    run.scores().mase(), run.scores().crps(), run.scores().coverage(), run.cost().fit(), run.cost().forecast(),
                    run.note().isEmpty() ? "" : "  " + run.note()));
            return run;
        } catch (IllegalArgumentException e) {
            output.println(name + ": not run, " + e.getMessage());
            return new Run(trial.set().name(), method, trial.targets(), Run.Scores.none(), new Run.Cost(Double.NaN, Double.NaN), e.getMessage(), origin);
        }
    }
}
