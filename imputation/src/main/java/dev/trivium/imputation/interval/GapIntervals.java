package dev.trivium.imputation.interval;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.text.Figures;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/**
 * Intervals around filled cells, from the errors that a method makes on cells of the calibration rows that were hidden from it; of the validation
 * rows where no rows were set apart for calibration.
 *
 * <p>Cells are hidden by a pattern drawn from the seed: points, blocks of several lengths, whole series. The signed errors, divided by the scale
 * and a factor of their series, are grouped by the steps to the nearest visible value of the series: 1, 2 to 3, 4 to 7, 8 to 15, 16 to 47,
 * further; and apart from these at loose ends, where visible values are on one side only, as in the newest row of a stream. An interval ends at quantiles of its group with the finite-sample correction, the ceil((n + 1)(1 − a))-th of n with half of what the
 * level leaves out on either side; it always holds the estimate. A group with fewer than 80 cells takes the quantiles of the nearest group that
 * has as many, or of all cells where there is none. The factor of a series says how large its errors are beside the others'; it is drawn towards
 * 1 where cells are few, and comes from cells of its own.
 *
 * <p>What holds: for a cell that is exchangeable with the cells of its group, the interval covers with at least the level's probability, on
 * average over the cells of a group, not for each series. What does not: later rows that behave unlike the calibration rows; gaps that depend on
 * the value that is missing; errors of neighbouring cells depend on each other, so that there are fewer independent ones than counted; and where
 * the rows have chosen an epoch or a setting, as validation rows do, errors on them are a little too small. So measure the coverage where it matters.
 *
 * <p>Immutable.
 */
public final class GapIntervals {

