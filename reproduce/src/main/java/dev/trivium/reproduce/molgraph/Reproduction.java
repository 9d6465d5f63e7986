package dev.trivium.reproduce.molgraph;

import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.Machine;
import dev.trivium.reproduce.record.TextFile;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program behind {@code reproduce/molgraph-moleculenet/run.sh}: trains, scores, writes the tables, and checks them. */
@Command(
        name = "run.sh",
        header = "Trains MolGraph-xLSTM and simple methods on the MoleculeNet sets of its paper and compares the scores.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all limits held, 1 a limit missed or data refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    private static final String NAME = "molgraph-moleculenet";

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--sets", paramLabel = "NAME", split = ",", defaultValue = "ESOL,FREESOLV,BBBP,BACE,CLINTOX,SIDER",
            description = "Data sets (default: ${DEFAULT-VALUE}); LIPO and TOX21 are known as well.")
    private List<String> sets = List.of();

    @Option(names = "--splits", paramLabel = "NAME", split = ",", defaultValue = "1,2,3,scaffold",
            description = "The three given splits, which are random, and a scaffold split (default: ${DEFAULT-VALUE}).")
    private List<String> splits = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",", defaultValue = "train-mean,random-forest-ecfp4,random-forest,boosted-trees,molgraph-xlstm",
            description = "Methods (default: ${DEFAULT-VALUE}).")
    private List<String> methods = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1,2,3",
            description = "Seeds; a fit of every method for each, and their average (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "2",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 2;

    @Option(names = "--epochs", paramLabel = "N", description = "At most this many epochs, to try the script; limits are not checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for table.md, runs.csv and answers; what is there is kept.")
    private Path out = Path.of("");

    @Option(names = "--record", description = "Also put the runs into expected.csv, and the tables into README.md.")
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
        List<Benchmark> wanted = sets.stream().map(Benchmark::parse).distinct().toList();
        List<Method> fitted = methods.stream().map(Method::parse).distinct().toList();
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out.resolve("answers"));
        List<Run> runs = new ArrayList<>(RunsFile.read(out.resolve("runs.csv")));
        Splits source = new Splits(mirror);
        for (Benchmark benchmark : wanted) {
            for (String split : splits) {
                Trial trial = new Trial(benchmark, split, source.of(benchmark, split));
                for (Method method : fitted) {
                    fitAll(trial, benchmark, split, method, runs);
                }
            }
        }
        output.println();
        output.print(ResultTables.of(runs).markdown());
        output.println("\nWritten to " + out + ": table.md, runs.csv, answers");
        if (record) {
            Recorded.in(home).add(runs);
            output.println("Recorded in " + home + ": expected.csv, README.md");
        }
        return check(wanted, runs);
    }

    private void fitAll(Trial trial, Benchmark benchmark, String split, Method method, List<Run> runs) throws IOException {
        List<Long> used = method.isRandom() ? seeds : seeds.subList(0, 1);
        Run.Origin origin = new Run.Origin(threads, commit, Machine.describe(), Machine.versions());
        List<Answers> all = new ArrayList<>();
        for (long seed : used) {
            Path file = out.resolve("answers").resolve(benchmark + "-" + split + "-" + method.title() + "-" + seed + ".csv");
            String text = Long.toString(seed);
            Optional<Answers> known = runs.stream().anyMatch(run -> run.isOf(benchmark, split, method, text))
                    ? AnswersFile.read(file, trial.cells()) : Optional.empty();
            if (known.isEmpty()) {
                Training training = Training.seed(seed).withDevice("cpu")
                        .withMonitor(new EpochLines(benchmark + " split " + split + ", seed " + seed, output));
                Trial.Fitted fitted = trial.fit(method, epochs.isPresent() ? training.withEpochs(epochs.get()) : training);
                AnswersFile.write(file, fitted.answers(), trial.tasks());
                keep(trial.run(method, text, fitted, origin), runs);
                known = Optional.of(fitted.answers());
            }
            all.add(known.get());
        }
        String joined = used.stream().map(seed -> Long.toString(seed)).collect(Collectors.joining("+"));
        if (all.size() > 1 && runs.stream().noneMatch(run -> run.isOf(benchmark, split, method, joined))) {
            Run.Fit none = new Run.Fit(Double.NaN, 0, 0, 0);
            keep(trial.run(method, joined, new Trial.Fitted(Answers.mean(all), none), origin), runs);
        }
    }

    private void keep(Run run, List<Run> runs) throws IOException {
        runs.removeIf(old -> old.isOf(run.benchmark(), run.split(), run.method(), run.seeds()));
        runs.add(run);
        RunsFile.write(out.resolve("runs.csv"), runs); // after every fit: a long list that is cut short leaves what it has
        TextFile.write(out.resolve("table.md"), ResultTables.of(runs).markdown());
        output.println(String.format(Locale.ROOT, "%s split %s, %s, seeds %s: %s %.4f  (validation %.4f, best epoch %d of %d, %.0f s)",
                run.benchmark(), run.split(), run.method().title(), run.seeds(), Limit.metric(run.benchmark()), run.scores().first(),
                run.fit().validation(), run.fit().bestEpoch(), run.fit().epochs(), run.fit().seconds()));
    }

    private int check(List<Benchmark> wanted, List<Run> runs) {
        boolean held = true;
        for (Benchmark benchmark : wanted) {
            Limit limit = Limit.of(benchmark, runs);
            output.println(benchmark + ": " + (epochs.isPresent() ? "not checked, as --epochs was given" : limit.sentence()));
            held &= epochs.isPresent() || limit.holds();
        }
        return held ? 0 : 1;
    }
}
