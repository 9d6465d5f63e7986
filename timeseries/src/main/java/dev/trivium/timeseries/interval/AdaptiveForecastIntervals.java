package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.evaluation.conformal.AdaptiveIntervals;
import dev.trivium.evaluation.conformal.Offsets;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Intervals that follow drift over rolling forecasts: at every origin they have learnt from the values before it, and from no others.
 *
 * <p>Every step of every series is a stream of its own, see {@link AdaptiveIntervals}. The outcome of step h (from 1) of a forecast is known h
 * rows after its first row: a forecast made at row t has learnt from step h of forecasts made at rows up to t − h, so the far steps follow
 * later than the near ones. A value that is missing teaches nothing.
 *
 * <p>It begins with the newest {@value #MEMORY} calibration windows. Origins must rise. Not safe for use from several threads.
 */
public final class AdaptiveForecastIntervals {

    /** The most errors that a stream remembers. */
    private static final int MEMORY = 500;

    private static final int LEAST_MEMORY = 100;
    private static final long NUMBERS = 1L << 25; // remembered in all: 256 MiB

    private record Pending(int origin, int offset, Said said, List<double[]> ends) {}

    private final Calibration calibration;
    private final int horizon;
    private final int width;
    private final AdaptiveIntervals[] streams; // (share, step, series); null for one without values in the calibration rows
    private final Deque<Pending> pending = new ArrayDeque<>();
    private int last; // rows before it were learnt from
    private int earliest; // that the next origin may be

    private AdaptiveForecastIntervals(Calibration calibration, Tails tails) {
        this.calibration = calibration;
        horizon = calibration.model().spec().horizon();
        width = calibration.columns().length;
        streams = new AdaptiveIntervals[shares() * horizon * width];
        earliest = calibration.view().to();
        int memory = memory(calibration);
        for (int q = 0; q < shares(); q++) {
            double share = calibration.bands().shares().get(q);
            for (int h = 0; h < horizon; h++) {
                for (int s = 0; s < width; s++) {
                    streams[at(q, h, s)] = begin(h, s, q, share, tails, memory);
                }
            }
        }
    }

    /** A stream with too few errors of its own begins with those of all series at the step, in deviations of the series. */
    private AdaptiveIntervals begin(int step, int series, int share, double nominal, Tails tails, int memory) {
        var own = calibration.points(step, new int[] {series}, memory, share);
        if (own.size() >= Math.max(ForecastIntervals.FEWEST, tails.fewest(nominal))) {
            return AdaptiveIntervals.begin(own, nominal, tails, step + 1);
        }
        int[] all = new int[width];
        Arrays.setAll(all, s -> s);
        return AdaptiveIntervals.begin(calibration.points(step, all, memory, share), nominal, tails, step + 1);
    }

    static boolean fits(Calibration calibration, Tails tails) {
        return fits(calibration) && fewest(calibration) >= needed(calibration, tails);
    }

    private static boolean fits(Calibration calibration) {
        return memory(calibration) >= Math.min(calibration.windowCount(), LEAST_MEMORY);
    }

    /** {@return how many errors a stream can begin with at the step of which fewest are remembered} */
    private static int fewest(Calibration calibration) {
        int memory = memory(calibration);
        return IntStream.range(0, calibration.model().spec().horizon()).map(step -> calibration.count(step, memory)).min().orElse(0);
    }

    private static int needed(Calibration calibration, Tails tails) {
        return tails.fewest(largest(calibration));
    }

    private static double largest(Calibration calibration) {
        return calibration.bands().shares().get(calibration.bands().shares().size() - 1);
    }

    private static int memory(Calibration calibration) {
        long streams = (long) calibration.size() * calibration.bands().shares().size() * 4; // two tails, each by age and sorted
        return (int) Math.min(Math.min(MEMORY, calibration.windowCount()), NUMBERS / streams);
    }

    static AdaptiveForecastIntervals begin(Calibration calibration, Tails tails) {
        if (!fits(calibration)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "adaptive intervals must have at most %,d steps × series × shares, got %,d",
                    NUMBERS / 4 / LEAST_MEMORY, (long) calibration.size() * calibration.bands().shares().size()));
        }
        if (!fits(calibration, tails)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "adaptive intervals of %s must have at least %d errors of every step among the"
                    + " newest %d windows, got %d", largest(calibration), needed(calibration, tails), memory(calibration), fewest(calibration)));
        }
        return new AdaptiveForecastIntervals(calibration, tails);
    }

    private int shares() {
        return calibration.bands().shares().size();
    }

    private int at(int share, int step, int series) {
        return (share * horizon + step) * width + series;
    }

    /** {@return the levels of the quantiles that {@link #next} gives} */
    public List<Double> levels() {
        return calibration.bands().levels();
    }

    /**
     * {@return forecasts of the next windows with the ends of their intervals as quantiles, at {@link #levels}}
     *
     * @param forecasts what the model says about these windows
     * @param series with the columns of the calibration rows; no row at or after an origin is looked at before that origin has passed
     * @param origins the row of the first target of every window, rising; after the calibration rows and after all origins before
     * @throws IllegalArgumentException if windows are out of order
     */
    public WindowForecasts next(WindowForecasts forecasts, SeriesSet series, int[] origins) {
        Said said = Said.of(forecasts, calibration.pairs(), shares());
        ForecastIntervals.Ends ends = new ForecastIntervals.Ends(calibration.bands(), forecasts.mean().length);
        int size = horizon * width;
        for (int w = 0; w < origins.length; w++) {
            if (origins[w] < earliest) {
                throw new IllegalArgumentException("origins must rise and lie after the calibration rows, that is from row " + earliest
                        + " on, got row " + origins[w]);
            }
            learn(series, origins[w]);
            place(said, w * size, ends);
            pending.addLast(new Pending(origins[w], w * size, said, ends.all()));
            earliest = origins[w] + 1;
        }
        return new WindowForecasts(forecasts.mean(), ends.all());
    }

    private void place(Said said, int offset, ForecastIntervals.Ends ends) {
        for (int q = 0; q < shares(); q++) {
            for (int i = 0; i < horizon * width; i++) {
                Offsets offsets = streams[q * horizon * width + i].offsets();
                Interval interval = offsets.around(said.low().get(q)[offset + i], said.high().get(q)[offset + i], calibration.scale(i % width));
                ends.set(q, offset + i, interval.low(), interval.high());
            }
        }
    }

    /** Learns from the rows between the last origin and {@code now}: of a window that began at row o, row r is the outcome of step r − o. */
    private void learn(SeriesSet series, int now) {
        for (Pending one : pending) { // in order of time, and so is every stream
            for (int h = Math.max(0, last - one.origin()); h < horizon && one.origin() + h < now; h++) {
                observe(one, series, h);
            }
        }
        while (!pending.isEmpty() && pending.peekFirst().origin() + horizon <= now) {
            pending.removeFirst();
        }
        last = now;
    }

    private void observe(Pending one, SeriesSet series, int step) {
        for (int s = 0; s < width; s++) {
            double value = series.value(one.origin() + step, calibration.columns()[s]);
            if (!Double.isFinite(value)) {
                continue;
            }
            int cell = one.offset() + step * width + s;
            for (int q = 0; q < shares(); q++) {
                Interval given = new Interval(one.ends().get(calibration.bands().low(q))[cell], one.ends().get(calibration.bands().high(q))[cell]);
                streams[at(q, step, s)].observe(one.said().low().get(q)[cell], one.said().high().get(q)[cell], calibration.scale(s), given, value);
            }
        }
    }

    /** {@return the share that the next interval of a step aims at; steps and series from 0} */
    public double aim(double share, int step, int series) {
        List<Double> shares = new ArrayList<>(calibration.bands().shares());
        return streams[at(shares.indexOf(share), step, series)].aim();
    }
}