    /** The level of intervals where nobody asks for another. */
    public static final double STANDARD_LEVEL = 0.8;

    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.9, 0.95);
    private static final long STREAM = 0x696e74657276616cL; // draws of its own, whatever else the seed is used for

    private final double level;
    private final List<Double> levels;
    private final List<Bounds> groups;
    private final double[] widths; // scale times factor, per series

    GapIntervals(double level, List<Double> levels, List<Bounds> groups, double[] widths) {
        this.level = level;
        this.levels = List.copyOf(levels);
        this.groups = List.copyOf(groups);
        this.widths = widths.clone();
    }

    /**
     * Hides cells of the validation rows, fills them, and learns from the errors.
     *
     * @param fill the method, fitted; called eight times for all validation rows, and for the last row of up to two hundred stretches that end there
     * @param validation the rows to calibrate on; rows before them are context
     * @param scale a scale for each series in its units, such as the standard deviation in the training rows; at least 0. A series of scale 0 gets
     *     intervals of no width
     * @param seed of the cells to hide; these differ from those of other users of the same seed
     * @param level of {@link #apply}, in (0, 1); .5, .8, .9 and .95 are kept too, see {@link #withLevel}
     * @throws IllegalArgumentException if there is no visible value in the validation rows, or a scale or the level is out of range
     */
    public static GapIntervals calibrate(PointFill fill, ValidationView validation, double[] scale, long seed, double level) {
        return calibrate(fill, validation, "validation", scale, seed, level);
    }

    /**
     * Hides cells of the calibration rows, which have chosen nothing, fills them, and learns from the errors.
     *
     * @param fill the method, fitted; as often called as by {@link #calibrate(PointFill, ValidationView, double[], long, double)}
     * @param calibration the rows to calibrate on; rows before them are context
     * @param scale a scale for each series in its units; at least 0
     * @param seed of the cells to hide
     * @param level of {@link #apply}, in (0, 1); .5, .8, .9 and .95 are kept too
     * @throws IllegalArgumentException if there is no visible value in the calibration rows, or a scale or the level is out of range
     */
    public static GapIntervals calibrate(PointFill fill, CalibrationView calibration, double[] scale, long seed, double level) {
        return calibrate(fill, calibration, "calibration", scale, seed, level);
    }

    /**
     * {@return intervals calibrated on the calibration rows if there are any, else on the validation rows}
     *
     * @throws IllegalArgumentException if there is no visible value in these rows, or a scale or the level is out of range
     */
    public static GapIntervals calibrate(PointFill fill, ValidationView validation, Optional<CalibrationView> calibration, double[] scale,
            long seed, double level) {
        return calibration.isPresent() ? calibrate(fill, calibration.get(), scale, seed, level)
                : calibrate(fill, validation, scale, seed, level);
    }

    private static GapIntervals calibrate(PointFill fill, View validation, String name, double[] scale, long seed, double level) {
        SeriesSet series = validation.series();
        int width = series.width();
        if (scale.length != width || !DoubleStream.of(scale).allMatch(v -> v >= 0 && Double.isFinite(v))) {
            throw new IllegalArgumentException("scale must hold a finite number of at least 0 for each of " + width + " series, got "
                    + Arrays.toString(scale));
        }
        List<Double> levels = levels(level);
        SplittableRandom random = new SplittableRandom(seed ^ STREAM);
        Residuals residuals = residuals(fill, validation, scale, random);
        if (residuals.isEmpty()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%s must hold visible values to calibrate intervals on, got none that could be hidden in rows %d to %d",
                    name, validation.from(), validation.to()));
        }
        double[] factors = residuals.factors(width);
        double[] widths = new double[width];
        for (int s = 0; s < width; s++) {
            widths[s] = scale[s] * factors[s];
        }
        return new GapIntervals(level, levels, residuals.bounds(factors, levels), widths);
    }

    private static List<Double> levels(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, got " + level);
        }
        return DoubleStream.concat(LEVELS.stream().mapToDouble(Double::doubleValue), DoubleStream.of(level)).distinct().sorted().boxed().toList();
    }

    private static Residuals residuals(PointFill fill, View validation, double[] scale, SplittableRandom random) {
        SeriesSet series = validation.series();
        int from = validation.from();
        int to = validation.to();
        int width = series.width();
        CalibrationMask mask = new CalibrationMask(from, to, width, random.split());
        Residuals residuals = new Residuals((to - from) * width, random.split());
        boolean[] target = new boolean[to - from];
        validation.segments().forEach(run -> Arrays.fill(target, run.from() - from, run.to() - from, true));
        for (int round = 0; round < CalibrationMask.ROUNDS; round++) {
            SeriesSet hidden = mask.hide(series, round);
            double[] estimates = fill.fill(hidden, from, to);
            requireFinite(estimates, (to - from) * width);
            int[] steps = GapSteps.of(hidden, from, to);
            for (int i = 0; i < steps.length; i++) {
                int s = i % width;
                if (steps[i] != 0 && scale[s] > 0 && target[i / width] && series.observed(from + i / width, s)) {
                    residuals.add(i, s, GapSteps.group(steps[i]), (series.value(from + i / width, s) - estimates[i]) / scale[s]);
                }
            }
        }
        LooseEnds.add(fill, validation, scale, residuals, random.split());
        residuals.settle();
        return residuals;
    }

    static void requireFinite(double[] estimates, int cells) {
        if (estimates.length != cells || !DoubleStream.of(estimates).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("estimates must be " + cells + " finite numbers, one for each cell, got " + estimates.length
                    + ", of which " + DoubleStream.of(estimates).filter(Double::isFinite).count() + " finite");
        }
    }

    /**
     * Joins estimates with the observed values, and puts intervals around them.
     *
     * @param series with gaps as NaN; rows around those to fill say how far the nearest visible value is
     * @param estimates (to − from, series), row-major, finite; those of observed cells are not looked at
     * @param from first row
     * @param to row after the last
     * @return rows {@code [from, to)}; observed cells bit for bit
     */
    public FilledSeries apply(SeriesSet series, double[] estimates, int from, int to) {
        if (series.width() != widths.length) {
            throw new IllegalArgumentException("series must be the " + widths.length + " that were calibrated, got " + series.width());
        }
        requireFinite(estimates, (to - from) * widths.length);
        SeriesSet rows = series.rows(from, to);
        int[] steps = GapSteps.of(series, from, to);
        double[] values = rows.toArray();
        double[] lower = values.clone();
        double[] upper = values.clone();
        BitSet filled = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                filled.set(i);
                values[i] = estimates[i];
                lower[i] = lower(i % widths.length, steps[i], estimates[i]);
                upper[i] = upper(i % widths.length, steps[i], estimates[i]);
            }
        }
        return new FilledSeries(SeriesSet.of(rows.time(), rows.variables(), values), SeriesSet.of(rows.time(), rows.variables(), lower),
                SeriesSet.of(rows.time(), rows.variables(), upper), level, filled);
    }

    /**
     * {@return the lower end of one cell's interval, in the units of the data}
     *
     * @param s the series
     * @param steps to its nearest visible value; negative at a loose end, where visible values are on one side only; any large number if there is none
     * @param estimate of the cell
     */
    public double lower(int s, int steps, double estimate) {
        return Math.max(-Double.MAX_VALUE, estimate + bounds(steps).lower().get(levels.indexOf(level)) * widths[s]);
    }

    /** {@return the upper end, see {@link #lower}} */
    public double upper(int s, int steps, double estimate) {
        return Math.min(Double.MAX_VALUE, estimate + bounds(steps).upper().get(levels.indexOf(level)) * widths[s]);
    }

    private Bounds bounds(int steps) {
        if (steps == 0) {
            throw new IllegalArgumentException("steps must not be 0, got a visible value");
        }
        return groups.get(GapSteps.group(steps));
    }

    /** {@return the number of series} */
    public int series() {
        return widths.length;
    }

    /** {@return the level of the intervals} */
    public double level() {
        return level;
    }

    /** {@return the levels that {@link #withLevel} knows, smallest first} */
    public List<Double> levels() {
        return levels;
    }

    /**
     * {@return the same with other intervals}
     *
     * @throws IllegalArgumentException unless it is one of {@link #levels}
     */
    public GapIntervals withLevel(double other) {
        if (!levels.contains(other)) {
            throw new IllegalArgumentException("level must be one of " + levels + ", got " + other);
        }
        return new GapIntervals(other, levels, groups, widths);
    }

    /**
     * {@return for which levels there were too few hidden cells to tell how far an interval must reach; it then reaches as far as the largest
     * error that was seen, which holds less than the level. Empty if there are none}
     */
    public List<String> notes() {
        int fewest = groups.stream().mapToInt(Bounds::cells).min().orElse(0);
        return levels.stream().filter(each -> Tails.APART.fewest(each) > fewest).map(each -> "intervals of " + Figures.percent(each)
                + " reach to the largest error seen, as they rest on " + fewest + " hidden cells and " + Tails.APART.fewest(each)
                + " are needed").toList();
    }

    /** {@return what was learnt as plain texts and numbers, for a model file; {@link #parse} is its inverse} */
    public Map<String, Object> describe() {
        return IntervalDescription.of(level, levels, groups, widths);
    }

    /**
     * Reads what {@link #describe} wrote.
     *
     * @throws IllegalArgumentException if an entry is missing, unknown or wrong; the message names it
     */
    public static GapIntervals parse(Map<String, Object> description) {
        return IntervalDescription.parse(description);
    }
}
