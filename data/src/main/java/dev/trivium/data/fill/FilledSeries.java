package dev.trivium.data.fill;

import dev.trivium.data.series.SeriesSet;
import java.util.BitSet;
import java.util.Locale;

/**
 * Series without gaps, and which of their cells were filled, with an interval for each.
 *
 * <p>All three tables have one shape, (time, series), and the units of the data. An observed cell is its own interval.
 */
public final class FilledSeries {

    private final SeriesSet values;
    private final SeriesSet lower;
    private final SeriesSet upper;
    private final double level;
    private final BitSet filled;

    /**
     * Joins what a method filled.
     *
     * @param values without gaps
     * @param lower  lower ends, at most the values
     * @param upper  upper ends, at least the values
     * @param level  share of filled cells that the intervals are meant to cover, in (0, 1)
     * @param filled cell {@code t · series + s} is set if series {@code s} was filled at row {@code t}
     * @throws IllegalArgumentException if shapes differ, a cell is missing, an interval leaves out its value, or an observed cell has a width
     */
    public FilledSeries(SeriesSet values, SeriesSet lower, SeriesSet upper, double level, BitSet filled) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, got " + level);
        }
        if (!lower.time().equals(values.time()) || !upper.time().equals(values.time())
                || !lower.names().equals(values.names()) || !upper.names().equals(values.names())) {
            throw new IllegalArgumentException("lower and upper must have the rows and series of values, " + values + ", got "
                    + lower + " and " + upper);
        }
        for (int t = 0; t < values.length(); t++) {
            for (int s = 0; s < values.width(); s++) {
                require(values, lower, upper, filled, t, s);
            }
        }
        this.values = values;
        this.lower = lower;
        this.upper = upper;
        this.level = level;
        this.filled = (BitSet) filled.clone();
    }

    private static void require(SeriesSet values, SeriesSet lower, SeriesSet upper, BitSet filled, int t, int s) {
        double low = lower.value(t, s);
        double value = values.value(t, s);
        double high = upper.value(t, s);
        boolean wide = filled.get(t * values.width() + s);
        if (!(low <= value && value <= high) || !wide && low != high) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "lower must be at most the value and upper at least, equal where observed, got %s, %s, %s at row %d of %s",
                    low, value, high, t, values.names().get(s)));
        }
    }

    /** {@return the series without gaps} */
    public SeriesSet values() {
        return values;
    }

    /** {@return the lower ends of the intervals} */
    public SeriesSet lower() {
        return lower;
    }

    /** {@return the upper ends of the intervals} */
    public SeriesSet upper() {
        return upper;
    }

    /** {@return the share of filled cells that the intervals are meant to cover} */
    public double level() {
        return level;
    }

    /** {@return whether series {@code s} was filled at row {@code t}} */
    public boolean filled(int t, int s) {
        values.value(t, s); // refuses what lies outside
        return filled.get(t * values.width() + s);
    }

    /** {@return the number of filled cells} */
    public long filledCells() {
        return filled.cardinality();
    }
}
