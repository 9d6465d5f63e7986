package dev.trivium.reproduce.intervals;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints a line per epoch.
 *
 * @param run    which fit it is
 * @param output where to
 */
record EpochLines(String run, PrintStream output) implements TrainingMonitor {

    @Override
    public void started(Start start) {
        output.println(String.format(Locale.ROOT, "%s: %d parameters, %d training items", run, start.parameters(), start.items()));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        output.println(String.format(Locale.ROOT, "%s: epoch %2d  train %.4f  validation %.4f%s  %.1f s", run, epoch.epoch(), epoch.trainLoss(),
                epoch.validation(), epoch.best() ? " *" : "  ", epoch.seconds()));
    }
}
