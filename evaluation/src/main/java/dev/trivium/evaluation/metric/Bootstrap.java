package dev.trivium.evaluation.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Moving-block bootstrap over windows: intervals of a score, and of the difference of two methods on the same windows.
 *
 * <p>Neighbouring windows share most of their targets, so resampling single windows pretends to far more evidence than there
 * is. Here a resample is made of blocks of {@code blockLength} neighbouring windows (Künsch 1989), drawn with
 * replacement until it has as many windows as there are; a block that starts near the end goes on at the beginning
 * (circular blocks, Politis and Romano 1992), so that every window counts the same. Intervals are percentiles of the
 * resampled scores, expanded for the number of blocks (Hesterberg 2015). A paired difference draws the same blocks for
 * both methods. The same seed gives the same numbers on every platform.
 *
 * <p>Measured on simulated autocorrelated errors (horizon 96, 2785 windows, nominal 95 %): single windows cover the true
 * MSE in 15 % of the cases, blocks of one horizon with plain percentiles in 85 to 87 %, the blocks of
 * {@link #overWindows} in 90 to 94 %.
 *
 * <p>With fewer than {@value #MIN_BLOCKS} blocks' worth of windows no interval is given: {@link Interval#UNKNOWN}.
 *
 * @param resamples   resampled score sets, at least 100
 * @param blockLength windows per block, at least 1
 * @param level       confidence level in (0, 1)
 * @param seed        seed of the draws
 */
public record Bootstrap(int resamples, int blockLength, double level, long seed) {

    /** The least number of blocks that must fit into the windows. */
    public static final int MIN_BLOCKS = 4;

    /** Checks the settings. */
    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("resamples must be at least 100, got " + resamples);
        }
        if (blockLength < 1) {
            throw new IllegalArgumentException("blockLength must be at least 1, got " + blockLength);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    /**
     * The usual setting: 1000 resamples, 95 %, and blocks of twice the windows that share a target with the next ones
     * (two horizons at stride 1); where fewer than eight such blocks fit, shorter ones, but never below one horizon.
     *
     * @param windows windows that will be scored
     * @param horizon forecast steps per window
     * @param stride  steps from one window to the next
     */
    public static Bootstrap overWindows(int windows, int horizon, int stride, long seed) {
        if (windows < 0 || horizon < 1 || stride < 1) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "windows must be at least 0, horizon and stride at least 1, got %d, %d and %d",
                            windows, horizon, stride));
        }
        int overlap = (int) (((long) horizon + stride - 1) / stride);
        int block = (int) Math.max(overlap, Math.min(2L * overlap, windows / 8));
        return new Bootstrap(1000, block, 0.95, seed);
    }

    /** {@return whether that many windows are enough for an interval} */
    public boolean suffices(int windows) {
        return windows >= (long) MIN_BLOCKS * blockLength;
    }

    /** {@return the intervals of a method's overall scores} */
    public ScoreIntervals intervals(ForecastErrors errors, Unit unit) {
        if (!suffices(errors.windows())) {
            return new ScoreIntervals(Interval.UNKNOWN, Interval.UNKNOWN, Interval.UNKNOWN, Interval.UNKNOWN);
        }
        Scores[] drawn = draw(errors, unit);
        int windows = errors.windows();
        return new ScoreIntervals(interval(drawn, Metric.MSE, windows), interval(drawn, Metric.MAE, windows),
                interval(drawn, Metric.RMSE, windows), interval(drawn, Metric.MASE, windows));
    }

    /**
     * The difference of two methods' overall scores.
     *
     * @throws IllegalArgumentException if the methods were not scored on the same windows and cells
     */
    public PairedDifference difference(ForecastErrors method, ForecastErrors reference, Metric metric, Unit unit) {
        method.requireSameTargets(reference);
        double difference = metric.of(method.overall(unit)) - metric.of(reference.overall(unit));
        if (!suffices(method.windows())) {
            return new PairedDifference(difference, Interval.UNKNOWN, Double.NaN);
        }
        Scores[] ours = draw(method, unit);
        Scores[] theirs = draw(reference, unit);
        double[] differences = new double[resamples];
        double better = 0;
        for (int r = 0; r < resamples; r++) {
            differences[r] = metric.of(ours[r]) - metric.of(theirs[r]);
            better += differences[r] < 0 ? 1 : differences[r] == 0 ? 0.5 : 0;
        }
        Interval interval = interval(differences, method.windows());
        return new PairedDifference(difference, interval, interval.known() ? better / resamples : Double.NaN);
    }

    private Scores[] draw(ForecastErrors errors, Unit unit) {
        WindowSums sums = new WindowSums(errors, unit);
        SplittableRandom random = new SplittableRandom(seed);
        Scores[] drawn = new Scores[resamples];
        for (int r = 0; r < resamples; r++) {
            Sums resample = new Sums();
            for (int left = errors.windows(); left > 0; left -= blockLength) {
                sums.addRange(random.nextInt(errors.windows()), Math.min(left, blockLength), resample);
            }
            drawn[r] = resample.scores();
        }
        return drawn;
    }

    private Interval interval(Scores[] drawn, Metric metric, int windows) {
        return interval(Arrays.stream(drawn).mapToDouble(metric::of).toArray(), windows);
    }

    private Interval interval(double[] values, int windows) {
        return ExpandedPercentile.of(values, level, (double) windows / blockLength);
    }
}
