package dev.trivium.nn.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of a model's recipe.
 *
 * @param seed of initial parameters, data order and dropout: one seed in, the same result out on the same machine and thread count
 * @param epochs most epochs; empty for the recipe's own number
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param checkpoint file that is rewritten after every epoch, and where a cancelled run leaves its state
 * @param resume checkpoint from which to go on
 * @param monitor who watches, and may cancel
 */
public record Training(long seed, OptionalInt epochs, String device, Optional<Path> checkpoint, Optional<Path> resume,
        TrainingMonitor monitor) {

    /** Checks the number of epochs. */
    public Training {
        if (epochs.isPresent() && epochs.getAsInt() < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs.getAsInt());
        }
    }

    /** {@return a silent run on the device that fits, without a checkpoint} */
    public static Training seed(long seed) {
        return new Training(seed, OptionalInt.empty(), "auto", Optional.empty(), Optional.empty(), TrainingMonitor.SILENT);
    }

    /** {@return this run with at most this many epochs} */
    public Training withEpochs(int other) {
        return new Training(seed, OptionalInt.of(other), device, checkpoint, resume, monitor);
    }

    /** {@return this run on a device} */
    public Training withDevice(String other) {
        return new Training(seed, epochs, other, checkpoint, resume, monitor);
    }

    /** {@return this run with a checkpoint after every epoch} */
    public Training withCheckpoint(Path file) {
        return new Training(seed, epochs, device, Optional.of(file), resume, monitor);
    }

    /** {@return this run, going on from a checkpoint} */
    public Training withResume(Path file) {
        return new Training(seed, epochs, device, checkpoint, Optional.of(file), monitor);
    }

    /** {@return this run, watched} */
    public Training withMonitor(TrainingMonitor other) {
        return new Training(seed, epochs, device, checkpoint, resume, other);
    }
}
