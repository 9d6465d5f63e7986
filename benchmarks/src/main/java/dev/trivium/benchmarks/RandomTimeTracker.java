package dev.trivium.benchmarks;

import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.timetracker.Corruption;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.PretrainingRecipe;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import java.io.IOException;
import java.nio.file.Path;

/** Weights of Time Tracker's standard network that have learnt next to nothing: what a forecast costs does not depend on them. */
final class RandomTimeTracker {

    private RandomTimeTracker() {}

    /** {@return weights after two steps, written into a folder} */
    static Path write(Path folder) throws IOException {
        PretrainingRecipe recipe = recipe(2, 1, Corruption.standard());
        Pretraining pretraining = new Pretraining(TimeTrackerSettings.standard(), recipe, new NoiseSource(1), new NoiseSource(2));
        Path checkpoint = folder.resolve("random-checkpoint.trivium");
        Path weights = folder.resolve("random-weights.trivium");
        Training training = Training.seed(7).withDevice("cpu");
        pretraining.sit(training.withCheckpoint(checkpoint).withMonitor(new TrainingMonitor() {
            @Override
            public boolean enough() {
                return true;
            }
        }), score -> {});
        pretraining.finish(training.withResume(checkpoint), 1, weights, score -> {});
        return weights;
    }

    /** {@return the standard recipe with short epochs, the least validation and other hiding} */
    static PretrainingRecipe recipe(int batch, int stepsPerEpoch, Corruption corruption) {
        PretrainingRecipe standard = PretrainingRecipe.standard();
        return new PretrainingRecipe(batch, stepsPerEpoch, standard.rate(), standard.warmup(), standard.beta2(), standard.gamma(),
                standard.meanWeight(), corruption, 1);
    }
}
