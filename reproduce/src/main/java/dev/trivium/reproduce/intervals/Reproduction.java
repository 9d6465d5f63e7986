package dev.trivium.reproduce.intervals;

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

/** The program behind {@code reproduce/intervals/run.sh}. */
@Command(
        name = "run.sh",
        header = "Fits models, calibrates their intervals, and counts how many test values fall inside.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 done, 1 data were refused, 2 usage. A share that is off is a finding, not a failure."})
public final class Reproduction implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--cases", paramLabel = "NAME", split = ",", description = "Which (default: all).")
    private List<String> cases = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "Which methods (default: all of a case).")
    private List<String> methods = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1,2,3,4,5",
            description = "Seeds; a fit of every random method for each (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 1;

    @Option(names = "--epochs", paramLabel = "N", description = "At most this many epochs; the table tells how many there were.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for runs, models and table; what is there is kept.")
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
        List<Case> chosen = chosen();
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out.resolve("models"));
        Path kept = out.resolve("runs.csv");
        List<Line> lines = LinesFile.read(kept);
        Sources sources = Sources.of(mirror, out.resolve("models"));
        for (long seed : seeds) { // seed by seed: what is cut short has whole seeds
            for (Case each : chosen) {
                for (String method : each.methods()) {
                    boolean wanted = (methods.isEmpty() || methods.contains(method)) && (each.isRandom(method) || seed == seeds.get(0));
                    if (wanted && lines.stream().noneMatch(line -> line.isOfRun(each.title(), method, seed))) {
                        lines.addAll(run(each, method, seed, sources));
                        LinesFile.write(kept, lines);
                        TextFile.write(out.resolve("table.md"), new ResultTables(lines).markdown());
                    }
                }
            }
        }
        output.println();
        output.print(new ResultTables(lines).markdown());
        output.println("\nWritten to " + out + ": runs.csv, table.md");
        if (record) {
            new Recorded(home).add(lines);
            output.println("Recorded in " + home + ": expected.csv, README.md");
        }
        return 0;
    }

    private List<Case> chosen() {
        List<Case> chosen;
        try {
            chosen = cases.isEmpty() ? Cases.all() : cases.stream().map(Cases::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "--cases: " + e.getMessage(), e);
        }
        List<String> known = chosen.stream().flatMap(each -> each.methods().stream()).distinct().toList();
        if (!known.containsAll(methods)) {
            throw new ParameterException(command.commandLine(), "--methods must be among " + known + ", got " + methods);
        }
        return chosen;
    }

    private List<Line> run(Case each, String method, long seed, Sources sources) throws IOException {
        String name = each.title() + ", " + method + ", seed " + seed;
        Training training = Training.seed(seed).withDevice("cpu").withMonitor(new EpochLines(name, output));
        List<Line> lines = new ArrayList<>(each.run(method, epochs.isPresent() && each.isRandom(method) ? training.withEpochs(epochs.get()) : training,
                sources, new Line.Origin(threads, commit, Machine.describe(), Machine.versions())));
        lines.stream().filter(line -> line.over().equals(Line.ALL)).forEach(line -> output.println(String.format(Locale.ROOT,
                "%s: %s, %.0f %%: %.1f %% inside, width %.3f", name, line.variant(), 100 * line.nominal(), 100 * line.share(), line.width())));
        return lines;
    }
}
