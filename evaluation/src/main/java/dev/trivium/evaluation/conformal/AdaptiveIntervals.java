package dev.trivium.evaluation.conformal;

import dev.trivium.evaluation.metric.Interval;
import java.util.stream.IntStream;

/**
 * Intervals of one share for one stream of points, that follow drift: they widen after misses and narrow after hits, so that in the long run the
 * share inside is near the stated one even where data drift (adaptive conformal inference, Gibbs and Candès 2021).
 *
 * <p>Ours, so that it stands what forecasts do to it. Outcomes come late: a miss is that of the interval which was given then, not of the one that
 * would be given now, and the step is smaller the longer the delay. Thresholds are read off the newest scores, as many as calibration had; where the
 * level asks for more than these hold, the largest is stretched by up to four ranges of these, so that no interval is infinite: their guarantee for any data ends where that is not enough. With {@link Tails#APART} each
 * end follows its own misses.
 *
 * <p>The caller must {@linkplain #observe observe} a value only when it has come to light, in the order of time, and use the {@link #offsets}
 * for points after it. Not safe for use from several threads.
 */
public final class AdaptiveIntervals {

    private final AdaptiveReach below;
    private final AdaptiveReach above;

    private AdaptiveIntervals(AdaptiveReach below, AdaptiveReach above) {
        this.below = below;
        this.above = above;
    }

    /**
     * Begins at the split-conformal intervals.
     *
     * @param points of calibration, in the order of time; groups are not looked at. Of quantiles, those of the share alone
     * @param share of truths inside, in (0, 1)
     * @param delay how many intervals are given before the outcome of the first is known: 1 where it is known before the next is given, h for
     *     forecasts of h steps that are made at every step
     * @throws IllegalArgumentException if there are fewer points than {@link Tails#fewest}, or the delay is below 1
     */
    public static AdaptiveIntervals begin(CalibrationPoints points, double share, Tails tails, int delay) {
        points.requireShares(1);
        if (points.size() < tails.fewest(share)) {
            throw new IllegalArgumentException("calibration must have at least " + tails.fewest(share) + " points for intervals of " + share
                    + " with tails " + tails.word() + ", got " + points.size());
        }
        if (delay < 1) {
            throw new IllegalArgumentException("delay must be at least 1, got " + delay);
        }
        double miss = 1 - tails.inside(share).doubleValue();
        double[] below = IntStream.range(0, points.size()).mapToDouble(i -> points.below(0, i)).toArray();
        double[] above = IntStream.range(0, points.size()).mapToDouble(i -> points.above(0, i)).toArray();
        if (tails == Tails.APART) {
            return new AdaptiveIntervals(new AdaptiveReach(miss, below, delay), new AdaptiveReach(miss, above, delay));
        }
        double[] worse = IntStream.range(0, below.length).mapToDouble(i -> Math.max(below[i], above[i])).toArray();
        AdaptiveReach both = new AdaptiveReach(miss, worse, delay);
        return new AdaptiveIntervals(both, both);
    }

    /** {@return how far the ends move for the next point} */
    public Offsets offsets() {
        return new Offsets(-below.threshold(), above.threshold());
    }

    /** {@return the share that the next interval aims at, which is the stated one as long as the stream behaves as calibration did} */
    public double aim() {
        return Math.min(1, below == above ? 1 - below.level() : 1 - below.level() - above.level());
    }

    /**
     * Learns what came.
     *
     * @param low   what the method had said: the low end, or the point
     * @param high  the high end, or the point
     * @param scale of the point, above 0
     * @param given the interval that was given for it
     * @param value what came
     * @throws IllegalArgumentException if a number is not finite
     */
    public void observe(double low, double high, double scale, Interval given, double value) {
        double under = (low - value) / scale;
        double over = (value - high) / scale;
        if (!Double.isFinite(under) || !Double.isFinite(over) || low > high || !(scale > 0) || !given.known()) {
            throw new IllegalArgumentException("low must be at most high, scale above 0, all finite, got " + low + ", " + high + ", " + scale
                    + ", " + given + " and the value " + value);
        }
        if (below == above) {
            below.observe(Math.max(under, over), !given.contains(value));
        } else {
            below.observe(under, value < given.low());
            above.observe(over, value > given.high());
        }
    }
}
