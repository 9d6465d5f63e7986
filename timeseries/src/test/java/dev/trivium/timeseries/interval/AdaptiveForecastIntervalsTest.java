package dev.trivium.timeseries.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.conformal.AdaptiveIntervals;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.Signals;
import dev.trivium.timeseries.WindowForecasts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveForecastIntervalsTest {

    private static final int H = 4;
    private static final int W = 2;

    private static Split split(SeriesSet series) {
        return Split.ratios(series, 0.2, 0.3).withCalibration(0.8);
    }

    private static List<double[]> ends(Forecaster model, SeriesSet series, Tails tails, int chunk, int stride) {
        Split split = split(series);
        Windows windows = Windows.over(split.test(), 4, H, stride);
        AdaptiveForecastIntervals adaptive = Calibration.of(model, split.calibration().orElseThrow(), List.of(0.8, 0.95)).adaptive(tails);
        List<double[]> all = List.of(new double[windows.count() * H * W], new double[windows.count() * H * W],
                new double[windows.count() * H * W], new double[windows.count() * H * W]);
        for (int from = 0; from < windows.count(); from += chunk) {
            int to = Math.min(from + chunk, windows.count());
            WindowForecasts said = adaptive.next(model.rolling(windows).forecast(from, to), windows.series(), origins(windows, from, to));
            for (int q = 0; q < 4; q++) {
                System.arraycopy(said.quantiles().get(q), 0, all.get(q), from * H * W, (to - from) * H * W);
            }
        }
        return all;
    }

    private static int[] origins(Windows windows, int from, int to) {
        return IntStream.range(from, to).map(windows::origin).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void noTargetThatIsStillToComeMovesAnInterval(Tails tails) {
        SeriesSet series = Stated.noise(600, W, 2, t -> 1);
        Forecaster model = new ZeroForecaster(Stated.of(series, H)); // so that only the intervals can move
        List<double[]> clean = ends(model, series, tails, 1000, 1);
        int first = split(series).test().from();
        for (int poisoned : new int[] {first, first + 1, first + 57, first + 200}) {
            SeriesSet changed = Signals.change(series, (t, s, value) -> t >= poisoned ? 50 + t % 3 : value);
            List<double[]> after = ends(model, changed, tails, 1000, 1);
            int seen = poisoned - first + 1; // windows whose origin is at or before the first poisoned row
            for (int q = 0; q < 4; q++) {
                assertArrayEquals(Arrays.copyOf(clean.get(q), seen * H * W), Arrays.copyOf(after.get(q), seen * H * W), "row " + poisoned);
            }
            for (int h = 0; h < H; h++) { // and the outcome of step h is learnt from as soon as it is there: h + 1 rows after its origin
                int moved = firstChange(clean.get(0), after.get(0), h);
                assertTrue(moved >= seen, "step " + h + " of window " + moved);
                assertTrue(moved < seen + 40, "it does learn: step " + h + " moved at window " + moved + " after " + seen);
            }
        }
    }

    private static int firstChange(double[] clean, double[] after, int step) {
        for (int i = 0; i < clean.length; i++) {
            if (i / W % H == step && clean[i] != after[i]) {
                return i / (H * W);
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void aStreamIsThatOfAPlainLoopWithTheDelayOfItsStep() {
        SeriesSet series = Stated.noise(600, W, 4, t -> 1 + t / 300.0);
        Stated model = Stated.of(series, H);
        Split split = split(series);
        List<double[]> ends = ends(model, series, Tails.TOGETHER, 7, 1);
        Windows windows = Windows.over(split.test(), 4, H, 1);
        Calibration calibration = Calibration.of(model, split.calibration().orElseThrow(), List.of(0.8, 0.95));
        for (int h = 0; h < H; h++) {
            var stream = AdaptiveIntervals.begin(calibration.points(h, new int[] {1}, 500, 0), 0.8, Tails.TOGETHER, h + 1);
            for (int w = 0; w < windows.count(); w++) {
                int known = w - h - 1; // made at row o, its step h lies in row o + h, which is before row o + h + 1
                if (known >= 0) {
                    double mean = model.rolling(windows).predict(known, known + 1)[h * W + 1];
                    Interval given = new Interval(ends.get(1)[known * H * W + h * W + 1], ends.get(2)[known * H * W + h * W + 1]);
                    stream.observe(mean, mean, calibration.scale(1), given, series.value(windows.origin(known) + h, 1));
                }
                double mean = model.rolling(windows).predict(w, w + 1)[h * W + 1];
                var interval = stream.offsets().around(mean, mean, calibration.scale(1));
                assertEquals(interval.low(), ends.get(1)[w * H * W + h * W + 1], "window " + w + ", step " + h);
                assertEquals(interval.high(), ends.get(2)[w * H * W + h * W + 1]);
            }
        }
    }

    @Test
    void chunksDoNotMatterAndStridesLearnFromWhatIsThere() {
        SeriesSet series = Signals.change(Stated.noise(600, W, 6, t -> 1), (t, s, value) -> s == 1 && t % 11 == 0 ? Double.NaN : value);
        Forecaster model = new ZeroForecaster(Stated.of(series, H, 0.1, 0.9));
        for (int stride : new int[] {1, 3, 9}) {
            List<double[]> whole = ends(model, series, Tails.APART, 1000, stride);
            List<double[]> parts = ends(model, series, Tails.APART, 5, stride);
            for (int q = 0; q < 4; q++) {
                assertArrayEquals(whole.get(q), parts.get(q));
                assertTrue(Arrays.stream(whole.get(q)).allMatch(Double::isFinite));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aForecastAfterAHistoryHasTheIntervalsOfRollingOverIt(boolean quantiles) {
        SeriesSet series = Signals.change(Stated.noise(600, W, 6, t -> t < 420 ? 1 : 3), (t, s, value) -> s == 1 && t % 11 == 0 ? Double.NaN : value);
        Forecaster model = new ZeroForecaster(quantiles ? Stated.of(series, H, 0.1, 0.9) : Stated.of(series, H));
        List<double[]> rolled = ends(model, series, ForecastIntervals.STANDARD_TAILS, 1000, 1);
        CalibratedForecaster calibrated = CalibratedForecaster.of(model, split(series).calibration().orElseThrow(), List.of(0.8, 0.95));
        int first = split(series).test().from();
        for (int w : new int[] {0, 1, H - 1, 70, 180, 600 - first - H}) {
            SeriesSet history = series.rows(0, first + w);
            Forecast forecast = calibrated.predictAdaptively(history);
            assertArrayEquals(calibrated.predict(history).mean().toArray(), forecast.mean().toArray());
            assertEquals(List.of(0.025, 0.1, 0.9, 0.975), forecast.quantiles().orElseThrow().levels());
            for (int q = 0; q < 4; q++) {
                assertArrayEquals(Arrays.copyOfRange(rolled.get(q), w * H * W, (w + 1) * H * W),
                        forecast.quantiles().orElseThrow().values().get(q).toArray(), "window " + w);
            }
        }
    }

    @Test
    void aHistoryWithoutTheCalibrationRowsTeachesNothing() {
        SeriesSet series = Stated.noise(600, W, 2, t -> 1);
        CalibratedForecaster model = CalibratedForecaster.of(Stated.of(series, H), split(series).calibration().orElseThrow(), List.of(0.8));
        String message = "history must hold rows before 2024-01-07T12:00:00, the calibration rows from there to 2024-01-13T11:00:00, and go on from them, got ";
        for (SeriesSet history : List.of(series.rows(200, 600), series.rows(0, 299), series.rows(155, 600))) {
            var e = assertThrows(IllegalArgumentException.class, () -> model.predictAdaptively(history));
            assertEquals(message + history, e.getMessage());
        }
    }

    @Test
    void itFollowsADriftThatFixedIntervalsDoNot() {
        SeriesSet series = Stated.noise(4000, W, 7, t -> t < 2200 ? 1 : 2.5);
        Stated model = Stated.of(series, H);
        Windows windows = Windows.over(split(series).test(), 4, H, 1);
        List<double[]> adaptive = ends(model, series, Tails.TOGETHER, 1000, 1);
        WindowForecasts fixed = CalibratedForecaster.of(model, split(series).calibration().orElseThrow(), List.of(0.8, 0.95)).rolling(windows)
                .forecast(0, windows.count());
        assertEquals(0.8, inside(windows, adaptive.get(1), adaptive.get(2)), 0.03);
        assertEquals(0.95, inside(windows, adaptive.get(0), adaptive.get(3)), 0.03);
        assertTrue(inside(windows, fixed.quantiles().get(1), fixed.quantiles().get(2)) < 0.6);
    }

    private static double inside(Windows windows, double[] low, double[] high) {
        double inside = 0;
        for (int i = 0; i < low.length; i++) {
            double value = windows.series().value(windows.origin(i / (H * W)) + i / W % H, i % W);
            inside += low[i] <= value && value <= high[i] ? 1.0 / low.length : 0;
        }
        return inside;
    }

    @Test
    void windowsOutOfOrderOrBeforeCalibrationAreRefused() {
        SeriesSet series = Stated.noise(600, W, 2, t -> 1);
        Stated model = Stated.of(series, H);
        Split split = split(series);
        Windows windows = Windows.over(split.test(), 4, H, 1);
        Calibration calibration = Calibration.of(model, split.calibration().orElseThrow(), List.of(0.8));
        AdaptiveForecastIntervals adaptive = calibration.adaptive(Tails.TOGETHER);
        WindowForecasts two = model.rolling(windows).forecast(0, 2);
        adaptive.next(two, series, new int[] {300, 301});
        var e = assertThrows(IllegalArgumentException.class, () -> adaptive.next(two, series, new int[] {301, 302}));
        assertEquals("origins must rise and lie after the calibration rows, that is from row 302 on, got row 301", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> calibration.adaptive(Tails.TOGETHER).next(two, series, new int[] {299, 301}));
        assertEquals(0.8, adaptive.aim(0.8, 3, 1), 0.05);
    }

    @Test
    void whatWouldNotFitIntoMemoryIsNotBegun() {
        SeriesSet series = Stated.noise(600, 80, 2, t -> 1);
        Calibration wide = Calibration.of(Stated.of(series, 100), Split.at(series, 100, 450, 600).withCalibration(0.9).calibration().orElseThrow(),
                List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95));
        assertFalse(wide.canAdapt());
        var e = assertThrows(IllegalArgumentException.class, () -> wide.adaptive(Tails.TOGETHER));
        assertEquals("adaptive intervals must have at most 83,886 steps × series × shares, got 88,000", e.getMessage());
    }

    @Test
    void aShareThatNeedsMoreErrorsThanAreRememberedCannotAdapt() {
        SeriesSet series = Stated.noise(2400, 1, 11, t -> 1);
        var view = Split.ratios(series, 0.2, 0.6).withCalibration(0.8).calibration().orElseThrow();
        Calibration calibration = Calibration.of(new ZeroForecaster(Stated.of(series, H)), view, List.of(0.8, 0.999));
        assertTrue(calibration.intervals(Tails.TOGETHER).facts().windows() > 999);
        assertFalse(calibration.canAdapt(), "999 errors are needed, 500 are remembered");
        var e = assertThrows(IllegalArgumentException.class, () -> calibration.adaptive(Tails.TOGETHER));
        assertEquals("adaptive intervals of 0.999 must have at least 999 errors of every step among the newest 500 windows, got 500", e.getMessage());
    }
}
