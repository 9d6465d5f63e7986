package dev.trivium.timeseries.interval;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.Offsets;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.WindowForecasts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the intervals of every step and series reach from what a model says. Immutable.
 *
 * <p>Split conformal: the ceil((n + 1) share)-th error of n calibration windows, for every step by itself and for every series with at least
 * {@value #FEWEST} windows by itself; other series take the errors of all series at the same step, each in deviations of its series. Around the
 * mean of a model, or, of a model that states quantiles, around these: conformalised quantile regression (Romano et al. 2019).
 */
public final class ForecastIntervals {

    /** The shares that intervals are made for where nobody asks for others. */
    public static final List<Double> STANDARD_SHARES = List.of(0.8, 0.95);

    /**
     * How misses are counted where nobody says: both sides together. A forecast that drifts errs to one side for months and then to the other;
     * ends that were calibrated apart would carry the bias of the calibration rows into the rows after them.
     */
    public static final Tails STANDARD_TAILS = Tails.TOGETHER;

    /** The fewest windows with which a series has a reach of its own. */
    public static final int FEWEST = 40;

    private final Bands bands;
    private final CalibrationFacts facts;
    private final Reach reach;

    ForecastIntervals(CalibrationFacts facts, Reach reach) {
        this.bands = new Bands(facts.shares());
        this.facts = facts;
        this.reach = reach;
    }

    /**
     * Calibrates with the standard tails.
     *
     * @param model fitted, without the rows of the view
     * @param shares of values that intervals shall hold, rising within (0, 1)
     * @throws IllegalArgumentException if the view has other columns than the model, or too few windows for the largest share
     */
    public static ForecastIntervals calibrate(Forecaster model, CalibrationView view, List<Double> shares) {
        return Calibration.of(model, view, shares).intervals(STANDARD_TAILS);
    }

    static ForecastIntervals of(Calibration calibration, Tails tails) {
        int horizon = calibration.model().spec().horizon();
        int width = calibration.columns().length;
        List<Double> shares = calibration.bands().shares();
        List<String> numbers = IntStream.range(0, width).mapToObj(Integer::toString).toList(); // a series may be named "all"
        int[] series = IntStream.range(0, width).toArray();
        Reach reach = Reach.empty(shares.size(), horizon, width);
        boolean[] pooled = new boolean[width];
        for (int h = 0; h < horizon; h++) {
            ConformalIntervals step = ConformalIntervals.fit(calibration.points(h, series, Integer.MAX_VALUE, places(shares)), shares, tails, numbers, FEWEST);
            for (int s = 0; s < width; s++) {
                pooled[s] |= step.reachOf(s).equals(ConformalIntervals.ALL);
                for (int q = 0; q < shares.size(); q++) {
                    reach.set(q, h, s, step.offsets(shares.get(q), s), calibration.scale(s));
                }
            }
        }
        return new ForecastIntervals(CalibrationFacts.of(calibration, tails, pooled), reach);
    }

    private static int[] places(List<Double> shares) {
        return IntStream.range(0, shares.size()).toArray();
    }

    /** {@return the shares of values that the intervals are to hold, rising} */
    public List<Double> shares() {
        return facts.shares();
    }

    /** {@return the levels of the quantiles that the ends of the intervals stand for, rising} */
    public List<Double> levels() {
        return bands.levels();
    }

    /** {@return what they were calibrated on} */
    public CalibrationFacts facts() {
        return facts;
    }

    Reach reach() {
        return reach;
    }

    /** {@return how far the ends of a step's interval move, in the unit of the series; steps and series from 0} */
    public Offsets offsets(double share, int step, int series) {
        int index = facts.shares().indexOf(share);
        if (index < 0) {
            throw new IllegalArgumentException("share must be one of " + facts.shares() + ", got " + share);
        }
        return reach.offsets(index, step, series);
    }

    /**
     * {@return forecasts of windows with the ends of the intervals as quantiles, at {@link #levels}}
     *
     * @param forecasts what the model says
     * @param levels the levels of its own quantiles; empty for a model without
     */
    public WindowForecasts around(WindowForecasts forecasts, List<Double> levels) {
        List<int[]> pairs = facts.onQuantiles() ? bands.nearest(levels) : List.of();
        Said said = Said.of(forecasts, pairs, shares().size());
        Ends ends = new Ends(bands, forecasts.mean().length);
        int size = reach.steps() * reach.series();
        for (int q = 0; q < shares().size(); q++) {
            double[] low = said.low().get(q);
            double[] high = said.high().get(q);
            for (int i = 0; i < low.length; i++) {
                Interval interval = reach.offsets(q, i % size / reach.series(), i % reach.series()).around(low[i], high[i], 1);
                ends.set(q, i, interval.low(), interval.high());
            }
        }
        return new WindowForecasts(forecasts.mean(), ends.all());
    }

    /** The ends of intervals at all levels; a wider share never ends inside a narrower one. */
    static final class Ends {

        private final Bands bands;
        private final List<double[]> all = new ArrayList<>();

        Ends(Bands bands, int cells) {
            this.bands = bands;
            for (int level = 0; level < 2 * bands.shares().size(); level++) {
                all.add(new double[cells]);
            }
        }

        /** Sets an interval; to be called from the narrowest share to the widest. */
        void set(int share, int cell, double low, double high) {
            all.get(bands.low(share))[cell] = share == 0 ? low : Math.min(low, all.get(bands.low(share - 1))[cell]);
            all.get(bands.high(share))[cell] = share == 0 ? high : Math.max(high, all.get(bands.high(share - 1))[cell]);
        }

        List<double[]> all() {
            return Collections.unmodifiableList(all);
        }
    }
}
