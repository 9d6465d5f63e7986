package dev.trivium.reproduce.fgatt;

import dev.trivium.reproduce.record.EpochLines;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.RunOptions;
import dev.trivium.reproduce.record.TextFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/fgatt-wireless/run.sh} and {@code reproduce/fgatt-aqi36/run.sh}. */
@Command(
        header = "Fits FGATT and simple methods, fills hidden cells, scores them and writes the tables.",
        footer = {"", "Exit codes: 0 all that is asked holds, 1 something does not or data were refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

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

    @Option(names = "--epochs", paramLabel = "N", order = RunOptions.HOW,
            description = "At most this many epochs, to try the script; nothing is checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--allow", paramLabel = "NAME", split = ",", order = RunOptions.HOW, description = "What goes beyond the strict protocol, "
            + "by name: masked-training-values, without which setting grin is refused.")
    private List<String> allowed = List.of();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT,
            description = "Folder for tables, cards, runs and cells; what is there is kept.")
    private Path out = Path.of("");

    @Option(names = "--study", hidden = true, required = true, description = "Name of the folder in the repository.")
    private String study = "";

    private final PrintStream output;

    Reproduction(PrintStream output) {
        this.output = output;
    }

    /**
     * Runs the program and ends the process with its exit code.
     *
     * @param arguments those of {@code run.sh}, with {@code --study}, {@code --out}, {@code --home} and {@code --commit}
     */
    public static void main(String[] arguments) {
        Program.end(Reproduction::new, arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (recording.record() && epochs.isPresent()) {
            throw options.refused("--record must be used without --epochs, got both");
        }
        Study wanted = Study.parse(study);
        List<Setting> chosen = settings.isEmpty() ? wanted.settings() : settings.stream().map(Setting::parse).toList();
        List<Method> fitted = methods.stream().map(Method::parse).distinct().sorted().toList();
        requireAllowed(wanted, chosen);
        options.useThreads();
        Files.createDirectories(out.resolve("cells"));
        OutFolder<Run> folder = new OutFolder<>(out, recording, Runs.in(recording.home(), wanted), output);
        List<Run> runs = folder.kept();
        Sources sources = new Sources(options.cache());
        for (Setting setting : chosen) {
            Trial trial = Trial.of(setting, sources);
            Comparison comparison = known(trial, setting, runs);
            keep(comparison, setting, runs, folder);
            for (long seed : seeds) {
                for (Method method : fitted) {
                    String text = Long.toString(seed);
                    boolean done = runs.stream().anyMatch(run -> run.setting() == setting && run.method() == method && run.seeds().equals(text));
                    if (!done && (method.isRandom() || seed == seeds.get(0))) {
                        runs.add(fit(trial, comparison, setting, method, seed));
                        keep(comparison, setting, runs, folder);
                        print(runs, setting, method, text);
                    }
                }
            }
        }
        folder.finish(runs, "table.md, cards, runs.csv, cells");
        return epochs.isPresent() || chosen.stream().allMatch(setting -> Findings.of(setting, runs).hold()) ? 0 : 1;
    }

    private void requireAllowed(Study wanted, List<Setting> chosen) {
        if (chosen.stream().anyMatch(setting -> setting.study() != wanted)) {
            throw options.refused("--settings must be among " + wanted.settings().stream().map(Setting::title).toList()
                    + ", got " + settings);
        }
        if (chosen.contains(Setting.GRIN) && !allowed.contains(Trial.ALLOWANCE)) {
            throw options.refused("--allow must name " + Trial.ALLOWANCE + " for setting grin, got " + allowed
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

    private Run fit(Trial trial, Comparison comparison, Setting setting, Method method, long seed) throws IOException {
        String name = setting.title() + ", " + method.title() + ", seed " + seed;
        Trial.Fitted fitted = trial.fit(method, RunOptions.training(seed, epochs, new EpochLines(name, "training items", output)));
        fitted.filling().write(cells(setting, method, Long.toString(seed)), trial.targets());
        comparison.add(method, seed, fitted.filling().estimates(trial.targets()));
        return new Run(setting, method, Long.toString(seed), trial.mask(), Run.Scores.unknown(), Run.Paired.none(), fitted.fit(), options.origin());
    }

    private void print(List<Run> runs, Setting setting, Method method, String seed) {
        Run run = runs.stream().filter(r -> r.setting() == setting && r.method() == method && r.seeds().equals(seed)).findFirst().orElseThrow();
        output.println(String.format(Locale.ROOT, "%s, %s, seed %s: MAE %.4f  RMSE %.4f  coverage %.3f  (validation %.4f, best epoch %d of %d, "
                + "fit %.0f s, filling %.0f s)", setting.title(), method.title(), seed, run.scores().mae(), run.scores().rmse(),
                run.scores().coverage(), run.fit().validation(), run.fit().bestEpoch(), run.fit().epochs(), run.fit().seconds(),
                run.fit().fillSeconds()));
    }

    private void keep(Comparison comparison, Setting setting, List<Run> runs, OutFolder<Run> folder) throws IOException {
        List<Run> lines = comparison.lines(runs);
        runs.clear();
        runs.addAll(lines);
        folder.keep(Runs.FILE.sorted(runs));
        if (comparison.hasSimple()) {
            TextFile.write(out.resolve("card-" + setting.title() + ".txt"), comparison.card().text());
        }
    }
}
