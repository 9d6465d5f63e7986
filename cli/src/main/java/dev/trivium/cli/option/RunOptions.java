package dev.trivium.cli.option;

import dev.trivium.cli.terminal.Session;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where and with how many threads a model computes. */
public final class RunOptions {

    @Option(names = "--device", paramLabel = "DEVICE", defaultValue = "auto",
            description = "auto (default), cpu, gpu or gpu:N; a GPU asked for by name must be usable.")
    private String device = "auto";

    @Option(names = "--threads", paramLabel = "N",
            description = "Threads that one operation may use; 1 by default. Results repeat for equal N only.")
    private @Nullable Integer threads;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public RunOptions() {}

    /** {@return the device as typed} */
    public String device() {
        return device;
    }

    /** {@return the number of threads as typed; empty for the default} */
    public OptionalInt threads() {
        if (threads != null && threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1, got " + threads);
        }
        return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    }

    /** Sets the number of threads for this process, and refuses a device that cannot be used. */
    public void apply() {
        if (threads != null) {
            if (threads < 1) {
                throw new ParameterException(spec.commandLine(), "--threads must be at least 1, got " + threads);
            }
            NativeRuntime.useThreads(threads);
        }
        Session.of(spec).trail().device(Compute.choose(device).device());
    }

    /** {@return a training run with a seed on the device, with at most that many epochs if stated} */
    public Training training(long seed, OptionalInt epochs) {
        Session.of(spec).trail().seed(seed);
        Training training = Training.seed(seed).withDevice(device);
        return epochs.isPresent() ? training.withEpochs(epochs.getAsInt()) : training;
    }
}
