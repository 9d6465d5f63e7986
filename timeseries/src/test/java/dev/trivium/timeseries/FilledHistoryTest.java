package dev.trivium.timeseries;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.fill.GapFiller;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.LastValueSpec;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilledHistoryTest {

    private static final double MARK = 77;
    private final SeriesSet walk = Signals.walk(100);

    /** Writes one number into every gap. */
    private static GapFiller constant(double number) {
        return series -> {
            BitSet filled = new BitSet();
            for (int i = 0; i < series.length() * series.width(); i++) {
                filled.set(i, !series.observed(i / series.width(), i % series.width()));
            }
            SeriesSet values = Signals.change(series, (t, s, value) -> Double.isNaN(value) ? number : value);
            return new FilledSeries(values, values, values, 0.9, filled);
        };
    }

    private Forecaster model() throws IOException {
        Split split = Split.ratios(walk, 0.6, 0.2);
        return new LastValueSpec(10, 3).fit(split.train(), split.validation(), Training.seed(1));
    }

    @Test
    void aHistoryThatMissesTooMuchIsFilledAndForecast() throws IOException {
        SeriesSet gaps = Signals.change(walk, (t, s, value) -> t >= 95 ? Double.NaN : t == 50 ? Double.NaN : value);
        try (Forecaster model = model()) {
            assertTrue(0.5 > Forecaster.MAX_MISSING_SHARE);
            assertThrows(IllegalArgumentException.class, () -> model.predict(gaps));
            Forecast forecast = model.predict(gaps, constant(MARK));
            assertEquals(MARK, forecast.mean().value(2, 0));
            assertEquals(5L * walk.width(), forecast.filledCells(), "in the look-back");
            assertEquals(0, model.predict(walk).filledCells());
        }
    }

    @Test
    void withoutAGapTheFillerChangesNothing() throws IOException {
        try (Forecaster model = model()) {
            Forecast filled = model.predict(walk, constant(MARK));
            assertArrayEquals(model.predict(walk).mean().toArray(), filled.mean().toArray());
            assertEquals(0, filled.filledCells());
        }
    }

    @Test
    void theFillerSeesNoRowOfTheHorizon() throws IOException {
        Split split = Split.ratios(Signals.walk(400), 0.6, 0.2);
        String known = walk.names().get(1);
        try (Forecaster model = new BoostedTreesSpec(10, 3, List.of(known)).fit(split.train(), split.validation(), Training.seed(1))) {
            SeriesSet history = Signals.change(walk, (t, s, value) -> t >= 97 && s != 1 || t == 90 ? Double.NaN : value);
            SeriesSet poisoned = Signals.change(history, (t, s, value) -> t >= 97 && s == 1 ? 1e6 : value);
            int[] rows = {0};
            GapFiller filler = series -> {
                rows[0] = series.length();
                for (double value : series.toArray()) {
                    assertTrue(!(value >= 1e6));
                }
                return constant(1).fill(series);
            };
            assertEquals(walk.width(), model.predict(poisoned, filler).filledCells());
            assertEquals(97, rows[0]);
        }
    }

    @Test
    void aFillerThatChangesWhatWasObservedIsRefused() throws IOException {
        GapFiller wrong = series -> {
            SeriesSet values = Signals.change(series, (t, s, value) -> 1.5);
            return new FilledSeries(values, values, values, 0.9, new BitSet());
        };
        try (Forecaster model = model()) {
            var e = assertThrows(IllegalArgumentException.class, () -> model.predict(walk, wrong));
            assertTrue(e.getMessage().startsWith("filler must leave observed cells as they are, got 1.5 for "), e.getMessage());
            var other = assertThrows(IllegalArgumentException.class, () -> model.predict(walk, series -> constant(1).fill(series.rows(0, 50))));
            assertTrue(other.getMessage().startsWith("filler must give back the rows and series of the history, "), other.getMessage());
            assertThrows(IllegalArgumentException.class, () -> model.predict(walk.rows(0, 5), constant(1)));
        }
    }

    @Test
    void aForecasterRefusesAViewOfSeveralRuns() {
        Split split = Split.months(Signals.walk(100).withTime(TimeAxis.days(1,
                LocalDateTime.parse("2020-01-01T00:00"), ZoneOffset.UTC, 100)), Set.of(2), 0.1);
        var e = assertThrows(IllegalArgumentException.class,
                () -> new LastValueSpec(10, 3).fit(split.train(), split.validation(), Training.seed(1)));
        assertEquals("a forecaster must have a view of one run of rows, got 2 runs, as a split by months makes them", e.getMessage());
    }
}
