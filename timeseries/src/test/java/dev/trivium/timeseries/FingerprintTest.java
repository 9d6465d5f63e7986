package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.sample.Samples;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.baseline.LinearSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program of docs/replay.md, and what it rests on. */
class FingerprintTest {

    @Test
    void twoFitsOfOneRecipeHaveTheSameAndThatOfTheirFiles() throws IOException {
        SeriesSet series = Samples.chicagoL().series().rows(0, 400);
        Split split = Split.ratios(series, 0.7, 0.1);
        ForecasterSpec spec = new LinearSpec(14, 2);
        try (Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1))) {
            model.save(Path.of("linear.trivium"));
            String before = ModelFile.fingerprint(Path.of("linear.trivium"));
            boolean same;
            try (Forecaster again = spec.fit(split.train(), split.validation(), Training.seed(1))) {
                same = before.equals(again.fingerprint());
            }
            assertTrue(same);
            assertEquals(before, model.fingerprint());
            try (Forecaster loaded = Forecaster.load(Path.of("linear.trivium"))) {
                assertEquals(before, loaded.fingerprint());
            }
            Split other = Split.ratios(series.rows(0, 399), 0.7, 0.1);
            try (Forecaster shorter = spec.fit(other.train(), other.validation(), Training.seed(1))) {
                assertNotEquals(before, shorter.fingerprint());
            }
        } finally {
            Files.deleteIfExists(Path.of("linear.trivium"));
        }
    }
}
