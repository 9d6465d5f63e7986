package dev.trivium.reproduce.record;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Prints a line per epoch; the best so far has a star.
 *
 * @param name which fit it is
 * @param items what is learned from, such as {@code training windows}
 * @param output where to
 */
public record EpochLines(String name, String items, PrintStream output) implements TrainingMonitor {

    @Override
    public void started(Start start) {
        output.println(String.format(Locale.ROOT, "%s: %d parameters, %d %s", name, start.parameters(), start.items(), items));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        output.println(String.format(Locale.ROOT, "%s: epoch %2d  train %.4f  validation %.4f%s  %.1f s", name, epoch.epoch(), epoch.trainLoss(),
                epoch.validation(), epoch.best() ? " *" : "  ", epoch.seconds()));
    }
}
