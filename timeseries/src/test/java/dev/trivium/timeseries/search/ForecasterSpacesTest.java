package dev.trivium.timeseries.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.training.EpochResult;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingMonitor;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.baseline.LastValueSpec;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecasterSpacesTest {

    @TempDir
    private Path folder = Path.of("");

    private static Split split(double factorOfTheTest) {
        int rows = 400;
        double[] values = new double[rows * 2];
        for (int t = 0; t < rows; t++) {
            double far = t >= 300 ? factorOfTheTest : 1;
            values[2 * t] = far * (Math.sin(t / 3.8) + 0.1 * Math.cos(t * t));
            values[2 * t + 1] = far * Math.cos(t / 3.8);
        }
        return Split.at(SeriesSet.of(TimeAxis.index(0, 1, rows), List.of(Variable.of("a"), Variable.of("b")), values), 220, 300, rows);
    }

    @Test
    void theStandardSettingsAreTheRecipeItself() {
        for (ForecasterSpec spec : List.of(NamedForecasters.of("waverora", 96, 24, 0), NamedForecasters.of("published:Weather", 96, 96, 0),
                NamedForecasters.of("linear", 96, 24, 0), NamedForecasters.of("boosted-trees", 96, 24, 0, List.of("price")),
                TimeTrackerSpec.fineTuned(512, 24, FineTuning.standard()))) {
            Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(spec, 8640, 7);
            assertEquals(spec, tunable.with(tunable.standard()));
        }
    }

    @Test
    void everyPointOfASpaceIsARecipe() {
        for (ForecasterSpec spec : List.of(NamedForecasters.of("waverora", 96, 24, 0), NamedForecasters.of("waverora", 8, 1, 0),
                NamedForecasters.of("linear", 96, 24, 0), NamedForecasters.of("boosted-trees", 96, 24, 0),
                TimeTrackerSpec.fineTuned(512, 24, FineTuning.standard()))) {
            Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(spec, 700, 3);
            SplittableRandom random = new SplittableRandom(1);
            for (int i = 0; i < 200; i++) {
                ForecasterSpec drawn = tunable.with(tunable.space().draw(random));
                assertTrue(drawn.horizon() == spec.horizon() && (drawn.lookback() <= 350 || drawn.lookback() == spec.lookback()), drawn.toString());
            }
        }
    }

    @Test
    void typedSettingsMakeARecipe() {
        Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(NamedForecasters.of("waverora", 96, 24, 0), 8640, 7);
        WaveRoraSpec spec = (WaveRoraSpec) tunable.with(Map.of("rate", "2e-3", "wavelet", "haar", "lookback", "192"));
        assertEquals(192, spec.lookback());
        assertEquals(2e-3, spec.recipe().rate());
        assertEquals(256, spec.architecture().encoder().width());
        assertEquals("width must be a positive multiple of heads, got width=20, heads=8",
                assertThrows(IllegalArgumentException.class, () -> tunable.with(Map.of("width", "20"))).getMessage());
    }

    @Test
    void methodsWithoutSettingsAreNamed() {
        assertEquals("model must be waverora, timetracker-tuned, linear or boosted-trees to be searched, got last-value",
                assertThrows(IllegalArgumentException.class, () -> ForecasterSpaces.of(new LastValueSpec(4, 2), 100, 1)).getMessage());
    }

    @Test
    void theScoreDoesNotDependOnTestRowsAndIsThatOfTheLinearFitItself() throws IOException {
        ForecasterSpec spec = NamedForecasters.of("linear", 24, 6, 0);
        double[] scores = new double[2];
        for (int i = 0; i < 2; i++) {
            Split parts = split(i == 0 ? 1 : 1e9);
            ValidationError error = ValidationError.of(parts.train(), parts.validation(), 24, 6, List.of());
            assertEquals(75, error.windows());
            try (Forecaster fitted = spec.fit(parts.train(), parts.validation(), Training.seed(1))) {
                scores[i] = error.of(fitted);
                Map<?, ?> metrics = (Map<?, ?>) fitted.provenance().get("metrics");
                assertEquals(((Number) metrics.get("validation.mse")).doubleValue(), scores[i], 1e-9);
            }
        }
        assertEquals(scores[0], scores[1]);
    }

    @Test
    void allLookBacksAnswerForTheSameTargets() throws IOException {
        Split parts = split(1);
        ValidationError error = ValidationError.of(parts.train(), parts.validation(), 24, 6, List.of());
        for (int lookback : new int[] {4, 100}) {
            try (Forecaster fitted = NamedForecasters.of("last-value", lookback, 6, 0).fit(parts.train(), parts.validation(), Training.seed(1));
                    Forecaster other = NamedForecasters.of("last-value", 24, 6, 0).fit(parts.train(), parts.validation(), Training.seed(1))) {
                assertEquals(error.of(other), error.of(fitted));
            }
        }
    }

    /** Stops after some epochs, as a rung of successive halving does. */
    private record Until(int epochs, int[] seen) implements TrainingMonitor {

        @Override
        public void finishedEpoch(EpochResult epoch) {
            seen[0] = epoch.epoch();
        }

        @Override
        public boolean enough() {
            return seen[0] >= epochs;
        }
    }

    @Test
    void rungsThatGoOnFromACheckpointEndAsOneUninterruptedRun() throws IOException {
        Split parts = split(1);
        Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(WaveRoraSpec.of(24, 6), 220, 2);
        ForecasterSpec spec = tunable.with(tunable.standard().with("width", 32).with("hidden", 16).with("embedding", 8).with("lookback", 24));
        Path checkpoint = folder.resolve("checkpoint");
        ValidationError error = ValidationError.of(parts.train(), parts.validation(), 24, 6, List.of());
        double rungs = Double.NaN;
        double[] inRungs = new double[0];
        for (int epochs : new int[] {1, 3, 6}) {
            Training training = Training.seed(5).withDevice("cpu").withEpochs(6).withCheckpoint(checkpoint).withMonitor(new Until(epochs, new int[1]));
            try (Forecaster fitted = spec.fit(parts.train(), parts.validation(), epochs == 1 ? training : training.withResume(checkpoint))) {
                assertFalse(rungs <= 0);
                rungs = error.of(fitted);
                inRungs = fitted.predict(parts.validation().series()).mean().toArray();
            }
        }
        try (Forecaster fitted = spec.fit(parts.train(), parts.validation(), Training.seed(5).withDevice("cpu").withEpochs(6))) {
            assertArrayEquals(fitted.predict(parts.validation().series()).mean().toArray(), inRungs);
            assertEquals(error.of(fitted), rungs);
        }
    }

    @Test
    void settingsOfAStudyCanBeTypedAgain() {
        Tunable<ForecasterSpec> tunable = ForecasterSpaces.of(NamedForecasters.of("waverora", 96, 24, 0), 8640, 7);
        Settings drawn = tunable.space().draw(new SplittableRandom(3));
        Map<String, String> typed = new java.util.LinkedHashMap<>();
        drawn.values().forEach((name, value) -> typed.put(name, Settings.text(value)));
        assertEquals(tunable.with(drawn), tunable.with(typed));
    }
}
