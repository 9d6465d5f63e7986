package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.WindowForecasts;
import dev.trivium.timeseries.baseline.LastValueSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeTrackerForecasterTest {

    private static final int LENGTH = 400;
    private static final SeriesSet SERIES = Signals.season(LENGTH);

    @TempDir
    static Path folder;
    private static TimeTrackerSpec spec;
    private static Forecaster model;

    @BeforeAll
    static void bind() throws IOException {
        Path weights = folder.resolve("weights.trivium");
        try (TimeTracker tracker = Tiny.tracker()) {
            tracker.save(weights);
        }
        spec = TimeTrackerSpec.zeroShot(40, 20).with(Start.file(weights));
        model = fit(SERIES);
    }

    private static Forecaster fit(SeriesSet series) throws IOException {
        Split split = Split.ratios(series, 0.6, 0.2);
        return spec.fit(split.train(), split.validation(), Training.seed(1).withDevice("cpu"));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static SeriesSet withGaps() {
        return Signals.change(SERIES, (t, s, value) -> (t * 7 + s * 3) % 4 == 0 ? Double.NaN : value);
    }

    @Test
    void bindsTrainedWeightsToTheColumnsAndLearnsNothing() throws IOException {
        assertEquals(SERIES.variables(), model.variables());
        assertEquals("timetracker", model.spec().name());
        assertEquals(5L, ((Number) ((Map<?, ?>) model.provenance().get("weights")).get("seed")).longValue());
        try (Forecaster other = fit(Signals.change(SERIES, (t, s, value) -> -value))) {
            assertArrayEquals(model.predict(SERIES).mean().toArray(), other.predict(SERIES).mean().toArray());
        }
    }

    @Test
    void onlyTheLookBackCountsAndFewerRowsWillDo() {
        Forecast forecast = model.predict(SERIES);
        assertArrayEquals(forecast.mean().toArray(), model.predict(SERIES.rows(LENGTH - 40, LENGTH)).mean().toArray());
        assertEquals(20, model.predict(SERIES.rows(0, 3)).mean().length());
        assertEquals(5, forecast.quantiles().orElseThrow().levels().size());
    }

    @Test
    void seriesInAnotherOrderAndFurtherOnesAreAccepted() throws IOException {
        try (Forecaster two = fit(SERIES.select(List.of("a", "c")))) {
            assertArrayEquals(two.predict(SERIES).mean().toArray(), two.predict(SERIES.select(List.of("c", "a"))).mean().toArray());
            assertArrayEquals(model.predict(SERIES).mean().column(2), two.predict(SERIES).mean().column(1), 1e-4);
            var e = assertThrows(IllegalArgumentException.class, () -> two.predict(SERIES.select(List.of("a"))));
            assertEquals("name must be one of [a], got c", e.getMessage());
        }
    }

    @Test
    void rollingForecastsEqualThoseOfEachWindowAlone() {
        SeriesSet gaps = withGaps();
        Windows windows = Windows.over(Split.at(gaps, 200, 300, LENGTH).test(), 40, 20, 7);
        Forecaster.Rolling rolling = model.rolling(windows);
        assertEquals(List.of(0.025, 0.1, 0.5, 0.9, 0.975), rolling.levels());
        WindowForecasts all = rolling.forecast(0, windows.count());
        assertArrayEquals(Arrays.copyOfRange(all.mean(), 120, 300), rolling.predict(2, 5), 1e-3);
        for (int i = 0; i < windows.count(); i++) {
            Forecast alone = model.predict(gaps.rows(0, windows.origin(i)));
            assertArrayEquals(alone.mean().toArray(), Arrays.copyOfRange(all.mean(), 60 * i, 60 * (i + 1)), 1e-3);
            for (int q = 0; q < 5; q++) {
                double[] values = alone.quantiles().orElseThrow().values().get(q).toArray();
                assertArrayEquals(values, Arrays.copyOfRange(all.quantiles().get(q), 60 * i, 60 * (i + 1)), 1e-3);
            }
        }
    }

    @Test
    void valuesAfterTheOriginDoNotMoveTheForecast() {
        SeriesSet poisoned = Signals.change(withGaps(), (t, s, value) -> t < 350 ? value : 1e9);
        assertArrayEquals(at350(withGaps()).mean(), at350(poisoned).mean());
        assertArrayEquals(at350(withGaps()).quantiles().get(4), at350(poisoned).quantiles().get(4));
    }

    private static WindowForecasts at350(SeriesSet rows) {
        return model.rolling(Windows.over(Split.at(rows, 200, 350, 370).test(), 40, 20, 1)).forecast(0, 1);
    }

    @Test
    void aWindowWithNothingObservedOfASeriesGoesOnWithItsLastValue() {
        SeriesSet gaps = Signals.change(SERIES, (t, s, value) -> s == 1 && t > 250 ? Double.NaN : value);
        WindowForecasts forecast = at350(gaps);
        assertEquals(SERIES.value(250, 1), forecast.mean()[1]);
        assertEquals(SERIES.value(250, 1), forecast.quantiles().get(0)[58]);
        SeriesSet never = Signals.change(SERIES, (t, s, value) -> s == 1 ? Double.NaN : value);
        var e = assertThrows(IllegalArgumentException.class, () -> at350(never));
        assertEquals("windows must hold an observed value of every series before their end, got none of b before "
                + SERIES.time().label(310), e.getMessage());
    }

    @Test
    void aSavedForecasterForecastsBitForBitTheSame() throws IOException {
        Path file = folder.resolve("model.trivium");
        model.save(file);
        try (Forecaster restored = Forecaster.load(file, "cpu")) {
            assertEquals(((TimeTrackerSpec) model.spec()).with(Start.file(Path.of("weights.trivium"))), restored.spec()); // without its folder
            assertEquals(model.variables(), restored.variables());
            assertArrayEquals(model.predict(withGaps()).mean().toArray(), restored.predict(withGaps()).mean().toArray());
            Path again = folder.resolve("again.trivium");
            restored.save(again);
            assertEquals(-1, Files.mismatch(file, again));
        }
        try (TimeTracker weights = TimeTracker.load(file)) {
            assertEquals(Tiny.settings(), weights.settings());
        }
    }

    @Test
    void weightsAloneAreNoForecaster() throws IOException {
        Path weights = folder.resolve("weights.trivium");
        String message = assertThrows(ModelFileException.class, () -> Forecaster.load(weights)).getMessage();
        assertTrue(message.contains("must describe a forecaster, got weights alone; TimeTracker.load reads these"), message);
        Path other = folder.resolve("other.trivium");
        Split split = Split.ratios(SERIES, 0.6, 0.2);
        try (Forecaster last = new LastValueSpec(24, 8).fit(split.train(), split.validation(), Training.seed(1))) {
            last.save(other);
        }
        message = assertThrows(ModelFileException.class, () -> TimeTracker.load(other)).getMessage();
        assertTrue(message.contains("must be of the kind timetracker, got "), message);
    }

    @Test
    void aFileOfAnotherShapeIsRefusedByName() throws IOException {
        Path file = folder.resolve("shape.trivium");
        TimeTrackerSettings tiny = Tiny.settings();
        TimeTrackerSettings said = new TimeTrackerSettings(8, 16, 1, 2, tiny.experts(), 0, 12, tiny.quantiles(), tiny.switches());
        try (TimeTracker tracker = Tiny.tracker()) {
            NetworkModel model = tracker.model();
            SavedTimeTracker.write(file, new NetworkModel(said, model.network(), model.parameters(), model.graph()), Map.of());
        }
        String message = assertThrows(ModelFileException.class, () -> TimeTracker.load(file)).getMessage();
        assertTrue(message.contains("unexpected: ") && message.contains("layer.1."), message);
    }

    @Test
    void refusesWindowsOfOtherLengths() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> model.rolling(Windows.over(Split.ratios(SERIES, 0.6, 0.2).test(), 40, 19, 1)));
        assertEquals("windows must be of 40 → 20 rows as the model, got 40 → 19", e.getMessage());
    }

    @Test
    void aClosedForecasterSaysSo() throws IOException {
        Forecaster closed = fit(SERIES);
        closed.close();
        closed.close();
        String message = assertThrows(IllegalStateException.class, () -> closed.predict(SERIES)).getMessage();
        assertEquals("forecaster must be open, got one that was closed", message);
    }

    @Test
    void standsAmongTheNamedModels() {
        assertEquals(TimeTrackerSpec.zeroShot(512, 96), NamedForecasters.of("timetracker", 512, 96, 0));
        assertTrue(!NamedForecasters.hasEpochs("timetracker") && !NamedForecasters.isRandom("timetracker"));
        assertEquals(List.of(Variable.of("a", "kW")), List.of(model.variables().get(0)));
        var e = assertThrows(IllegalArgumentException.class, () -> TimeTrackerSpec.zeroShot(0, 96));
        assertEquals("lookback must be between 1 and 100000, got 0", e.getMessage());
    }

    @Test
    void randomWeightsAreNotUsedAsTheyAre() {
        Split split = Split.ratios(SERIES, 0.6, 0.2);
        var e = assertThrows(IllegalArgumentException.class, () -> spec.with(new Start.Random(Tiny.settings()))
                .fit(split.train(), split.validation(), Training.seed(1)));
        assertEquals("start must be trained weights for a recipe that learns nothing, got random ones", e.getMessage());
    }
}
