package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Machine;
import dev.trivium.reproduce.record.TextFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code reproduce/timetracker-zeroshot/run.sh}. */
@Command(
        name = "run.sh",
        header = "Scores Time Tracker on sets that it was not trained on, beside simple methods and WaveRoRA, and writes the tables.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all that is asked holds or Time Tracker was not run, 1 something does not or data were refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final long SEED = 1;

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--sets", paramLabel = "NAME", split = ",", description = "Sets of settings.csv (default: all).")
    private List<String> chosen = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "Methods (default: all): last-value, seasonal-naive, drift, linear, "
            + "boosted-trees, simple-average, waverora, timetracker, timetracker-few, timetracker-full.")
    private List<String> methods = Method.titles();

    @Option(names = "--weights", paramLabel = "FILE", description = "Weights of Time Tracker (default: those that ship with the module).")
    private Optional<Path> weights = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for tables and runs; runs of other sets and methods are kept.")
    private Path out = Path.of("");

    @Option(names = "--record", description = "Also put the runs of this call into expected.csv, and the tables into README.md.")
    private boolean record;

    @Option(names = "--record-only", description = "Run nothing: put all runs that are kept in --out into expected.csv, and the tables into README.md.")
    private boolean recordOnly;

    @Option(names = "--home", hidden = true, required = true, description = "Folder of settings.csv, expected.csv and README.md.")
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
        if (record && weights.isPresent()) {
            throw new ParameterException(command.commandLine(), "--record must be used with the weights that ship, got --weights " + weights.get());
        }
        List<StudySet> sets = SettingsFile.read(home.resolve("settings.csv"));
        if (recordOnly) {
            Recorded.in(home, sets).add(RunsFile.read(out.resolve("runs.csv")));
            return 0;
        }
        List<StudySet> wanted = wanted(sets);
        List<Method> fitted = methods.stream().map(this::method).distinct().sorted().toList();
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out);
        Sources sources = new Sources(mirror);
        for (StudySet set : wanted) {
            Trial trial = Trial.of(set, sources.read(set.source()));
            output.println(set.name() + ": " + trial.split().describe().replaceAll("\\s*\\n", "; "));
            for (Method method : fitted) {
                keep(sets, run(trial, method));
            }
        }
        List<Run> runs = RunsFile.read(out.resolve("runs.csv"));
        output.println();
        output.print(ResultTables.of(sets, runs).markdown());
        output.println("\nWritten to " + out + ": table.md, runs.csv" + (record ? "; recorded in " + home + ": expected.csv, README.md" : ""));
        Findings findings = Findings.of(sets, runs);
        return findings.missed().isEmpty() ? 0 : 1;
    }

    private List<StudySet> wanted(List<StudySet> sets) {
        List<String> names = sets.stream().map(StudySet::name).toList();
        for (String name : chosen) {
            if (!names.contains(name)) {
                throw new ParameterException(command.commandLine(), "--sets must be among " + names + ", got " + name);
            }
        }
        return chosen.isEmpty() ? sets : sets.stream().filter(set -> chosen.contains(set.name())).toList();
    }

    private Method method(String name) {
        try {
            return Method.parse(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private Run run(Trial trial, Method method) throws IOException {
        String name = trial.set().name() + ", " + method.title();
        Run.Origin origin = new Run.Origin(threads, commit, Machine.describe(), Machine.versions());
        Training training = Training.seed(SEED).withDevice("cpu").withMonitor(new EpochLines(name, output));
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

    /** After every run: a long list that is cut short leaves what it has. */
    private void keep(List<StudySet> sets, Run run) throws IOException {
        List<Run> all = new ArrayList<>(Recorded.merged(RunsFile.read(out.resolve("runs.csv")), List.of(run)));
        RunsFile.write(out.resolve("runs.csv"), all, sets.stream().map(StudySet::name).toList());
        TextFile.write(out.resolve("table.md"), ResultTables.of(sets, RunsFile.read(out.resolve("runs.csv"))).markdown());
        if (record) {
            Recorded.in(home, sets).add(List.of(run));
        }
    }
}
