package dev.trivium.reproduce.molgraph;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line for every tenth epoch. */
final class TenthEpochLines implements TrainingMonitor {

    private static final int EVERY = 10;

    private final String name;
    private final PrintStream output;
    private double best = Double.POSITIVE_INFINITY;

    TenthEpochLines(String name, PrintStream output) {
        this.name = name;
        this.output = output;
    }

    @Override
    public void started(Start start) {
        output.println(String.format(Locale.ROOT, "%s: %d parameters, %d molecules", name, start.parameters(), start.items()));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        best = Math.min(best, epoch.validation());
        if (epoch.epoch() % EVERY == 0) {
            output.println(String.format(Locale.ROOT, "%s: epoch %3d  train %.4f  validation %.4f  best %.4f  %.1f s", name, epoch.epoch(),
                    epoch.trainLoss(), epoch.validation(), best, epoch.seconds()));
        }
    }
}
