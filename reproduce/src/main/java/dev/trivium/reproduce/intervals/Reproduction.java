package dev.trivium.reproduce.intervals;

import dev.trivium.nn.training.Training;
import dev.trivium.reproduce.record.EpochLines;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.RunOptions;
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

/** The program behind {@code reproduce/intervals/run.sh}. */
@Command(
        header = "Fits models, calibrates their intervals, and counts how many test values fall inside.",
        footer = {"", "Exit codes: 0 done, 1 data were refused, 2 usage. A share that is off is a finding, not a failure."})
public final class Reproduction implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

    @Option(names = "--cases", paramLabel = "NAME", split = ",", description = "Which (default: all).")
    private List<String> cases = List.of();

    @Option(names = "--methods", paramLabel = "NAME", split = ",", description = "Which methods (default: all of a case).")
    private List<String> methods = List.of();

    @Option(names = "--seeds", paramLabel = "N", split = ",", defaultValue = "1,2,3,4,5",
            description = "Seeds; a fit of every random method for each (default: ${DEFAULT-VALUE}).")
    private List<Long> seeds = List.of();

    @Option(names = "--epochs", paramLabel = "N", order = RunOptions.HOW,
            description = "At most this many epochs; the table tells how many there were.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT,
            description = "Folder for runs, models and table; what is there is kept.")
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
        List<Case> chosen = chosen();
        options.useThreads();
        Sources sources = new Sources(options.cache(), Files.createDirectories(out.resolve("models")));
        OutFolder<Line> folder = new OutFolder<>(out, recording, Lines.in(recording.home()), output);
        List<Line> lines = folder.kept();
        for (long seed : seeds) { // seed by seed: what is cut short has whole seeds
            for (Case each : chosen) {
                for (String method : each.methods()) {
                    boolean wanted = (methods.isEmpty() || methods.contains(method)) && (each.isRandom(method) || seed == seeds.get(0));
                    Object run = Line.run(each.title(), method, seed);
                    if (wanted && lines.stream().noneMatch(line -> line.run().equals(run))) {
                        lines.addAll(run(each, method, seed, sources));
                        folder.keep(lines);
                    }
                }
            }
        }
        folder.finish(lines, "runs.csv, table.md");
        return 0;
    }

    private List<Case> chosen() {
        List<Case> chosen;
        try {
            chosen = cases.isEmpty() ? Cases.all() : cases.stream().map(Cases::parse).toList();
        } catch (IllegalArgumentException e) {
            throw options.refused("--cases: " + e.getMessage());
        }
        List<String> known = chosen.stream().flatMap(each -> each.methods().stream()).distinct().toList();
        if (!known.containsAll(methods)) {
            throw options.refused("--methods must be among " + known + ", got " + methods);
        }
        return chosen;
    }

    private List<Line> run(Case each, String method, long seed, Sources sources) throws IOException {
        String name = each.title() + ", " + method + ", seed " + seed;
        Training training = RunOptions.training(seed, each.isRandom(method) ? epochs : Optional.empty(), new EpochLines(name, "training items", output));
        List<Line> lines = each.run(method, training, sources, options.origin());
        lines.stream().filter(line -> line.over().equals(Line.ALL)).forEach(line -> output.println(String.format(Locale.ROOT,
                "%s: %s, %.0f %%: %.1f %% inside, width %.3f", name, line.variant(), 100 * line.nominal(), 100 * line.share(), line.width())));
        return lines;
    }
}
