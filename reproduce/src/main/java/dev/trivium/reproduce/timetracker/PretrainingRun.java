package dev.trivium.reproduce.timetracker;

import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingOutcome;
import dev.trivium.reproduce.record.Program;
import dev.trivium.reproduce.record.RunOptions;
import dev.trivium.reproduce.record.TextFile;
import dev.trivium.reproduce.timetracker.corpus.PretrainingCorpus;
import dev.trivium.timeseries.timetracker.EarlierStage;
import dev.trivium.timeseries.timetracker.Pretraining;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code reproduce/timetracker-pretrain/run.sh}. */
@Command(
        header = "Pre-trains Time Tracker: one sitting, or the decay that ends in weights.",
        footer = {"", "Exit codes: 0 done, 1 data or a checkpoint were refused, 2 usage."})
public final class PretrainingRun implements Callable<Integer> {

    @Mixin
    private final RunOptions options = new RunOptions(1);

    @Option(names = "--minutes", paramLabel = "N", description = "End the sitting after the epoch in which N minutes are exceeded.")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--epochs", paramLabel = "N", description = "End the sitting at epoch N, counted from the first sitting.")
    private Optional<Integer> epochs = Optional.empty();

    @Option(names = "--finish", paramLabel = "N", description = "Instead of a sitting: let the rate fall over N further epochs and write the "
            + "weights. The checkpoint is read only, so that sittings can go on from it.")
    private Optional<Integer> finish = Optional.empty();

    @Option(names = "--checkpoint", paramLabel = "FILE", description = "State between sittings; a sitting goes on from it if it is there "
            + "(default: stable.trivium in --out).")
    private Optional<Path> checkpoint = Optional.empty();

    @Option(names = "--after", paramLabel = "FILE", description = "Second stage: begins with the weights of this checkpoint of a first one, and "
            + "masks more. Must be given again with every sitting and with --finish.")
    private Optional<Path> after = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of weights, draws and masks (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, order = RunOptions.OUT, description = "Folder for checkpoint, log, weights and card.")
    private Path out = Path.of("");

    @Option(names = "--small", order = RunOptions.LAST, description = "A tiny network on drawn series only, to try the script.")
    private boolean small;

    private final PrintStream output;

    PretrainingRun(PrintStream output) {
        this.output = output;
    }

    /** Runs and ends the process. */
    public static void main(String[] arguments) {
        Program.end(PretrainingRun::new, arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (finish.isPresent() && (minutes.isPresent() || epochs.isPresent())) {
            throw options.refused("--finish must be used without --minutes and --epochs, got both");
        }
        if (minutes.isPresent() && !(minutes.get() > 0)) {
            throw options.refused("--minutes must be above 0, got " + minutes.get());
        }
        options.useThreads();
        Files.createDirectories(out);
        Pretraining pretraining = Scale.of(small, after.isPresent()).pretraining(source(true), source(false));
        if (after.isPresent()) {
            pretraining = pretraining.after(EarlierStage.of(after.get()));
        }
        if (finish.isPresent()) {
            finish(pretraining, finish.get());
        } else {
            sit(pretraining);
        }
        return 0;
    }

    private PretrainingCorpus source(boolean training) throws IOException {
        if (small) {
            return PretrainingCorpus.syntheticOnly(seed, training);
        }
        return training ? PretrainingCorpus.train(options.cache(), seed) : PretrainingCorpus.validation(options.cache(), seed);
    }

    private Path stable() {
        return checkpoint.orElse(out.resolve("stable.trivium"));
    }

    private void sit(Pretraining pretraining) throws IOException {
        Path stable = stable();
        PretrainingLog log = new PretrainingLog(out.resolve("sittings.csv"), pretraining, minutes, output);
        Training training = Training.seed(seed).withDevice("cpu").withCheckpoint(stable).withMonitor(log);
        if (Files.exists(stable)) {
            training = training.withResume(stable);
        }
        if (epochs.isPresent()) {
            training = training.withEpochs(epochs.get());
        }
        TrainingOutcome outcome = pretraining.sit(training, log::scored);
        output.println(String.format(Locale.ROOT, "%d epochs so far, %.0f s, best validation %.4f at epoch %d; go on from or finish %s",
                outcome.epochs().size(), outcome.seconds(), outcome.bestScore(), outcome.bestEpoch(), stable));
    }

    private void finish(Pretraining pretraining, int decayEpochs) throws IOException {
        if (!Files.exists(stable())) {
            throw options.refused("--finish must have a checkpoint of a sitting, got " + stable());
        }
        PretrainingLog log = new PretrainingLog(out.resolve("decay.csv"), pretraining, Optional.empty(), output);
        Training training = Training.seed(seed).withDevice("cpu").withResume(stable()).withMonitor(log);
        Path weights = out.resolve("timetracker.trivium");
        TrainingOutcome outcome = pretraining.finish(training, decayEpochs, weights, log::scored);
        PretrainingCard card = new PretrainingCard(weights, pretraining, outcome, decayEpochs, log.at(outcome.bestEpoch()), seed,
                options.origin());
        TextFile.write(out.resolve("timetracker.trivium.sha256"), card.sha256() + "  timetracker.trivium\n");
        TextFile.write(out.resolve("card.md"), card.text());
        output.println(card.text());
        output.println("Written to " + out + ": timetracker.trivium, its SHA-256, card.md, decay.csv");
    }
}
