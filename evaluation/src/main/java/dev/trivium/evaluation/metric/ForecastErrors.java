package dev.trivium.evaluation.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Errors of one method over windows of one horizon, added batch by batch and kept as sums.
 *
 * <p>Shapes: forecasts and outcomes are {@code (window, step, series)}, row-major, in the units of the data. Kept are sums
 * per (window, series), which the bootstrap needs, and per (step, series): O(windows · S + H · S) numbers.
 * No window is ever dropped, however the batches are cut. Not safe for use by several threads at once.
 */
public final class ForecastErrors {

    private final int horizon;
    private final List<ScoredSeries> series;
    private final double[] stepSquared;
    private final double[] stepAbsolute;
    private final long[] stepCells;
    private double[] windowSquared = new double[0];
    private double[] windowAbsolute = new double[0];
    private int[] windowCells = new int[0];
    private int windows;
    private long observed;
    private long missing;

    /**
     * Starts with no window.
     *
     * @param horizon forecast steps per window, H, at least 1
     * @param series  the series in the order of the arrays, at least one, with different names
     */
    public ForecastErrors(int horizon, List<ScoredSeries> series) {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1, got " + horizon);
        }
        if (series.isEmpty()) {
            throw new IllegalArgumentException("series must not be empty, got no series");
        }
        if (series.stream().map(ScoredSeries::name).distinct().count() != series.size()) {
            throw new IllegalArgumentException("series must have different names, got "
                    + series.stream().map(ScoredSeries::name).toList());
        }
        this.horizon = horizon;
        this.series = List.copyOf(series);
        stepSquared = new double[horizon * series.size()];
        stepAbsolute = new double[horizon * series.size()];
        stepCells = new long[horizon * series.size()];
    }

    /**
     * Adds the next windows, in time order.
     *
     * @param predicted forecasts {@code (count, H, S)}; every one must be finite, also where the outcome is missing
     * @param actual    outcomes {@code (count, H, S)}; NaN = missing, left out and counted
     * @param count     windows in the arrays
     * @throws IllegalArgumentException naming window, step and series of the first bad number; nothing is added then
     */
    public void add(double[] predicted, double[] actual, int count) {
        check("predicted", predicted, count);
        check("actual", actual, count);
        requireNumbers(predicted, actual);
        reserve(count);
        int width = series.size();
        for (int w = 0; w < count; w++) {
            int row = (windows + w) * width;
            for (int cell = 0; cell < horizon * width; cell++) {
                int at = w * horizon * width + cell;
                if (Double.isNaN(actual[at])) {
                    missing++;
                } else {
                    record(cell, row + cell % width, predicted[at] - actual[at]);
                }
            }
        }
        windows += count;
    }

    private void record(int cell, int row, double error) {
        double squared = error * error;
        double absolute = Math.abs(error);
        stepSquared[cell] += squared;
        stepAbsolute[cell] += absolute;
        stepCells[cell]++;
        windowSquared[row] += squared;
        windowAbsolute[row] += absolute;
        windowCells[row]++;
        observed++;
    }

    private void check(String name, double[] values, int count) {
        if (count < 0 || values.length != (long) count * horizon * series.size()) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must have shape (count=%d, step=%d, series=%d), got %d values", name,
                            count, horizon, series.size(), values.length));
        }
    }

    private void requireNumbers(double[] predicted, double[] actual) {
        for (int i = 0; i < predicted.length; i++) {
            if (!Double.isFinite(predicted[i])) {
                throw new IllegalArgumentException("predicted must be finite, got " + predicted[i] + place(i));
            }
            if (Double.isInfinite(actual[i])) {
                throw new IllegalArgumentException("actual must be finite or NaN (missing), got " + actual[i] + place(i));
            }
        }
    }

    private String place(int at) {
        int width = series.size();
        return String.format(Locale.ROOT, " in window %d, step %d of %d, series %s (windows count from 0, steps from 1)",
                windows + at / (horizon * width), at / width % horizon + 1, horizon, series.get(at % width).name());
    }

    private void reserve(int count) {
        long needed = (long) (windows + count) * series.size();
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "windows × series must be below 2^31, got %d × %d",
                    windows + count, series.size()));
        }
        if (needed > windowCells.length) {
            int size = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, windowCells.length * 3L / 2));
            windowSquared = Arrays.copyOf(windowSquared, size);
            windowAbsolute = Arrays.copyOf(windowAbsolute, size);
            windowCells = Arrays.copyOf(windowCells, size);
        }
    }

    /** {@return the windows added so far} */
    public int windows() {
        return windows;
    }

    /** {@return the forecast steps per window} */
    public int horizon() {
        return horizon;
    }

    /** {@return the series, in the order of the arrays} */
    public List<ScoredSeries> series() {
        return series;
    }

    /** {@return target cells that were observed, and so scored} */
    public long observed() {
        return observed;
    }

    /** {@return target cells that were missing, and so left out} */
    public long missing() {
        return missing;
    }

    /** {@return names of the series that the MASE leaves out: their in-sample seasonal naive error is 0 or unknown} */
    public List<String> withoutMase() {
        return series.stream().filter(s -> !s.hasNaiveError()).map(ScoredSeries::name).toList();
    }

    /** {@return the scores over all windows, steps and series} */
    public Scores overall(Unit unit) {
        return firstWindows(windows, unit);
    }

    /**
     * The scores over the first windows only, to compare with published code that drops the last partial batch:
     * with batches of 32 these are the first {@code windows - windows % 32}.
     *
     * @param count windows to score, from 0 to {@link #windows()}
     */
    public Scores firstWindows(int count, Unit unit) {
        if (count < 0 || count > windows) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "count must be in [0, %d], got %d", windows, count));
        }
        Sums sums = new Sums();
        for (int w = 0; w < count; w++) {
            addWindow(w, unit, sums);
        }
        return sums.scores();
    }

    /** {@return the scores of one forecast step over all windows and series; steps count from 0 here} */
    public Scores step(int step, Unit unit) {
        Objects.checkIndex(step, horizon);
        Sums sums = new Sums();
        for (int s = 0; s < series.size(); s++) {
            addStep(step, s, unit, sums);
        }
        return sums.scores();
    }

    /** {@return the scores of every forecast step, first step first} */
    public List<Scores> steps(Unit unit) {
        return IntStream.range(0, horizon).mapToObj(h -> step(h, unit)).toList();
    }

    /** {@return the scores of one series over all windows and steps} */
    public Scores series(int index, Unit unit) {
        Objects.checkIndex(index, series.size());
        Sums sums = new Sums();
        for (int h = 0; h < horizon; h++) {
            addStep(h, index, unit, sums);
        }
        return sums.scores();
    }

    private void addStep(int step, int index, Unit unit, Sums sums) {
        int at = step * series.size() + index;
        sums.add(stepSquared[at], stepAbsolute[at], stepCells[at], series.get(index), unit);
    }

    /** Adds one window's errors over all steps and series. */
    void addWindow(int window, Unit unit, Sums sums) {
        for (int s = 0; s < series.size(); s++) {
            int at = window * series.size() + s;
            sums.add(windowSquared[at], windowAbsolute[at], windowCells[at], series.get(s), unit);
        }
    }

    /** Refuses errors that were not made over the same windows, steps and series, with the same cells missing. */
    void requireSameTargets(ForecastErrors other) {
        if (!series.equals(other.series)) {
            throw new IllegalArgumentException("methods must be scored on the same series and scales, got "
                    + series + " and " + other.series);
        }
        if (horizon != other.horizon || windows != other.windows) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "methods must be scored on the same windows, got %d of horizon %d and %d of horizon %d",
                    windows, horizon, other.windows, other.horizon));
        }
        int size = windows * series.size();
        int at = Arrays.mismatch(windowCells, 0, size, other.windowCells, 0, size);
        if (at >= 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "methods must be scored on the same target cells, got %d and %d observed in window %d, series %s",
                    windowCells[at], other.windowCells[at], at / series.size(), series.get(at % series.size()).name()));
        }
    }

    /**
     * The mean of several runs of one method (its seeds) on the same windows: its MSE, MAE and MASE are the means over the runs,
     * its RMSE the root of the mean MSE, and cells are counted once.
     *
     * @throws IllegalArgumentException if the runs were not scored on the same cells
     */
    public static ForecastErrors mean(List<ForecastErrors> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs must not be empty, got no run");
        }
        ForecastErrors first = runs.get(0);
        ForecastErrors mean = new ForecastErrors(first.horizon, first.series);
        mean.reserve(first.windows);
        mean.windows = first.windows;
        mean.observed = first.observed;
        mean.missing = first.missing;
        System.arraycopy(first.stepCells, 0, mean.stepCells, 0, first.stepCells.length);
        System.arraycopy(first.windowCells, 0, mean.windowCells, 0, first.windows * first.series.size());
        for (ForecastErrors run : runs) {
            first.requireSameTargets(run);
            addShare(mean.stepSquared, run.stepSquared, runs.size());
            addShare(mean.stepAbsolute, run.stepAbsolute, runs.size());
            addShare(mean.windowSquared, run.windowSquared, runs.size());
            addShare(mean.windowAbsolute, run.windowAbsolute, runs.size());
        }
        return mean;
    }

    private static void addShare(double[] target, double[] values, int runs) {
        for (int i = 0; i < Math.min(target.length, values.length); i++) { // capacities may differ: beyond the windows lie zeros
            target[i] += values[i] / runs;
        }
    }
}
