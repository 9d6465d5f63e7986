package dev.trivium.nn.training;

import dev.trivium.nn.artifact.WriteObserver;
import java.io.IOException;

/** Watches a run and may cancel it. Called by the training thread. */
public interface TrainingMonitor {

    /** Watches nothing and never cancels. */
    TrainingMonitor SILENT = new TrainingMonitor() {};

    /**
     * Called once, before the first step.
     *
     * @param start what is about to run
     */
    default void started(Start start) {}

    /**
     * Called after every step.
     *
     * @param progress where the run is
     */
    default void stepped(Progress progress) {}

    /**
     * Called after every epoch.
     *
     * @param epoch its result
     */
    default void finishedEpoch(EpochResult epoch) {}

    /**
     * Called while a checkpoint is being written, many times.
     *
     * @param stage where the write is
     * @param bytes bytes written so far
     * @throws IOException to abandon the write and the run; the earlier checkpoint stays
     * @see WriteObserver
     */
    default void saving(WriteObserver.Stage stage, long bytes) throws IOException {}

    /** {@return whether the run must stop after the current step} */
    default boolean cancelled() {
        return false;
    }

    /**
     * {@return whether the epoch that just finished is to be the last of this process} Asked once after every epoch, when its checkpoint is
     * written; the run ends as if it had been the last one planned, and can be resumed with more.
     */
    default boolean enough() {
        return false;
    }

    /**
     * What is about to run.
     *
     * @param parameters number of trainable numbers
     * @param items number of training items
     * @param epochs most epochs
     * @param device where it runs
     * @param resumedAtEpoch first epoch of this process, from 1
     */
    record Start(long parameters, int items, int epochs, String device, int resumedAtEpoch) {}

    /**
     * Where a run is.
     *
     * @param epoch from 1
     * @param epochs most epochs
     * @param batch from 1, within the epoch
     * @param batches per epoch
     * @param loss mean training loss of the epoch so far
     */
    record Progress(int epoch, int epochs, int batch, int batches, double loss) {}
}
