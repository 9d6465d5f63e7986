package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.trees.XgboostTrees;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterContract;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.RealSeries;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.backtest.Backtest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoostedTreesTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        return new BoostedTreesSpec(24, 8);
    }

    private static BaselineForecaster forest(Split split) {
        return new BoostedTreesFitting(new BoostedTreesSpec(24, 8), new ForestLearner()).fit(split.train(), split.validation(),
                Training.seed(3));
    }

    @Test
    void seedsDrawOtherRows() {
        Split split = Split.ratios(Signals.season(2000), 0.6, 0.2);
        double[] first = forecast(split, 1);
        assertArrayEquals(first, forecast(split, 1));
        assertTrue(!Arrays.equals(first, forecast(split, 2)));
    }

    private static double[] forecast(Split split, long seed) {
        try (Forecaster model = new BoostedTreesSpec(24, 8).fit(split.train(), split.validation(), Training.seed(seed))) {
            return model.predict(split.test().series()).mean().toArray();
        }
    }

    @Test
    void aForestTakesThePlaceOfXgboostAndSaysSo(@TempDir Path folder) throws IOException {
        Split split = Split.ratios(Signals.season(300), 0.6, 0.2);
        SeriesSet history = split.test().series();
        try (BaselineForecaster model = forest(split); BaselineForecaster again = forest(split)) {
            assertEquals(Optional.of("a random forest of 40 trees: XGBoost's native library did not run where it was fitted"), model.note());
            double[] forecast = model.predict(history).mean().toArray();
            assertArrayEquals(forecast, again.predict(history).mean().toArray());
            model.save(folder.resolve("forest.trivium"));
            try (Forecaster restored = Forecaster.load(folder.resolve("forest.trivium"))) {
                assertEquals(model.note(), restored.note());
                assertArrayEquals(forecast, restored.predict(history).mean().toArray());
            }
            double error = Backtest.of(split, 24, 8, 1, 12).score(model).errors().overall(Unit.STANDARDISED).mse();
            assertTrue(error < 0.1, "mse must be below 0.1 of the variance, got " + error);
        }
    }

    @Test
    void xgboostRunsOnThisPlatformIfItHasANativeLibraryForIt() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        Assumptions.assumeTrue(platform.equals("Linux amd64"), "skipped: no native library of XGBoost for " + platform);
        assertTrue(XgboostTrees.runs(), "XGBoost must run here; is libgomp installed?");
    }

    @Test
    void theForecastFollowsALevelThatTrainingNeverSaw() {
        SeriesSet series = Signals.season(600);
        Split split = Split.ratios(series, 0.6, 0.2);
        try (Forecaster model = new BoostedTreesSpec(24, 8).fit(split.train(), split.validation(), Training.seed(1))) {
            SeriesSet low = model.predict(series).mean();
            SeriesSet high = model.predict(Signals.change(series, (t, s, value) -> value + 1000)).mean();
            for (int h = 0; h < 8; h++) {
                assertEquals(low.value(h, 0) + 1000, high.value(h, 0), 0.5, "step " + h); // rounding moves a value over a limit
            }
        }
    }

    @Test
    void aCalendarInputNeedsItsCycleTwiceInTheTrainingRows() {
        assertEquals(0, calendar(TimeAxis.index(0, 1, 9999)));
        assertEquals(0, calendar(TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, 48)));
        assertEquals(1, calendar(TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, 49)));
        assertEquals(2, calendar(TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, 24 * 14 + 1)));
        assertEquals(3, calendar(TimeAxis.every(Duration.ofHours(1), Instant.EPOCH, ZoneOffset.UTC, 8640)));
        assertEquals(4, calendar(TimeAxis.days(1, LocalDateTime.parse("2001-01-08T00:00"), ZoneOffset.UTC, 3988)));
    }

    private static int calendar(TimeAxis time) {
        return TreeLayout.calendarOf(time);
    }

    @Test
    void integersCanBeATimeAxis() {
        SeriesSet series = Signals.season(600);
        SeriesSet numbered = series.withTime(TimeAxis.index(5, 1, 600));
        Split split = Split.ratios(numbered, 0.6, 0.2);
        try (Forecaster model = new BoostedTreesSpec(24, 8).fit(split.train(), split.validation(), Training.seed(1))) {
            assertEquals("605", model.predict(numbered).mean().time().label(0));
        }
    }

    @Test
    void beatsTheLinearMapOnTheSample(@TempDir Path folder) throws IOException {
        Split split = Split.ratios(RealSeries.chicago(folder), 0.7, 0.1);
        Backtest backtest = Backtest.of(split, 112, 28, 7, 7);
        double linear = error(backtest, new LinearSpec(112, 28), split);
        double trees = error(backtest, new BoostedTreesSpec(112, 28), split);
        assertTrue(trees < 0.6 * linear, "boosted trees " + trees + ", linear " + linear);
    }

    private static double error(Backtest backtest, ForecasterSpec spec, Split split) throws IOException {
        try (Forecaster model = spec.fit(split.train(), split.validation(), Training.seed(1))) {
            return backtest.score(model).errors().overall(Unit.STANDARDISED).mse();
        }
    }
}
