package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.QuantileErrors;
import dev.trivium.evaluation.metric.ScoredSeries;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.timeseries.backtest.Backtest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A set with its rows: the test windows, which are the same for all methods, and the scales of its series. */
final class Trial {

    static final List<Double> LEVELS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

    private static final int CALIBRATION = 500; // most windows from which errors are taken

    private final StudySet set;
    private final Split split;
    private final List<ScoredSeries> scales;
    private final List<String> excluded;

    private Trial(StudySet set, Split split, List<ScoredSeries> scales, List<String> excluded) {
        this.set = set;
        this.split = split;
        this.scales = scales;
        this.excluded = excluded;
    }

    /** Splits the rows, and leaves out the series whose seasonal naive error in the training rows is 0 or unknown. */
    static Trial of(StudySet set, SeriesSet series) {
        Split all = set.source().split().split(series);
        List<String> excluded = scales(all, set.season()).stream().filter(s -> !s.hasNaiveError()).map(ScoredSeries::name).toList();
        Split split = Backtest.without(all, excluded);
        return new Trial(set, split, scales(split, set.season()), excluded);
    }

    private static List<ScoredSeries> scales(Split split, int season) {
        SeriesSet train = split.train().series();
        Standardiser standardiser = Standardiser.fit(split.train());
        List<ScoredSeries> scales = new ArrayList<>();
        for (int s = 0; s < train.width(); s++) {
            scales.add(new ScoredSeries(train.names().get(s), "", standardiser.deviation(s), ScoredSeries.naiveError(train.column(s), season)));
        }
        return scales;
    }

    StudySet set() {
        return set;
    }

    Split split() {
        return split;
    }

    /**
     * {@return the test windows with a look-back of a method's own}
     *
     * @throws IllegalArgumentException if the look-back is longer than what lies before the first window
     */
    Windows test(int lookback) {
        if (lookback > split.test().from()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "lookback must be at most the %d rows before the test rows of %s, got %d",
                    split.test().from(), set.name(), lookback));
        }
        return Windows.over(split.test(), lookback, set.horizon(), set.stride());
    }

    /** {@return the windows from whose errors quantiles are found, evenly spread and at all places of the season} */
    Windows calibration(Method method, int lookback) {
        View view = method.isRule() ? split.train() : split.validation();
        int all = Windows.over(view, lookback, set.horizon(), 1).count();
        int stride = Math.max(1, (all + CALIBRATION - 1) / CALIBRATION);
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(set.season())).equals(BigInteger.ONE)) {
            stride++;
        }
        return Windows.over(view, lookback, set.horizon(), stride);
    }

    /** {@return the targets of windows, (windows, horizon, series)} */
    static double[] actual(Windows windows) {
        SeriesSet series = windows.series();
        int size = windows.horizon() * series.width();
        double[] values = new double[windows.count() * size];
        for (int w = 0; w < windows.count(); w++) {
            series.copyRows(windows.origin(w), windows.origin(w) + windows.horizon(), values, w * size);
        }
        return values;
    }

    /** {@return what all methods are scored on} */
    Run.Targets targets() {
        Windows windows = test(1);
        double[] actual = actual(windows);
        long missing = Arrays.stream(actual).filter(Double::isNaN).count();
        return new Run.Targets(windows.count(), windows.series().width(), excluded, actual.length - missing, missing);
    }

    Run.Scores score(Answer answer) {
        Windows windows = test(1);
        double[] actual = actual(windows);
        ForecastErrors errors = new ForecastErrors(set.horizon(), scales);
        errors.add(answer.point(), actual, windows.count());
        QuantileErrors quantiles = new QuantileErrors(LEVELS);
        quantiles.add(answer.quantiles(), actual);
        return new Run.Scores(errors.overall(Unit.NATURAL).mase(), quantiles.scaledCrps(), quantiles.coverage());
    }

    /**
     * What a method says of the test windows.
     *
     * @param point (windows, horizon, series)
     * @param quantiles of the same shape, for each of {@link #LEVELS}
     */
    record Answer(double[] point, List<double[]> quantiles, Run.Cost cost, String note) {

        Answer {
            quantiles = List.copyOf(quantiles);
        }
    }
}
