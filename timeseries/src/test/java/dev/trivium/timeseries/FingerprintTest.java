package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.baseline.LinearSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    Path folder;

    @Test
    void twoFitsOfOneRecipeHaveTheSameAndThatOfTheirFiles() throws IOException {
        SeriesSet series = Samples.chicagoL().series().rows(0, 400);
        Split split = Split.ratios(series, 0.7, 0.1);
        Path file = folder.resolve("linear.trivium");
        String first;
        try (Forecaster model = new LinearSpec(14, 2).fit(split.train(), split.validation(), Training.seed(1))) {
            model.save(file);
            first = model.fingerprint();
        }
        assertEquals(first, ModelFile.fingerprint(file));
        try (Forecaster again = new LinearSpec(14, 2).fit(split.train(), split.validation(), Training.seed(1))) {
            assertEquals(first, again.fingerprint());
        }
        try (Forecaster loaded = Forecaster.load(file)) {
            assertEquals(first, loaded.fingerprint());
        }
        Split other = Split.ratios(series.rows(0, 399), 0.7, 0.1);
        try (Forecaster model = new LinearSpec(14, 2).fit(other.train(), other.validation(), Training.seed(1))) {
            assertNotEquals(first, model.fingerprint());
        }
    }
}
