package dev.trivium.timeseries.backtest;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.ScoredSeries;
import dev.trivium.evaluation.scorecard.Coverage;
import dev.trivium.evaluation.scorecard.IntervalTally;
import dev.trivium.evaluation.scorecard.MethodRun;
import dev.trivium.evaluation.scorecard.ScoreCard;
import dev.trivium.evaluation.scorecard.Setting;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.WindowForecasts;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.IntervalVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The test windows of a split and the scales in which errors are measured, fixed once for all methods.
 *
 * <p>Scales come from the training rows only: the standard deviation of each series, and its in-sample seasonal naive error for the
 * MASE. Every window is scored; only windows whose look-back misses more than {@link Forecaster#MAX_MISSING_SHARE} of its values, or
 * whose targets are all missing, are left out, and counted.
 */
public final class Backtest {

    /** Forecast values held at once; what bounds the memory of an evaluation. */
    private static final int CELLS = 1 << 21;
    private static final int BOOTSTRAP_SEED = 1;

    private final Split split;
    private final Windows windows;
    private final List<ScoredSeries> scales;
    private final int stride;

    private Backtest(Split split, Windows windows, List<ScoredSeries> scales, int stride) {
        this.split = split;
        this.windows = windows;
        this.scales = scales;
        this.stride = stride;
    }

    /**
     * Fixes windows and scales.
     *
     * @param stride steps between the origins of windows; 1 scores every window
     * @param season of the seasonal naive forecast that scales the MASE, in steps
     * @throws IllegalArgumentException if the test view holds no window
     */
    public static Backtest of(Split split, int lookback, int horizon, int stride, int season) {
        Windows windows = Windows.over(split.test(), lookback, horizon, stride, Forecaster.MAX_MISSING_SHARE);
        if (windows.count() == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "test must hold at least one window of %d → %d rows, got rows %d to %d",
                    lookback, horizon, split.test().from(), split.test().to()));
        }
        SeriesSet train = split.train().series();
        Standardiser standardiser = Standardiser.fit(split.train());
        List<ScoredSeries> scales = new ArrayList<>();
        for (int s = 0; s < train.width(); s++) {
            Variable variable = train.variables().get(s);
            scales.add(new ScoredSeries(variable.name(), variable.unit().orElse(""), standardiser.deviation(s),
                    ScoredSeries.naiveError(train.column(s), season)));
        }
        return new Backtest(split, windows, scales, stride);
    }

    /** {@return a split of the same rows without some columns; the split itself if there are none to leave out} */
    public static Split without(Split split, List<String> columns) {
        if (columns.isEmpty()) {
            return split;
        }
        return split.select(split.test().series().names().stream().filter(name -> !columns.contains(name)).toList());
    }

    /** {@return the split whose test rows are scored} */
    public Split split() {
        return split;
    }

    int stride() {
        return stride;
    }

    /** {@return the windows that are scored} */
    public Windows windows() {
        return windows;
    }

    /**
     * A method's errors over all windows, and its speed.
     *
     * @param errors over all windows
     * @param microsPerWindow time of a forecast, in batches
     * @param tallies of its intervals, one for each variant that was asked for
     */
    public record Result(ForecastErrors errors, double microsPerWindow, List<IntervalTally> tallies) {}

    /** Scores one fitted forecaster. */
    public Result score(Forecaster forecaster) {
        return score(forecaster, split, List.of());
    }

    /** As {@link #score(Forecaster, Split, List)}, without intervals. */
    public Result score(Forecaster forecaster, Split wider) {
        return score(forecaster, wider, List.of());
    }

    /**
     * Scores a forecaster and its intervals. It may be given further columns, such as those whose future is known, and then forecasts the series
     * of this backtest.
     *
     * @param wider the split of this backtest, or the same rows with the further columns
     * @param variants ways to put intervals around its forecasts; those that learn are used up
     * @throws IllegalArgumentException if that split has other test rows
     */
    public Result score(Forecaster forecaster, Split wider, List<IntervalVariant> variants) {
        if (wider.test().from() != split.test().from() || wider.test().to() != split.test().to()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "wider must have the test rows of this backtest, [%d, %d), got [%d, %d)",
                    split.test().from(), split.test().to(), wider.test().from(), wider.test().to()));
        }
        Forecaster base = CalibratedForecaster.baseOf(forecaster);
        if (wider == split) {
            return score(base.rolling(windows), windows.series(), variants);
        }
        Windows all = Windows.over(wider.test(), windows.lookback(), windows.horizon(), stride); // ours are some of these
        return score(new SomeWindows(base.rolling(all), windows, window -> (windows.origin(window) - all.origin(0)) / stride), all.series(), variants);
    }

    private Result score(Forecaster.Rolling rolling, SeriesSet given, List<IntervalVariant> variants) {
        ForecastErrors errors = new ForecastErrors(windows.horizon(), scales);
        List<IntervalTally> tallies = variants.stream()
                .map(variant -> new IntervalTally(variant.name(), variant.shares(), windows.horizon(), scales)).toList();
        long nanos = 0;
        int chunk = Math.max(1, CELLS / (windows.horizon() * windows.series().width()));
        for (int from = 0; from < windows.count(); from += chunk) {
            int to = Math.min(from + chunk, windows.count());
            long start = System.nanoTime();
            WindowForecasts forecasts = variants.isEmpty() ? new WindowForecasts(rolling.predict(from, to)) : rolling.forecast(from, to);
            nanos += System.nanoTime() - start;
            double[] actual = actual(from, to);
            errors.add(forecasts.mean(), actual, to - from);
            int[] origins = IntStream.range(from, to).map(windows::origin).toArray();
            for (int v = 0; v < variants.size(); v++) {
                tallies.get(v).add(variants.get(v).ends(forecasts, rolling.levels(), given, origins), actual);
            }
        }
        return new Result(errors, nanos / 1e3 / windows.count(), tallies);
    }

    private double[] actual(int from, int to) {
        SeriesSet series = windows.series();
        int size = windows.horizon() * series.width();
        double[] values = new double[(to - from) * size];
        for (int w = from; w < to; w++) {
            int origin = windows.origin(w);
            series.copyRows(origin, origin + windows.horizon(), values, (w - from) * size);
        }
        return values;
    }

    /**
     * Puts scored methods on a card, with an audit of the rows; only that of a {@link Comparison} looks at the methods too.
     *
     * @param dataset the data set's name
     * @param selectedBy what chose epochs and settings
     * @param runs at least the last value and the seasonal naive forecast
     */
    public ScoreCard card(String dataset, String selectedBy, List<MethodRun> runs) {
        return card(dataset, selectedBy, runs, DataAudit.of(split, Set.of(), windows, stride));
    }

    ScoreCard card(String dataset, String selectedBy, List<MethodRun> runs, Audit audit) {
        Map<String, Integer> excluded = new LinkedHashMap<>();
        if (windows.excluded() > 0) {
            excluded.put(String.format(Locale.ROOT, "look-back misses more than %.0f %% of its values, or all targets are missing",
                    100 * Forecaster.MAX_MISSING_SHARE), windows.excluded());
        }
        Setting setting = new Setting(dataset, describe(), windows.lookback(), windows.horizon(), stride, selectedBy);
        Coverage coverage = Coverage.of(runs.get(0).errors().get(0), excluded, windows.filled());
        Bootstrap bootstrap = Bootstrap.overWindows(windows.count(), windows.horizon(), stride, BOOTSTRAP_SEED);
        return ScoreCard.of("Forecasts of " + dataset, setting, coverage, bootstrap, runs, audit);
    }

    private String describe() {
        View test = split.test();
        TimeAxis time = windows.series().time();
        return String.format(Locale.ROOT, "%d/%d/%d rows, test %s … %s", rows(split.train()), rows(split.validation()), rows(test),
                time.label(test.from()), time.label(test.to() - 1));
    }

    private static int rows(View view) {
        return view.to() - view.from();
    }
}
