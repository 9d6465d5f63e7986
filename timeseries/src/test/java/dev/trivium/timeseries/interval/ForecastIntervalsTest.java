package dev.trivium.timeseries.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.WindowForecasts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastIntervalsTest {

    private static final List<Double> SHARES = ForecastIntervals.STANDARD_SHARES;

    private static CalibrationView calibration(SeriesSet series) {
        return Split.ratios(series, 0.3, 0.4).withCalibration(0.75).calibration().orElseThrow();
    }

    /** The share of test values inside, for every share, step and series. */
    private static double[][][] coverage(Forecaster model, Windows windows) {
        WindowForecasts said = model.rolling(windows).forecast(0, windows.count());
        int width = windows.series().width();
        int horizon = windows.horizon();
        int shares = said.quantiles().size() / 2;
        double[][][] inside = new double[shares][horizon][width];
        for (int i = 0; i < said.mean().length; i++) {
            double value = windows.series().value(windows.origin(i / (horizon * width)) + i / width % horizon, i % width);
            for (int q = 0; q < shares; q++) {
                boolean in = said.quantiles().get(shares - 1 - q)[i] <= value && value <= said.quantiles().get(shares + q)[i];
                inside[q][i / width % horizon][i % width] += in ? 1.0 / windows.count() : 0;
            }
        }
        return inside;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyStepOfEverySeriesHoldsItsShareWhereRowsStayAsTheyWere(boolean quantiles) {
        SeriesSet series = Stated.noise(6000, 3, 1, t -> 1);
        Stated model = quantiles ? Stated.of(series, 5, 0.1, 0.3, 0.7, 0.9) : Stated.of(series, 5);
        Forecaster sure = CalibratedForecaster.of(model, calibration(series), SHARES);
        double[][][] inside = coverage(sure, Windows.over(Split.ratios(series, 0.3, 0.4).test(), 4, 5, 1));
        for (int q = 0; q < 2; q++) {
            for (double[] step : inside[q]) {
                for (double share : step) {
                    assertEquals(SHARES.get(q), share, 0.035);
                }
            }
        }
        assertEquals(quantiles, CalibratedForecaster.intervalsOf(sure).orElseThrow().facts().onQuantiles());
    }

    @Test
    void theReachIsThatOfAPlainLoop() {
        SeriesSet series = Stated.noise(500, 2, 3, t -> 1);
        Stated model = Stated.of(series, 3);
        CalibrationView view = calibration(series);
        ForecastIntervals intervals = ForecastIntervals.calibrate(model, view, SHARES);
        for (int h = 0; h < 3; h++) {
            for (int s = 0; s < 2; s++) {
                double[] errors = new double[view.rows() - 2];
                for (int w = 0; w < errors.length; w++) {
                    SeriesSet past = view.series().rows(0, view.from() + w);
                    errors[w] = Math.abs(view.series().value(view.from() + w + h, s) - model.predict(past).mean().value(h, s));
                }
                Arrays.sort(errors);
                assertEquals(errors[(int) Math.ceil(0.8 * (errors.length + 1)) - 1], intervals.offsets(0.8, h, s).high(), 1e-12);
                assertEquals(-errors[(int) Math.ceil(0.95 * (errors.length + 1)) - 1], intervals.offsets(0.95, h, s).low(), 1e-12);
            }
        }
        assertEquals(view.rows() - 2, intervals.facts().windows());
        assertEquals(List.of(), intervals.facts().pooled());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForecastAndARollingOneSayTheSame(boolean quantiles) {
        SeriesSet series = Stated.noise(500, 2, 4, t -> 1);
        Stated model = quantiles ? Stated.of(series, 3, 0.1, 0.5, 0.9) : Stated.of(series, 3);
        Forecaster sure = CalibratedForecaster.of(model, calibration(series), SHARES);
        Windows windows = Windows.over(Split.ratios(series, 0.3, 0.4).test(), 4, 3, 1);
        WindowForecasts rolling = sure.rolling(windows).forecast(7, 8);
        Forecast alone = sure.predict(series.rows(0, windows.origin(7)));
        assertArrayEquals(rolling.mean(), alone.mean().toArray());
        assertEquals(List.of(0.025, 0.1, 0.9, 0.975), alone.quantiles().orElseThrow().levels());
        for (int q = 0; q < 4; q++) {
            assertArrayEquals(rolling.quantiles().get(q), alone.quantiles().orElseThrow().values().get(q).toArray());
        }
        assertEquals(SHARES, alone.quantiles().orElseThrow().shares());
    }

    @Test
    void fewWindowsMakeSeriesShareTheirErrorsInDeviationsOfEach() {
        SeriesSet series = Stated.noise(100, 3, 5, t -> 1); // sizes 1, 2 and 3
        Split split = Split.at(series, 40, 74, 100).withCalibration(0.5);
        ForecastIntervals intervals = ForecastIntervals.calibrate(Stated.of(series, 3), split.calibration().orElseThrow(), SHARES);
        assertEquals(15, intervals.facts().windows());
        assertEquals(List.of("s0", "s1", "s2"), intervals.facts().pooled());
        double ratio = intervals.offsets(0.8, 0, 2).high() / intervals.offsets(0.8, 0, 0).high();
        assertTrue(ratio > 2 && ratio < 4.5, "as the deviations: " + ratio);
        assertTrue(intervals.facts().text().startsWith("80 %, 95 %, calibrated on 15 windows of 2024-01-03T09:00"), intervals.facts().text());
        assertTrue(intervals.facts().text().endsWith("; too few windows of s0, s1, s2 alone, so they take the errors of all series at a step"),
                intervals.facts().text());
    }

    @Test
    void onlyTheSeriesThatTakeTheErrorsOfAllAreNamed() {
        SeriesSet series = Signals.change(Stated.noise(500, 3, 5, t -> 1), (t, s, value) -> s == 1 && t > 150 && t % 9 > 0 ? Double.NaN : value);
        CalibrationFacts facts = ForecastIntervals.calibrate(new ZeroForecaster(Stated.of(series, 3)), calibration(series), SHARES).facts();
        assertEquals(List.of("s1"), facts.pooled());
        assertTrue(facts.text().endsWith("; too few windows of s1 alone, so it takes the errors of all series at a step"), facts.text());
    }

    @Test
    void tooFewWindowsForAShareAreRefused() {
        SeriesSet series = Stated.noise(100, 1, 5, t -> 1);
        CalibrationView view = Split.at(series, 40, 74, 100).withCalibration(0.5).calibration().orElseThrow();
        var e = assertThrows(IllegalArgumentException.class, () -> ForecastIntervals.calibrate(Stated.of(series, 3), view, SHARES));
        assertEquals("calibration must have at least 19 values of every forecast step for intervals of 80 %, 95 %, got 15 in 17 rows", e.getMessage());
        assertEquals(15, Calibration.fewest(Stated.of(series, 3), view));
        ForecastIntervals.calibrate(Stated.of(series, 3), view, List.of(0.8));
    }

    @Test
    void testRowsAreNotLookedAtAndMissingValuesAreNoErrors() {
        SeriesSet series = Signals.change(Stated.noise(500, 2, 6, t -> 1), (t, s, value) -> s == 0 && t % 7 == 0 && t > 150 ? Double.NaN : value);
        Split split = Split.ratios(series, 0.3, 0.4).withCalibration(0.75);
        SeriesSet poisoned = Signals.change(series, (t, s, value) -> t >= split.test().from() ? 1e9 : value);
        var clean = ForecastIntervals.calibrate(new ZeroForecaster(Stated.of(series, 3)), split.calibration().orElseThrow(), SHARES);
        var other = ForecastIntervals.calibrate(new ZeroForecaster(Stated.of(series, 3)),
                Split.ratios(poisoned, 0.3, 0.4).withCalibration(0.75).calibration().orElseThrow(), SHARES);
        for (int h = 0; h < 3; h++) {
            assertEquals(clean.offsets(0.95, h, 0), other.offsets(0.95, h, 0));
        }
        assertTrue(Calibration.fewest(Stated.of(series, 3), split.calibration().orElseThrow()) < 2 * 148);
    }

    @Test
    void widerSharesNeverEndInsideNarrowerOnes() {
        SeriesSet series = Stated.noise(400, 1, 8, t -> 1);
        Stated model = Stated.of(series, 2, 0.025, 0.1, 0.9, 0.975);
        Forecast forecast = CalibratedForecaster.of(model, calibration(series), List.of(0.5, 0.8, 0.81, 0.95)).predict(series);
        assertEquals(8, forecast.quantiles().orElseThrow().levels().size()); // which checks the order
    }

    @Test
    void apartTailsCoverASkewedErrorWithLess() {
        SeriesSet series = Signals.change(Stated.noise(2000, 1, 9, t -> 1), (t, s, value) -> Math.exp(3 * value));
        CalibrationView view = calibration(series);
        Calibration calibration = Calibration.of(new ZeroForecaster(Stated.of(series, 2)), view, List.of(0.8));
        var together = calibration.intervals(Tails.TOGETHER).offsets(0.8, 0, 0);
        var apart = calibration.intervals(Tails.APART).offsets(0.8, 0, 0);
        assertTrue(together.high() == -together.low() && apart.low() > together.low(), together + " and " + apart);
    }

    @Test
    void intervalsOfAnotherModelAreRefused() {
        SeriesSet series = Stated.noise(500, 2, 3, t -> 1);
        ForecastIntervals intervals = ForecastIntervals.calibrate(Stated.of(series, 3), calibration(series), SHARES);
        var e = assertThrows(IllegalArgumentException.class, () -> CalibratedForecaster.with(Stated.of(series, 4), intervals));
        assertEquals("intervals must be of the 4 steps and 2 series of the model, got 3 and 2", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> ForecastIntervals.calibrate(Stated.of(series, 3), calibration(series), List.of(0.9, 0.8)));
        assertEquals("shares must rise within (0, 1), got [0.9, 0.8]", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> intervals.offsets(0.9, 0, 0));
        assertEquals("share must be one of [0.8, 0.95], got 0.9", e.getMessage());
    }
}
