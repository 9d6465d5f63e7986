package dev.trivium.evaluation.conformal;

import dev.trivium.evaluation.metric.Interval;

/**
 * How far the ends of an interval move, in the scale of the point: the interval is {@code [low estimate + low · scale, high estimate + high · scale]}.
 *
 * @param low  usually below 0; finite
 * @param high usually above 0; finite
 */
public record Offsets(double low, double high) {

    /** Checks that both are finite. */
    public Offsets {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("offsets must be finite, got " + low + " and " + high);
        }
    }

    /**
     * {@return the interval around a pair of estimates}
     *
     * <p>An interval around one point, low and high being the same, always holds it; ends that would cross meet in the middle.
     *
     * @param low   estimate of the low end, or the point
     * @param high  estimate of the high end, or the point; at least {@code low}
     * @param scale of the point, at least 0
     */
    public Interval around(double low, double high, double scale) {
        if (!(low <= high && scale >= 0 && Double.isFinite(low) && Double.isFinite(high) && Double.isFinite(scale))) {
            throw new IllegalArgumentException("low must be at most high, scale at least 0, all finite, got " + low + ", " + high + " and " + scale);
        }
        double from = low + this.low * scale;
        double to = high + this.high * scale;
        if (low == high) {
            return new Interval(Math.min(from, low), Math.max(to, high));
        }
        return from <= to ? new Interval(from, to) : new Interval((from + to) / 2, (from + to) / 2);
    }
}
