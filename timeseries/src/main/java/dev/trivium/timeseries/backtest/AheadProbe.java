package dev.trivium.timeseries.backtest;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.timeseries.Forecaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Asks a fitted forecaster for a few test windows again, after the rows at and after their origins were changed, and after the rows before them were.
 * The first must not move an answer; of a method that learns from its look-back the second does.
 */
final class AheadProbe {

    private static final int WINDOWS = 3;
    private static final double ROUNDING = 1e-5;
    private static final double OWN = 0.5;
    private final Forecaster forecaster;
    private final Split split;
    private final Windows windows;
    private final int stride;
    private final List<String> found = new ArrayList<>();
    private int probed;
    private boolean moved;
    private long cells;
    private long exact;
    private long repeated;

    private AheadProbe(Forecaster forecaster, Split split, int lookback, int horizon, int stride) {
        this.forecaster = forecaster;
        this.split = split;
        this.stride = stride;
        windows = Windows.over(split.test(), lookback, horizon, stride, Forecaster.MAX_MISSING_SHARE);
    }

    static AheadProbe of(Forecaster forecaster, Split split, int lookback, int horizon, int stride) {
        AheadProbe probe = new AheadProbe(forecaster, split, lookback, horizon, stride);
        if (probe.windows.count() > 0) {
            probe.ask();
        }
        return probe;
    }

    private void ask() {
        Forecaster.Rolling rolling = forecaster.rolling(windows);
        int last = windows.count() - 1;
        for (int w : new TreeSet<>(List.of(0, last / 2, last))) {
            double[] said = rolling.predict(w, w + 1);
            int origin = windows.origin(w);
            double[] again = changed(said, w, origin, windows.series().length());
            if (again.length == said.length) {
                probed++;
                compare(said, again, origin);
                truth(said, origin);
                double[] other = changed(said, w, 0, origin);
                moved |= other.length != said.length || difference(said, other) > ROUNDING;
            }
        }
    }

    /** The answer after the observed cells of some rows were changed; empty if the window is then another one. */
    private double[] changed(double[] said, int w, int from, int to) {
        SeriesSet series = windows.series();
        double[] values = series.toArray();
        int width = series.width();
        boolean ahead = from > 0;
        List<String> known = forecaster.spec().known();
        for (int s = 0; s < width; s++) {
            int start = ahead && known.contains(series.names().get(s)) ? Math.min(to, from + windows.horizon()) : from;
            double size = Math.max(1, Math.abs(spread(s)));
            for (int t = start; t < to; t++) {
                values[t * width + s] += size * (ahead ? 7 + (t * 31 + s * 17) % 11 : 0.5 * ((t * 7 + s) % 5 - 2));
            }
        }
        SeriesSet other = SeriesSet.of(series.time(), series.variables(), values);
        Split poisoned = Split.at(other, split.train().to(), split.test().from(), split.test().to());
        Windows same = Windows.over(poisoned.test(), windows.lookback(), windows.horizon(), stride, Forecaster.MAX_MISSING_SHARE);
        return same.count() == windows.count() && same.origin(w) == windows.origin(w) ? forecaster.rolling(same).predict(w, w + 1) : new double[0];
    }

    private double spread(int s) {
        SeriesSet train = split.train().series();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < train.length(); t++) {
            if (train.observed(t, s)) {
                least = Math.min(least, train.value(t, s));
                most = Math.max(most, train.value(t, s));
            }
        }
        return most > least ? most - least : 1;
    }

    private void compare(double[] said, double[] again, int origin) {
        double difference = difference(said, again);
        if (difference > ROUNDING) {
            found.add(String.format(Locale.ROOT, "says other values for the window with origin %s when rows from there on are changed, by up to %.3g of their size",
                    split.test().series().time().label(origin), difference));
        }
    }

    private static double difference(double[] a, double[] b) {
        double size = 1e-12;
        double difference = 0;
        for (int i = 0; i < a.length; i++) {
            size = Math.max(size, Math.abs(a[i]));
            difference = Math.max(difference, Double.isNaN(a[i]) != Double.isNaN(b[i]) ? Double.POSITIVE_INFINITY : Math.abs(a[i] - b[i]));
        }
        return difference / size;
    }

    /** How many cells are said to the last bit, and how many a value of the look-back would have said. */
    private void truth(double[] said, int origin) {
        SeriesSet series = windows.series();
        int[] own = forecaster.variables().stream().mapToInt(variable -> series.indexOf(variable.name())).toArray();
        for (int s = 0; s < own.length; s++) {
            TreeSet<Double> before = new TreeSet<>();
            for (int t = origin - windows.lookback(); t < origin; t++) {
                before.add(series.value(t, own[s]));
            }
            for (int h = 0; h < windows.horizon() && said.length == windows.horizon() * own.length; h++) {
                double actual = series.value(origin + h, own[s]);
                cells += Double.isNaN(actual) ? 0 : 1;
                exact += said[h * own.length + s] == actual ? 1 : 0;
                repeated += said[h * own.length + s] == actual && before.contains(actual) ? 1 : 0;
            }
        }
    }

    String looked() {
        return "forecasts of up to " + WINDOWS + " test windows with rows from the origin on changed";
    }

    /** {@return where answers moved with what comes later; empty if nowhere} */
    List<String> found() {
        return found;
    }

    boolean made() {
        return probed > 0;
    }

    /** {@return whether an answer follows from what was given} */
    boolean moved() {
        return moved;
    }

    /** {@return that most answers are the truth to the last bit, where no value of the look-back would be} */
    List<String> exact() {
        return exact - repeated > OWN * cells && cells > 0
                ? List.of(String.format(Locale.ROOT, "says %,d of %,d values of these windows to the last bit", exact, cells)) : List.of();
    }
}
