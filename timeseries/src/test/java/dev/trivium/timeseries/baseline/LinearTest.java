package dev.trivium.timeseries.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterContract;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.RealSeries;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.backtest.Backtest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinearTest extends ForecasterContract {

    @Override
    protected ForecasterSpec spec() {
        return new LinearSpec(24, 8);
    }

    private static BaselineForecaster fitted(LinearSpec spec, Split split) {
        return (BaselineForecaster) spec.fit(split.train(), split.validation(), Training.seed(1));
    }

    private static double[] column(int length, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, length).mapToDouble(t -> random.nextGaussian()).toArray();
    }

    @Test // the sliding sums against every window visited, with origins in runs and alone
    void momentsEqualThoseSummedWindowByWindow() {
        int lookback = 7;
        int horizon = 5;
        double[] v = column(60, 3);
        int[] origins = IntStream.rangeClosed(lookback, 60 - horizon).toArray();
        WindowMoments moments = WindowMoments.of(v, origins, lookback, horizon, origin -> origin % 11 != 4 && origin != 20);
        int count = 0;
        double[] sums = new double[lookback + horizon];
        double[][] products = new double[lookback][lookback + horizon];
        double[] squares = new double[horizon];
        for (int origin : origins) {
            if (origin % 11 != 4 && origin != 20) {
                count++;
                for (int p = 0; p < lookback + horizon; p++) {
                    sums[p] += v[origin - lookback + p];
                    for (int q = 0; p < lookback && q < lookback + horizon; q++) {
                        products[p][q] += v[origin - lookback + p] * v[origin - lookback + q];
                    }
                }
                for (int h = 0; h < horizon; h++) {
                    squares[h] += v[origin + h] * v[origin + h];
                }
            }
        }
        assertEquals(count, moments.count());
        assertArrayEquals(sums, moments.sums, 1e-10);
        assertArrayEquals(squares, moments.squares, 1e-10);
        for (int p = 0; p < lookback; p++) {
            assertArrayEquals(products[p], moments.products[p], 1e-10, "row " + p);
        }
    }

    @Test // the error from moments against the forecasts of every window
    void theErrorOfAMapEqualsThatOfItsForecasts() {
        double[] v = column(80, 4);
        int[] origins = IntStream.rangeClosed(7, 75).toArray();
        for (LinearMap.Centre centre : LinearMap.Centre.values()) {
            CentredMoments moments = CentredMoments.of(WindowMoments.of(v, origins, 7, 5, origin -> true), centre);
            LinearMap map = moments.ridge(0.05);
            double error = 0;
            for (int origin : origins) {
                double[] x = Arrays.copyOfRange(v, origin - 7, origin);
                double c = map.takeCentre(x);
                for (int h = 0; h < 5; h++) {
                    error += Math.pow(map.at(h, x, c) - v[origin + h], 2);
                }
            }
            assertEquals(error, moments.squaredError(map), 1e-9, centre.name());
        }
    }

    @Test
    void aRidgeSolutionIsTheMinimum() {
        double[] v = column(300, 5);
        CentredMoments moments = CentredMoments.of(WindowMoments.of(v, IntStream.range(7, 290).toArray(), 7, 3, origin -> true),
                LinearMap.Centre.MEAN);
        LinearMap best = moments.ridge(1e-7);
        double least = moments.squaredError(best);
        for (int h = 0; h < 3; h++) {
            for (int p = 0; p < 7; p++) {
                float kept = best.weights()[h][p];
                best.weights()[h][p] = kept + 0.01f;
                assertTrue(moments.squaredError(best) > least, "step " + h + ", input " + p);
                best.weights()[h][p] = kept;
            }
        }
    }

    @Test
    void learnsARecurrenceExactly() {
        SeriesSet waves = Signals.change(Signals.season(400), (t, s, value) ->
                (s + 1) * Math.sin(0.3 * t) + 5 * Math.cos(0.11 * (s + 1) * t) + 100 * s);
        try (Forecaster model = fitted(new LinearSpec(24, 8), Split.ratios(waves.rows(0, 392), 0.6, 0.2))) {
            double[] forecast = model.predict(waves.rows(0, 392)).mean().toArray();
            assertArrayEquals(waves.rows(392, 400).toArray(), forecast, 0.05);
        }
    }

    @Test
    void thePenaltyIsChosenByTheValidationRowsOnly() {
        SeriesSet series = Signals.season(600);
        Split clean = Split.ratios(series, 0.6, 0.2);
        Random noise = new Random(6);
        SeriesSet rough = Signals.change(series, (t, s, value) -> t < 360 || t >= 480 ? value : 20 * noise.nextGaussian() + value);
        double kept = ((LinearRule) fitted(new LinearSpec(24, 8), clean).rule()).maps().get(0).penalty();
        double larger = ((LinearRule) fitted(new LinearSpec(24, 8), Split.ratios(rough, 0.6, 0.2)).rule()).maps().get(0).penalty();
        assertTrue(larger > kept, "penalty must grow with noise in the validation rows, got " + kept + " and " + larger);
    }

    @Test
    void aWindowThatMissesATargetIsLeftOutOfThatSeriesOnly() {
        SeriesSet series = Signals.season(600);
        SeriesSet holes = Signals.change(series, (t, s, value) -> s == 1 && t % 8 == 0 && t < 360 ? Double.NaN : value);
        BaselineForecaster whole = fitted(new LinearSpec(24, 8), Split.ratios(series, 0.6, 0.2));
        BaselineForecaster partly = fitted(new LinearSpec(24, 8), Split.ratios(holes, 0.6, 0.2));
        assertEquals(Optional.of("1 of 3 series without a whole training window: the last value"), partly.note());
        SeriesSet mean = partly.predict(series).mean();
        assertArrayEquals(whole.predict(series).mean().column(0), mean.column(0));
        assertEquals(series.value(599, 1), mean.value(7, 1));
    }

    @Test
    void refusesRowsWithoutAWindow() {
        SeriesSet series = Signals.season(600);
        assertEquals("validation must hold at least one window of 24 → 8 rows, got rows 400 to 405",
                assertThrows(IllegalArgumentException.class, () -> fitted(new LinearSpec(24, 8), Split.at(series, 400, 405, 500))).getMessage());
        assertEquals("lookback must be between 1 and 2000, got 2001",
                assertThrows(IllegalArgumentException.class, () -> new LinearSpec(2001, 8)).getMessage());
    }

    @Test
    void scoresAllWindowsOfEtth1AsMeasured() {
        Split split = Split.ettHourly(RealSeries.shared("ETT/ETTh1.csv.gz"));
        Backtest backtest = Backtest.of(split, 96, 96, 1, 24);
        assertEquals(2785, backtest.windows().count());
        ForecastErrors errors = backtest.score(fitted(new LinearSpec(96, 96), split)).errors();
        assertEquals(0.384, errors.overall(Unit.STANDARDISED).mse(), 0.002);
    }

    @Test
    void beatsTheSeasonalNaiveForecastOnTheSample(@TempDir Path folder) {
        Split split = Split.ratios(RealSeries.chicago(folder), 0.7, 0.1);
        Backtest backtest = Backtest.of(split, 112, 28, 1, 7);
        double naive = backtest.score(new SeasonalNaiveSpec(112, 28).fit(split.train(), split.validation(), Training.seed(1)))
                .errors().overall(Unit.STANDARDISED).mse();
        double linear = backtest.score(fitted(new LinearSpec(112, 28), split)).errors().overall(Unit.STANDARDISED).mse();
        assertTrue(linear < 0.65 * naive, "linear " + linear + ", seasonal naive " + naive);
    }
}
