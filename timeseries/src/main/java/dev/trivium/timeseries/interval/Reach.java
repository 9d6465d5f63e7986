package dev.trivium.timeseries.interval;

import dev.trivium.evaluation.conformal.Offsets;

/**
 * Offsets of every share, step and series, in the unit of the series.
 *
 * @param shares how many shares
 * @param steps  how many steps
 * @param series how many series
 * @param low    (share, step, series), finite
 * @param high   (share, step, series), finite
 */
record Reach(int shares, int steps, int series, double[] low, double[] high) {

    static Reach empty(int shares, int steps, int series) {
        int cells = Math.multiplyExact(Math.multiplyExact(shares, steps), series);
        return new Reach(shares, steps, series, new double[cells], new double[cells]);
    }

    void set(int share, int step, int of, Offsets offsets, double scale) {
        low[at(share, step, of)] = offsets.low() * scale;
        high[at(share, step, of)] = offsets.high() * scale;
    }

    Offsets offsets(int share, int step, int of) {
        int at = at(share, step, of);
        return new Offsets(low[at], high[at]);
    }

    private int at(int share, int step, int of) {
        return (share * steps + step) * series + of;
    }
}
