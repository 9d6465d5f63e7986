package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.WindowForecasts;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Intervals that have learnt from a history: calibrated on the rows that a model's intervals were, then from every row after them. */
final class FollowedHistory {

    private static final int CHUNK = 64; // windows that are forecast together

    private final AdaptiveForecastIntervals intervals;
    private final SeriesSet series; // the history, and as many rows without values as a forecast has steps
    private final int now;

    private FollowedHistory(AdaptiveForecastIntervals intervals, SeriesSet series, int now) {
        this.intervals = intervals;
        this.series = series;
        this.now = now;
    }

    static FollowedHistory of(Forecaster model, CalibrationFacts facts, SeriesSet history) {
        int horizon = model.spec().horizon();
        boolean knows = !model.spec().known().isEmpty(); // then the history ends in the rows to be forecast
        int now = history.length() - (knows ? horizon : 0);
        int from = row(history.time(), facts.from());
        int to = row(history.time(), facts.to()) + 1;
        if (from < 2 || to <= from || to > now) {
            throw new IllegalArgumentException("history must hold rows before " + facts.from() + ", the calibration rows from there to " + facts.to()
                    + ", and go on from them, got " + history);
        }
        Split before = Split.withoutTestAt(history.rows(0, to), from - 1).withCalibrationFrom(from);
        Calibration calibration = Calibration.of(model, before.calibration().orElseThrow(), facts.shares());
        FollowedHistory followed = new FollowedHistory(calibration.adaptive(facts.tails()), knows ? history : extended(history, horizon), now);
        followed.learn(model, !calibration.pairs().isEmpty(), to);
        return followed;
    }

    private static int row(TimeAxis time, String stamp) {
        return IntStream.range(0, time.length()).filter(t -> time.label(t).equals(stamp)).findFirst().orElse(-1);
    }

    private static SeriesSet extended(SeriesSet history, int rows) {
        double[] values = Arrays.copyOf(history.toArray(), (history.length() + rows) * history.width());
        Arrays.fill(values, history.length() * history.width(), values.length, Double.NaN);
        return SeriesSet.of(history.time().longerBy(rows), history.variables(), values);
    }

    /** Forecasts of every row after the calibration rows: of the last ones, the first steps alone have come. */
    private void learn(Forecaster model, boolean quantiles, int to) {
        Windows windows = Windows.over(Split.withoutTestAt(series, to).validation(), model.spec().lookback(), model.spec().horizon(), 1,
                Forecaster.MAX_MISSING_SHARE);
        int count = (int) IntStream.range(0, windows.count()).filter(w -> windows.origin(w) < now).count();
        Forecaster.Rolling rolling = model.rolling(windows);
        for (int from = 0; from < count; from += CHUNK) {
            int end = Math.min(from + CHUNK, count);
            WindowForecasts said = quantiles ? rolling.forecast(from, end) : new WindowForecasts(rolling.predict(from, end));
            intervals.next(said, series, IntStream.range(from, end).map(windows::origin).toArray());
        }
    }

    /** {@return the forecast of the rows after the history, with intervals} */
    WindowForecasts around(WindowForecasts forecast) {
        return intervals.next(forecast, series, new int[] {now});
    }
}
