package dev.trivium.reproduce.fgatt;

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

/** The program behind {@code reproduce/fgatt-wireless/run.sh} and {@code reproduce/fgatt-aqi36/run.sh}. */
@Command(
        name = "run.sh",
        header = "Fits FGATT and simple methods, fills hidden cells, scores them and writes the tables.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all that is asked holds, 1 something does not or data were refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--settings", paramLabel = "NAME", split = ",", description = "What is hidden (default: all settings of the folder).")
    private List<String> settings = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",",
            defaultValue = "mean,last,linear,nearest-nodes,matrix-factorisation,ridge-ar,fgatt,fgatt-no-graph,fgatt-random-graph",
            description = "Methods (default: ${DEFAULT-VALUE}); ablations are known as well: kernel, granule-lower-kd, granule-lower-luk-mean-k, "
                    + "history, sandwich, parallel, no-mask-channel, no-residual, beta-0, beta-1, calendar, calendar-no-graph.")
    private List<String> methods = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1,2,3,4,5",
            description = "Seeds; a fit of every random method for each (default: ${DEFAULT-VALUE}). The mask is the same.")
    private List<Long> seeds = List.of();

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads = 1;

    @Option(names = "--epochs", paramLabel = "N", description = "At most this many epochs, to try the script; nothing is checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--allow", paramLabel = "NAME", split = ",", description = "What goes beyond the strict protocol, by name: "
            + "masked-training-values, without which setting grin is refused.")
    private List<String> allowed = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for tables, cards, runs and cells; what is there is kept.")
    private Path out = Path.of("");

    @Option(names = "--record", description = "Also put the runs into expected.csv, and the tables into README.md.")
    private boolean record;

    @Option(names = "--study", hidden = true, required = true, description = "Name of the folder in the repository.")
    private String study = "";

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
     * @param arguments those of {@code run.sh}, with {@code --study}, {@code --out}, {@code --home} and {@code --commit}
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
        if (record && epochs.isPresent()) {
            throw new ParameterException(command.commandLine(), "--record must be used without --epochs, got both");
        }
        Study wanted = Study.parse(study);
        List<Setting> chosen = settings.isEmpty() ? wanted.settings() : settings.stream().map(Setting::parse).toList();
        List<Method> fitted = methods.stream().map(Method::parse).distinct().sorted().toList();
        requireAllowed(wanted, chosen);
        NativeRuntime.useThreads(threads);
        Files.createDirectories(out.resolve("cells"));
        List<Run> runs = new ArrayList<>(RunsFile.read(out.resolve("runs.csv")));
        Sources sources = new Sources(mirror);
        for (Setting setting : chosen) {
            Trial trial = Trial.of(setting, sources);
            Comparison comparison = known(trial, setting, runs);
            keep(comparison, setting, runs);
            for (long seed : seeds) {
                for (Method method : fitted) {
                    if (method.isRandom() || seed == seeds.get(0)) {
                        fit(trial, comparison, setting, method, seed, runs);
                    }
                }
            }
        }
        output.println();
        output.print(ResultTables.of(wanted, runs).markdown());
        output.println("\nWritten to " + out + ": table.md, cards, runs.csv, cells");
        if (record) {
            Recorded.in(wanted, home).add(runs);
            output.println("Recorded in " + home + ": expected.csv, README.md");
        }
        return epochs.isPresent() || chosen.stream().allMatch(setting -> Findings.of(setting, runs).hold()) ? 0 : 1;
    }

    private void requireAllowed(Study wanted, List<Setting> chosen) {
        if (chosen.stream().anyMatch(setting -> setting.study() != wanted)) {
            throw new ParameterException(command.commandLine(), "--settings must be among " + wanted.settings().stream().map(Setting::title).toList()
                    + ", got " + settings);
        }
        if (chosen.contains(Setting.GRIN) && !allowed.contains(Trial.ALLOWANCE)) {
            throw new ParameterException(command.commandLine(), "--allow must name " + Trial.ALLOWANCE + " for setting grin, got " + allowed
                    + ": " + Setting.GRIN.words());
        }
    }

    /** Reads what earlier runs filled; a line whose cells are gone is dropped, and fitted again if it is wanted. */
    private Comparison known(Trial trial, Setting setting, List<Run> runs) throws IOException {
        Comparison comparison = new Comparison(setting, trial.targets(), trial.block(), trial.describe(), trial.audit());
        for (Run run : List.copyOf(runs)) {
            if (run.setting() == setting && !run.together()) {
                Optional<Filling> filling = Filling.read(cells(setting, run.method(), run.seeds()), trial.targets());
                if (filling.isPresent()) {
                    comparison.add(run.method(), Long.parseLong(run.seeds()), filling.get().estimates(trial.targets()));
                } else {
                    runs.remove(run);
                }
            }
        }
        return comparison;
    }

    private Path cells(Setting setting, Method method, String seed) {
        return out.resolve("cells").resolve(setting.title() + "-" + method.title() + "-" + seed + ".csv");
    }

    private void fit(Trial trial, Comparison comparison, Setting setting, Method method, long seed, List<Run> runs) throws IOException {
        String text = Long.toString(seed);
        if (runs.stream().anyMatch(run -> run.setting() == setting && run.method() == method && run.seeds().equals(text))) {
            return;
        }
        String name = setting.title() + ", " + method.title() + ", seed " + seed;
        Training training = Training.seed(seed).withDevice("cpu").withMonitor(new EpochLines(name, output));
        Trial.Fitted fitted = trial.fit(method, epochs.isPresent() ? training.withEpochs(epochs.get()) : training);
        fitted.filling().write(cells(setting, method, text), trial.targets());
        comparison.add(method, seed, fitted.filling().estimates(trial.targets()));
        runs.add(new Run(setting, method, text, trial.mask(), Run.Scores.unknown(), Run.Paired.none(), fitted.fit(),
                new Run.Origin(threads, commit, Machine.describe(), Machine.versions())));
        keep(comparison, setting, runs);
        Run run = runs.stream().filter(r -> r.setting() == setting && r.method() == method && r.seeds().equals(text)).findFirst().orElseThrow();
        output.println(String.format(Locale.ROOT, "%s: MAE %.4f  RMSE %.4f  coverage %.3f  (validation %.4f, best epoch %d of %d, fit %.0f s, "
                + "filling %.0f s)", name, run.scores().mae(), run.scores().rmse(), run.scores().coverage(), run.fit().validation(),
                run.fit().bestEpoch(), run.fit().epochs(), run.fit().seconds(), run.fit().fillSeconds()));
    }

    /** After every fit: a long list that is cut short leaves what it has. */
    private void keep(Comparison comparison, Setting setting, List<Run> runs) throws IOException {
        List<Run> lines = comparison.lines(runs);
        runs.clear();
        runs.addAll(lines);
        RunsFile.write(out.resolve("runs.csv"), runs);
        TextFile.write(out.resolve("table.md"), ResultTables.of(setting.study(), runs).markdown());
        if (comparison.hasSimple()) {
            TextFile.write(out.resolve("card-" + setting.title() + ".txt"), comparison.card().text());
        }
    }
}
