package dev.trivium.nn.training;

import java.nio.file.Path;
import java.util.Optional;

/** Thrown when a monitor cancelled a run; says where its state was saved. */
public final class TrainingCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Path> checkpoint;

    TrainingCancelledException(int epoch, int batch, Optional<Path> checkpoint) {
        super("training was cancelled in epoch " + epoch + " after batch " + batch + "; "
                + checkpoint.map(file -> "its state is in " + file).orElse("no checkpoint file was asked for, so its state is lost"));
        this.checkpoint = checkpoint;
    }

    /** {@return the file from which the run can be resumed} */
    public Optional<Path> checkpoint() {
        return checkpoint;
    }
}
