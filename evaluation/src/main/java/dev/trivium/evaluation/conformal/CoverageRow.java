package dev.trivium.evaluation.conformal;

import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.text.Figures;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How many truths fell inside, over some of the points.
 *
 * @param name     of these points: a group, or {@value ConformalIntervals#ALL}
 * @param points   how many there are
 * @param share    share of them inside; NaN without points
 * @param interval 95 % confidence interval of the share; unknown where there are too few points to say
 * @param width    mean width of the intervals, in the unit of the values; of sets, the mean number of labels
 */
public record CoverageRow(String name, long points, double share, Interval interval, double width) {

    /** The fewest points for a confidence interval from blocks: of a handful, all may be inside by chance in every resample. */
    public static final int MIN_POINTS = 30;

    private static final double ALIKE = 1e-9;
    private static final double Z = 1.959963984540054; // of 95 %

    /** Checks the share. */
    public CoverageRow {
        if (points < 0 || share < 0 || share > 1 || points == 0 != Double.isNaN(share)) {
            throw new IllegalArgumentException("share must be in [0, 1], or NaN without points, got " + share + " of " + points + " points");
        }
    }

    /**
     * {@return a row of points that do not depend on each other, such as molecules: with Wilson's interval (1927)}
     *
     * @param widths sum of the widths
     */
    public static CoverageRow independent(String name, long points, long inside, double widths) {
        if (points == 0) {
            return new CoverageRow(name, 0, Double.NaN, Interval.UNKNOWN, Double.NaN);
        }
        double share = (double) inside / points;
        return new CoverageRow(name, points, share, wilson(share, points), widths / points);
    }

    private static Interval wilson(double share, double points) {
        double centre = (share + Z * Z / (2 * points)) / (1 + Z * Z / points);
        double half = Z / (1 + Z * Z / points) * Math.sqrt(share * (1 - share) / points + Z * Z / (4.0 * points * points));
        return new Interval(Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half)));
    }

    /**
     * {@return a row of points that lie in time, whose misses come in runs: with an interval from blocks of neighbouring rows}
     *
     * @param inside how many fell inside at each row of time (or window), in order; over several seeds, the mean
     * @param points how many there were at each row
     * @param widths sum of their widths
     * @param resamples blocks as long as dependence reaches
     */
    public static CoverageRow inTime(String name, double[] inside, double[] points, double widths, RowResamples resamples) {
        double count = Arrays.stream(points).sum();
        if (count == 0) {
            return new CoverageRow(name, 0, Double.NaN, Interval.UNKNOWN, Double.NaN);
        }
        return new CoverageRow(name, Math.round(count), clip(Arrays.stream(inside).sum() / count), overBlocks(inside, points, resamples),
                widths / count);
    }

    /**
     * {@return the 95 % confidence interval of a share over rows of time, from blocks of neighbouring rows; unknown where there are too few points}
     * Where all points are inside, or none, resamples tell nothing: it then is Wilson's, of as many trials as there are blocks with points.
     *
     * @param inside how many fell inside at each row
     * @param points how many there were at each row
     */
    public static Interval overBlocks(double[] inside, double[] points, RowResamples resamples) {
        double count = Arrays.stream(points).sum();
        if (count < MIN_POINTS) {
            return Interval.UNKNOWN;
        }
        Interval interval = resamples.interval(totals -> totals[1] > 0.5 ? clip(totals[0] / totals[1]) : Double.NaN, inside, points);
        double share = clip(Arrays.stream(inside).sum() / count);
        boolean alike = share < ALIKE || share > 1 - ALIKE;
        return alike && interval.known() ? wilson(Math.rint(share), blocks(points, resamples.bootstrap().blockLength())) : interval;
    }

    private static int blocks(double[] points, int length) {
        int blocks = 0;
        for (int from = 0; from < points.length; from += length) {
            blocks += Arrays.stream(points, from, Math.min(points.length, from + length)).anyMatch(count -> count > 0) ? 1 : 0;
        }
        return blocks;
    }

    private static double clip(double share) {
        return Math.max(0, Math.min(1, share)); // a difference of prefix sums can leave [0, 1] by rounding
    }

    /** {@return whether the share is known to be another than the nominal one} */
    public boolean isOff(double nominal) {
        return interval.known() && !interval.contains(nominal);
    }

    /** {@return in words how far the share is off; empty if it may be right} */
    public Optional<String> sentence(double nominal) {
        if (!isOff(nominal)) {
            return Optional.empty();
        }
        return Optional.of(String.format(Locale.ROOT, "Intervals of %s hold %s of %s (95 %% confidence: %s to %s): they are too %s.",
                Figures.percent(nominal), Figures.percent(share), name.equals(ConformalIntervals.ALL) ? "all values" : "the values of " + name,
                Figures.percent(interval.low()), Figures.percent(interval.high()), share < nominal ? "narrow" : "wide"));
    }
}
