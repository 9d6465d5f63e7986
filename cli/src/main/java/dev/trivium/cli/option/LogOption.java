package dev.trivium.cli.option;

import dev.trivium.cli.record.Unrecorded;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.nn.training.log.EventLog;
import dev.trivium.nn.training.log.Monitors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Training logs for TensorBoard. */
public final class LogOption {

    private static final String NAME = "--tensorboard";

    @Unrecorded
    @Option(names = NAME, paramLabel = "FOLDER",
            description = "Log every epoch into TensorBoard event files, a run for each model and seed: tensorboard --logdir FOLDER.")
    private @Nullable Path folder;

    /** The fields are set by the command line. */
    public LogOption() {}

    /** Refuses what is no folder, before the work starts. */
    public void check(Outputs outputs) {
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw outputs.refused(NAME + " must be a folder, got the file " + folder);
        }
    }

    /** {@return a monitor that also logs, if that is wanted} */
    public TrainingMonitor logging(TrainingMonitor monitor, String name, long seed) {
        return folder == null ? monitor : Monitors.of(List.of(monitor, new EventLog(folder, name + "-seed-" + seed)));
    }

    /** {@return the folder, if anything was logged into it} */
    List<Path> folders() {
        return folder == null || !Files.isDirectory(folder) ? List.of() : List.of(folder);
    }
}
