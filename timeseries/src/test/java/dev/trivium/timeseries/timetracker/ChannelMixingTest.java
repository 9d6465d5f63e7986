package dev.trivium.timeseries.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChannelMixingTest {

    private static final SeriesSet SERIES = Signals.change(Signals.season(500), (t, s, value) -> s == 2 && t % 9 == 4 ? Double.NaN : value);
    private static final FineTuning SHORT = FineTuning.standard().withEpochs(1, 1).withRate(3e-3, 0.5).withStride(16).withBatch(8);

    @TempDir
    static Path folder;
    private static Path weights;

    @BeforeAll
    static void makeWeights() throws IOException {
        weights = folder.resolve("weights.trivium");
        try (TimeTracker tracker = Tiny.tracker()) {
            tracker.save(weights);
        }
    }

    private static Forecaster fit(Mixing mixing) throws IOException {
        Split split = Split.ratios(SERIES, 0.6, 0.2);
        return TimeTrackerSpec.fineTuned(40, 12, SHORT.with(mixing)).with(Start.file(weights))
                .fit(split.train(), split.validation(), Training.seed(2).withDevice("cpu"));
    }

    static Stream<Mixing> mixing() {
        return Stream.of(Mixing.all(), Mixing.soft(), Mixing.hard(), Mixing.nearest(1));
    }

    @ParameterizedTest
    @MethodSource("mixing")
    void seriesThatSeeEachOtherAreLearntSavedAndForecast(Mixing mixing) throws IOException {
        Path file = folder.resolve(mixing.kind() + ".trivium");
        try (Forecaster model = fit(mixing)) {
            model.save(file);
            double[] mean = model.predict(SERIES).mean().toArray();
            assertTrue(Arrays.stream(mean).allMatch(Double::isFinite));
            SeriesSet turned = SERIES.select(List.of("c", "a", "b"));
            try (Forecaster restored = Forecaster.load(file, "cpu"); TimeTracker tracker = TimeTracker.load(file)) {
                assertArrayEquals(mean, restored.predict(SERIES).mean().toArray());
                assertEquals(mixing, tracker.mixing());
                SeriesSet other = tracker.forecast(turned.rows(460, 500), 12, Prediction.zeroShot()).mean().select(List.of("a", "b", "c"));
                assertArrayEquals(mean, other.toArray(), 2e-3);
                assertEquals(12, restored.predict(SERIES.rows(0, 5)).mean().length());
                Path again = folder.resolve("again.trivium");
                restored.save(again);
                assertEquals(-1, Files.mismatch(file, again));
            }
        }
    }

    @Test
    void whenAllSeeEachOtherOneMovesTheForecastOfAnother() throws IOException {
        SeriesSet moved = Signals.change(SERIES, (t, s, value) -> s == 0 ? Math.sin(t * t) : value);
        try (Forecaster mixed = fit(Mixing.all()); Forecaster alone = fit(Mixing.alone())) {
            assertNotEquals(mixed.predict(SERIES).mean().value(5, 1), mixed.predict(moved).mean().value(5, 1));
            assertEquals(alone.predict(SERIES).mean().value(5, 1), alone.predict(moved).mean().value(5, 1), 1e-5);
        }
    }

    @Test
    void theGraphLearnsAsANewParameter() throws IOException {
        try (Forecaster model = fit(Mixing.soft())) {
            Map<String, float[]> after = ((TimeTrackerForecaster) model).tracker().model().parameters().snapshot();
            assertNotEquals((float) Math.log(Math.E - 1), after.get("graph.sharpness")[0]);
            assertNotEquals(0, after.get("layer.1.attention.cross")[0]);
            Map<?, ?> start = (Map<?, ?>) model.provenance().get("start");
            assertEquals(List.of("graph.sharpness", "graph.weight"), start.get("fresh"));
        }
    }

    @Test
    void rollingForecastsEqualThoseOfEachWindowAlone() throws IOException {
        try (Forecaster model = fit(Mixing.soft())) {
            Windows windows = Windows.over(Split.at(SERIES, 300, 400, 500).test(), 40, 12, 20);
            double[] all = model.rolling(windows).predict(0, windows.count());
            for (int i = 0; i < windows.count(); i++) {
                double[] alone = model.predict(SERIES.rows(0, windows.origin(i))).mean().toArray();
                assertArrayEquals(alone, Arrays.copyOfRange(all, 36 * i, 36 * (i + 1)), 2e-3);
            }
        }
    }

    @Test
    void refusesANumberOfSeriesThatTheRuleHasNot() {
        assertEquals("nearest must be at least 1 for NEAREST, got 0",
                assertThrows(IllegalArgumentException.class, () -> Mixing.nearest(0)).getMessage());
        assertEquals("nearest must be 0 for ALL, got 2",
                assertThrows(IllegalArgumentException.class, () -> new Mixing(Mixing.Kind.ALL, 2)).getMessage());
    }
}
