package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line for every epoch. */
final class EpochLines implements TrainingMonitor {

    private final String name;
    private final PrintStream output;

    EpochLines(String name, PrintStream output) {
        this.name = name;
        this.output = output;
    }

    @Override
    public void started(Start start) {
        output.println(String.format(Locale.ROOT, "%s: %d parameters", name, start.parameters()));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        output.println(String.format(Locale.ROOT, "%s: epoch %2d  train %.4f  validation %.4f  %.1f s", name, epoch.epoch(), epoch.trainLoss(),
                epoch.validation(), epoch.seconds()));
    }
}
