package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns whose future is known: a strike empties the stations, and no look-back tells of it. */
class KnownFutureTest {

    private static final int LENGTH = 900;
    private static final List<String> KNOWN = List.of("strike");
    private static SeriesSet series;
    private static Forecaster model;

    @BeforeAll
    static void fitOnce() {
        Random random = new Random(21);
        double[] values = new double[LENGTH * 3];
        for (int t = 0; t < LENGTH; t++) {
            double strike = random.nextInt(6) == 0 ? 1 : 0;
            values[3 * t] = 100 - 60 * strike + random.nextGaussian();
            values[3 * t + 1] = strike;
            values[3 * t + 2] = 20 - 10 * strike + random.nextGaussian();
        }
        series = SeriesSet.of(TimeAxis.days(1, LocalDateTime.parse("2020-01-01T00:00"), ZoneOffset.UTC, LENGTH),
                List.of(Variable.of("north"), Variable.of("strike"), Variable.of("south")), values);
        Split split = Split.ratios(series, 0.6, 0.2);
        model = new BoostedTreesSpec(14, 5, KNOWN).fit(split.train(), split.validation(), Training.seed(1));
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** The first rows, of which the last five tell of the known column only. */
    private static SeriesSet history(int length) {
        return Signals.change(series.rows(0, length), (t, s, value) -> t >= length - 5 && s != 1 ? Double.NaN : value);
    }

    @Test
    void knownColumnsAreUsedAndNotForecast() {
        assertEquals(KNOWN, model.spec().known());
        assertEquals(List.of("north", "south"), model.variables().stream().map(Variable::name).toList());
        SeriesSet mean = model.predict(history(LENGTH)).mean();
        assertEquals(series.time().slice(LENGTH - 5, LENGTH), mean.time());
        for (int h = 0; h < 5; h++) {
            int t = LENGTH - 5 + h;
            assertEquals(series.value(t, 0), mean.value(h, 0), 8, "north at " + mean.time().label(h));
            assertEquals(series.value(t, 2), mean.value(h, 1), 4, "south at " + mean.time().label(h));
        }
    }

    @Test
    void anotherFutureGivesAnotherForecast() {
        SeriesSet strikes = Signals.change(history(LENGTH), (t, s, value) -> t >= LENGTH - 5 ? (s == 1 ? 1 : value) : value);
        SeriesSet none = Signals.change(history(LENGTH), (t, s, value) -> t >= LENGTH - 5 ? (s == 1 ? 0 : value) : value);
        for (int h = 0; h < 5; h++) {
            double difference = model.predict(none).mean().value(h, 0) - model.predict(strikes).mean().value(h, 0);
            assertEquals(60, difference, 12, "step " + h);
        }
    }

    @Test
    void rollingForecastsEqualThoseOfEachWindowAlone() {
        Windows windows = Windows.over(Split.at(series, 500, 700, 800).test(), 14, 5, 9);
        double[] all = model.rolling(windows).predict(0, windows.count());
        for (int i = 0; i < windows.count(); i++) {
            double[] alone = model.predict(history(windows.origin(i) + 5)).mean().toArray();
            assertArrayEquals(alone, Arrays.copyOfRange(all, 10 * i, 10 * (i + 1)), "window " + i);
        }
    }

    @Test
    void targetsAfterTheOriginDoNotMoveARollingForecast() {
        SeriesSet poisoned = Signals.change(series, (t, s, value) -> t >= 700 && s != 1 ? 1e9 : value);
        double[] clean = model.rolling(Windows.over(Split.at(series, 500, 700, 705).test(), 14, 5, 1)).predict(0, 1);
        assertArrayEquals(clean, model.rolling(Windows.over(Split.at(poisoned, 500, 700, 705).test(), 14, 5, 1)).predict(0, 1));
    }

    @Test
    void aRestoredModelKnowsThemToo(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.trivium");
        model.save(file);
        try (Forecaster restored = Forecaster.load(file)) {
            assertEquals(KNOWN, restored.spec().known());
            assertArrayEquals(model.predict(history(LENGTH)).mean().toArray(), restored.predict(history(LENGTH)).mean().toArray());
        }
    }

    @Test
    void refusesAHistoryWithoutItsKnownFuture() {
        refused("the last 5 rows of history must hold the known columns [strike] only, got a value of north at 2022-06-14",
                () -> model.predict(series));
        SeriesSet hole = Signals.change(history(LENGTH), (t, s, value) -> t == LENGTH - 2 ? Double.NaN : value);
        refused("known column strike must have a value at every step of the forecast, got none at 2022-06-17", () -> model.predict(hole));
        refused("history must hold at least the look-back of 14 rows and the 5 rows of the future in which [strike] are known, got 18",
                () -> model.predict(history(18)));
        refused("name must be one of [north, south], got strike", () -> model.predict(series.select(List.of("north", "south"))));
    }

    @Test
    void refusesColumnsThatCannotBeKnown() {
        Split split = Split.ratios(series, 0.6, 0.2);
        refused("known must name columns of the data, [north, strike, south], got holiday",
                () -> new BoostedTreesSpec(14, 5, List.of("holiday")).fit(split.train(), split.validation(), Training.seed(1)));
        refused("known must leave a series to forecast, got all columns, [north, strike, south]",
                () -> new BoostedTreesSpec(14, 5, series.names()).fit(split.train(), split.validation(), Training.seed(1)));
        refused("known must name different columns, got [strike, strike]", () -> new BoostedTreesSpec(14, 5, List.of("strike", "strike")));
    }

    private static void refused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Test
    void otherBaselinesKnowNoColumns() {
        assertTrue(new LinearSpec(14, 5).known().isEmpty());
    }
}
