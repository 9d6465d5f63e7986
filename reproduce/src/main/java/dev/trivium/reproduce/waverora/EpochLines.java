package dev.trivium.reproduce.waverora;

import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.TrainingMonitor;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a line per epoch. */
final class EpochLines implements TrainingMonitor {

    private final Setting setting;
    private final long seed;
    private final PrintStream output;

    EpochLines(Setting setting, long seed, PrintStream output) {
        this.setting = setting;
        this.seed = seed;
        this.output = output;
    }

    @Override
    public void started(Start start) {
        output.println(String.format(Locale.ROOT, "%s: %d parameters, %d training windows, seed %d", setting, start.parameters(),
                start.items(), seed));
    }

    @Override
    public void finishedEpoch(EpochResult epoch) {
        output.println(String.format(Locale.ROOT, "%s: epoch %2d  train %.4f  validation %.4f%s  %.1f s", setting, epoch.epoch(),
                epoch.trainLoss(), epoch.validation(), epoch.best() ? " *" : "  ", epoch.seconds()));
    }
}
