package dev.trivium.timeseries;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.timeseries.baseline.SavedBaseline;
import dev.trivium.timeseries.interval.SavedIntervals;
import dev.trivium.timeseries.timetracker.SavedTimeTracker;
import dev.trivium.timeseries.waverora.SavedWaveRora;
import java.io.IOException;
import java.nio.file.Path;

/** Finds the reader for a model file. */
final class SavedForecasters {

    private SavedForecasters() {}

    static Forecaster read(Path file, String device) throws IOException {
        ModelContents contents = ModelFile.read(file);
        Forecaster base = read(file, SavedIntervals.without(contents), device);
        try {
            return SavedIntervals.read(file, contents, base);
        } catch (IOException | RuntimeException e) {
            base.close();
            throw e;
        }
    }

    private static Forecaster read(Path file, ModelContents contents, String device) throws IOException {
        if (SavedBaseline.isKind(contents.kind())) {
            return SavedBaseline.read(file, contents);
        }
        return switch (contents.kind()) {
            case SavedWaveRora.KIND -> SavedWaveRora.read(file, contents, device);
            case SavedTimeTracker.KIND -> SavedTimeTracker.read(file, contents, device);
            case ModelContents.CHECKPOINT -> throw new ModelFileException(file, "manifest.json",
                    "is the checkpoint of an unfinished training; go on with it by --resume");
            default -> throw new ModelFileException(file, "manifest.json", "must be a forecaster, got the kind " + contents.kind());
        };
    }
}
