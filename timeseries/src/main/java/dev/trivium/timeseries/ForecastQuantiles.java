package dev.trivium.timeseries;

import dev.trivium.data.series.SeriesSet;
import java.util.List;

/**
 * What a model says about the spread of the steps that follow a history: below {@code values.get(q)} a value falls with probability
 * {@code levels.get(q)}.
 *
 * @param levels in (0, 1), rising
 * @param values for every level the quantiles, (horizon, series), in the units of the data; never missing, and never falling from one level
 *     to the next
 */
public record ForecastQuantiles(List<Double> levels, List<SeriesSet> values) {

    private static final double DIGITS = 1e9;
    private static final double SAME = 1 / DIGITS; // 1 - 0.9 is not 0.1 in binary

    /** Checks levels and values. */
    public ForecastQuantiles {
        levels = List.copyOf(levels);
        values = List.copyOf(values);
        requireLevels(levels);
        if (values.size() != levels.size()) {
            throw new IllegalArgumentException("values must hold one set for each of the " + levels.size() + " levels, got " + values.size());
        }
        for (int q = 0; q < levels.size(); q++) {
            requireOrder(levels, values, q);
        }
    }

    private static void requireLevels(List<Double> levels) {
        double before = 0;
        for (double level : levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("levels must rise within (0, 1), got " + levels);
            }
            before = level;
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels must hold at least one level, got none");
        }
    }

    private static void requireOrder(List<Double> levels, List<SeriesSet> values, int q) {
        SeriesSet own = values.get(q);
        SeriesSet below = values.get(Math.max(0, q - 1));
        if (!own.time().equals(below.time()) || !own.names().equals(below.names())) {
            throw new IllegalArgumentException("values must be of the same steps and series for all levels, got " + below + " and " + own);
        }
        for (int t = 0; t < own.length(); t++) {
            for (int s = 0; s < own.width(); s++) {
                if (!(own.value(t, s) >= below.value(t, s))) {
                    throw new IllegalArgumentException("values must be there and never fall with the level, got " + below.value(t, s)
                            + " at level " + levels.get(Math.max(0, q - 1)) + " and " + own.value(t, s) + " at level " + levels.get(q)
                            + " for " + own.time().label(t) + " of " + own.names().get(s));
                }
            }
        }
    }

    /**
     * {@return the quantiles of one level}
     *
     * @throws IllegalArgumentException if the level is not among {@link #levels}
     */
    public SeriesSet at(double level) {
        int found = find(level);
        if (found < 0) {
            throw new IllegalArgumentException("level must be one of " + levels + ", got " + level);
        }
        return values.get(found);
    }

    private int find(double level) {
        for (int q = 0; q < levels.size(); q++) {
            if (Math.abs(levels.get(q) - level) < SAME) {
                return q;
            }
        }
        return -1;
    }

    /**
     * {@return the interval in the middle that holds a share of what may come: for 0.8 the quantiles at 0.1 and 0.9}
     *
     * @throws IllegalArgumentException if the levels hold no such pair; the message lists the shares that there are
     */
    public Interval interval(double share) {
        int low = find((1 - share) / 2);
        int high = find((1 + share) / 2);
        if (!(share > 0) || low < 0 || high < 0) {
            throw new IllegalArgumentException("share must be one of " + shares() + ", got " + share);
        }
        return new Interval(share, values.get(low), values.get(high));
    }

    /** {@return the shares that {@link #interval} knows, rising; empty if no two levels lie evenly about the median} */
    public List<Double> shares() {
        return levels.stream().filter(level -> level < 0.5 - SAME && find(1 - level) >= 0)
                .map(level -> Math.rint((1 - 2 * level) * DIGITS) / DIGITS).sorted().toList();
    }

    /**
     * An interval in the middle of what may come.
     *
     * @param share the probability with which a value falls into it, by the model
     * @param low its lower end, (horizon, series)
     * @param high its upper end
     */
    public record Interval(double share, SeriesSet low, SeriesSet high) {}
}
