package dev.trivium.reproduce.molgraph;

import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.reproduce.record.OutFolder;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RecordOptions;
import dev.trivium.reproduce.record.RunOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/molgraph-moleculenet/run.sh}: trains, scores, writes the tables, and checks them. */
@Command(
        header = "Trains MolGraph-xLSTM and simple methods on the MoleculeNet sets of its paper and compares the scores.",
        footer = {"", "Exit codes: 0 all limits held, 1 a limit missed or data refused, 2 usage."})
public final class Reproduction implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions(2);

    @Mixin
    private final RecordOptions recording = new RecordOptions();

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

    @Option(names = "--epochs", paramLabel = "N", order = RunOptions.HOW,
            description = "At most this many epochs, to try the script; limits are not checked then.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT,
            description = "Folder for table.md, runs.csv and answers; what is there is kept.")
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
        List<Benchmark> wanted = sets.stream().map(Benchmark::parse).distinct().toList();
        List<Method> fitted = methods.stream().map(Method::parse).distinct().toList();
        options.useThreads();
        Files.createDirectories(out.resolve("answers"));
        OutFolder<Run> folder = new OutFolder<>(out, recording, Runs.in(recording.home()), output);
        List<Run> runs = folder.kept();
        Splits source = new Splits(options.cache());
        for (Benchmark benchmark : wanted) {
            for (String split : splits) {
                Trial trial = new Trial(benchmark, split, source.of(benchmark, split));
                for (Method method : fitted) {
                    fitAll(trial, benchmark, split, method, runs, folder);
                }
            }
        }
        folder.finish(runs, "table.md, runs.csv, answers");
        return check(wanted, runs);
    }

    private void fitAll(Trial trial, Benchmark benchmark, String split, Method method, List<Run> runs, OutFolder<Run> folder) throws IOException {
        List<Long> used = method.isRandom() ? seeds : seeds.subList(0, 1);
        List<Answers> all = new ArrayList<>();
        for (long seed : used) {
            Path file = out.resolve("answers").resolve(benchmark + "-" + split + "-" + method.title() + "-" + seed + ".csv");
            Object key = Run.key(benchmark, split, method, Long.toString(seed));
            Optional<Answers> known = runs.stream().anyMatch(run -> run.key().equals(key)) ? AnswersFile.read(file, trial.cells()) : Optional.empty();
            if (known.isEmpty()) {
                TrainingMonitor lines = new TenthEpochLines(benchmark + " split " + split + ", seed " + seed, output);
                Trial.Fitted fitted = trial.fit(method, RunOptions.training(seed, epochs, lines));
                AnswersFile.write(file, fitted.answers(), trial.tasks());
                keep(trial.run(method, Long.toString(seed), fitted, options.origin()), runs, folder);
                known = Optional.of(fitted.answers());
            }
            all.add(known.get());
        }
        String joined = used.stream().map(seed -> Long.toString(seed)).collect(Collectors.joining("+"));
        Object together = Run.key(benchmark, split, method, joined);
        if (all.size() > 1 && runs.stream().noneMatch(run -> run.key().equals(together))) {
            Run.Fit none = new Run.Fit(Double.NaN, 0, 0, 0);
            keep(trial.run(method, joined, new Trial.Fitted(Answers.mean(all), none), options.origin()), runs, folder);
        }
    }

    private void keep(Run run, List<Run> runs, OutFolder<Run> folder) throws IOException {
        runs.removeIf(old -> old.key().equals(run.key()));
        runs.add(run);
        folder.keep(runs);
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
