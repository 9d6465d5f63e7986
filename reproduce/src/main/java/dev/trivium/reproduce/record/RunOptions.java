package dev.trivium.reproduce.record;

import dev.trivium.data.catalog.DatasetCache;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of all programs, and what follows from them. */
@Command(name = "run.sh", sortOptions = false, usageHelpWidth = 100)
public final class RunOptions {

    /** Place in the help: after what the program itself asks for; {@code --epochs} and the like come next. */
    public static final int THREADS = 1;
    /** Place of options that change how a run is done. */
    public static final int HOW = 2;
    /** Place of {@code --out}. */
    public static final int OUT = 3;
    /** Place of what is done at the end. */
    public static final int LAST = 4;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Print this.")
    private boolean help;

    @Option(names = "--mirror", paramLabel = "DIR", description = "Folder with the data sets; without it they are downloaded.")
    private Optional<Path> mirror = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", order = THREADS,
            description = "Threads of an operation (default: ${DEFAULT-VALUE}). Another number changes the last digits.")
    private int threads;

    @Option(names = "--commit", hidden = true, description = "Commit of the sources.")
    private String commit = "unknown";

    /** @param threads of an operation, where the user does not say */
    public RunOptions(int threads) {
        this.threads = threads;
    }

    /** {@return an error of usage} @param words names the option, its rule and the value */
    public ParameterException refused(String words) {
        return new ParameterException(command.commandLine(), words);
    }

    /** Makes the engine use as many threads as was said. */
    public void useThreads() {
        NativeRuntime.useThreads(threads);
    }

    /** {@return where the data sets come from: the mirror, or a download} */
    public DatasetCache cache() {
        return mirror.map(folder -> DatasetCache.standard().withMirror(folder)).orElseGet(DatasetCache::standard);
    }

    /** {@return what makes the figures of this call} */
    public Origin origin() {
        return Origin.here(threads, commit);
    }

    /** {@return a training on the processor} @param epochs at most so many, if there is a cap */
    public static Training training(long seed, Optional<Integer> epochs, TrainingMonitor monitor) {
        Training training = Training.seed(seed).withDevice("cpu").withMonitor(monitor);
        return epochs.isPresent() ? training.withEpochs(epochs.get()) : training;
    }
}
