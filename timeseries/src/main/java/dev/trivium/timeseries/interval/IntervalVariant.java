package dev.trivium.timeseries.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.timeseries.WindowForecasts;
import java.util.List;
import java.util.Optional;

/** One way to put intervals around the rolling forecasts of a model, so that several can be compared on the same forecasts. */
public interface IntervalVariant {

    /** {@return its name in tables, such as {@code fixed}} */
    String name();

    /** {@return the shares that the intervals are to hold, rising} */
    List<Double> shares();

    /**
     * {@return the ends of the intervals of the next windows, from the lowest level to the highest}
     *
     * @param forecasts what the model says about these windows
     * @param levels the levels of its own quantiles
     * @param series the rows that are forecast
     * @param origins the row of the first target of every window, rising from call to call
     */
    List<double[]> ends(WindowForecasts forecasts, List<Double> levels, SeriesSet series, int[] origins);

    /** {@return intervals that stay as calibration made them} */
    static IntervalVariant fixed(String name, ForecastIntervals intervals) {
        return new Rule(name, intervals.shares(), (forecasts, levels, series, origins) -> intervals.around(forecasts, levels).quantiles());
    }

    /** {@return intervals that learn from every value once it has come} */
    static IntervalVariant adaptive(String name, AdaptiveForecastIntervals intervals, List<Double> shares) {
        return new Rule(name, shares, (forecasts, levels, series, origins) -> intervals.next(forecasts, series, origins).quantiles());
    }

    /**
     * {@return the quantiles of the model as they are, for those shares that it has; empty if it has none of them}
     *
     * @param levels the levels of its quantiles
     * @param shares that are asked for
     */
    static Optional<IntervalVariant> own(String name, List<Double> levels, List<Double> shares) {
        List<Double> known = shares.stream().filter(share -> new Bands(List.of(share)).levels().stream().allMatch(level -> place(levels, level) >= 0)).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Rule(name, known, (forecasts, own, series, origins) ->
                new Bands(known).levels().stream().map(level -> forecasts.quantiles().get(place(own, level))).toList()));
    }

    private static int place(List<Double> levels, double level) {
        for (int q = 0; q < levels.size(); q++) {
            if (Math.abs(levels.get(q) - level) < 1e-9) {
                return q;
            }
        }
        return -1;
    }

    /** Makes the ends. */
    @FunctionalInterface
    interface Maker {

        /** As {@link IntervalVariant#ends}. */
        List<double[]> ends(WindowForecasts forecasts, List<Double> levels, SeriesSet series, int[] origins);
    }

    /** A variant by name. */
    record Rule(String name, List<Double> shares, Maker maker) implements IntervalVariant {

        @Override
        public List<double[]> ends(WindowForecasts forecasts, List<Double> levels, SeriesSet series, int[] origins) {
            return maker.ends(forecasts, levels, series, origins);
        }
    }
}
