package dev.trivium.cli;

import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.timetracker.Corruption;
import dev.trivium.timeseries.timetracker.DecoderSwitches;
import dev.trivium.timeseries.timetracker.ExpertSettings;
import dev.trivium.timeseries.timetracker.Pretraining;
import dev.trivium.timeseries.timetracker.PretrainingRecipe;
import dev.trivium.timeseries.timetracker.SeriesSource;
import dev.trivium.timeseries.timetracker.TimeTrackerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Weights of a very small Time Tracker, trained for a moment on sines. */
public final class TinyWeights {

    private TinyWeights() {}

    /** Writes the weights. */
    public static Path write(Path file) throws IOException {
        return write(file, new Sines(1), new Sines(2));
    }

    /** Writes weights that were trained on other series. */
    public static Path write(Path file, SeriesSource train, SeriesSource validation) throws IOException {
        ExpertSettings experts = new ExpertSettings(1, 4, 2, 16, ExpertSettings.Affinity.SIGMOID, ExpertSettings.Unit.GELU, false, false);
        TimeTrackerSettings settings = new TimeTrackerSettings(12, 16, 2, 2, experts, 0, 16, List.of(0.1, 0.5, 0.9), DecoderSwitches.standard());
        PretrainingRecipe recipe = new PretrainingRecipe(8, 20, 3e-3, 5, 0.98, 1e-3, 0.05, Corruption.standard(), 8);
        Pretraining pretraining = new Pretraining(settings, recipe, train, validation);
        Path checkpoint = file.resolveSibling(file.getFileName() + ".checkpoint");
        pretraining.sit(Training.seed(1).withEpochs(1).withCheckpoint(checkpoint), score -> {});
        pretraining.finish(Training.seed(1).withResume(checkpoint), 1, file, score -> {});
        Files.delete(checkpoint);
        return file;
    }

    /** Sines of a day of hours. */
    private record Sines(long seed) implements SeriesSource {

        @Override
        public void draw(long index, float[] values) {
            for (int t = 0; t < values.length; t++) {
                values[t] = (float) (10 + Math.sin(2 * Math.PI * (t + 7 * index + seed) / 24));
            }
        }

        @Override
        public Map<String, Object> describe() {
            return Map.of("name", "sines", "seed", seed);
        }
    }
}
