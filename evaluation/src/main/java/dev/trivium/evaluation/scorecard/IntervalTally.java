package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.metric.Bootstrap;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.evaluation.metric.ScoredSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Counts how many values fall into the intervals of one run of a method, window by window.
 *
 * <p>Confidence intervals come from blocks of neighbouring windows, as those of the errors do: neighbouring windows share most of their targets,
 * and misses come in runs. Where only a few independent blocks fit into the windows, even they say more than is known.
 */
public final class IntervalTally {

    private final String variant;
    private final List<Double> shares;
    private final int horizon;
    private final List<ScoredSeries> series;
    private final List<int[]> cells = new ArrayList<>(); // of every window: values there by step, then by series
    private final List<List<int[]>> inside = new ArrayList<>(); // of every share the same of values inside
    private final double[][] widths; // of every share: sums by step in deviations, then by series in the unit of the data

    /**
     * Nothing counted yet.
     *
     * @param variant how the intervals came about
     * @param shares  that they are to hold, rising
     * @param horizon steps of a window
     * @param series  in their order, with the deviations that widths are measured in
     */
    public IntervalTally(String variant, List<Double> shares, int horizon, List<ScoredSeries> series) {
        this.variant = variant;
        this.shares = List.copyOf(shares);
        this.horizon = horizon;
        this.series = List.copyOf(series);
        shares.forEach(share -> inside.add(new ArrayList<>()));
        widths = new double[shares.size()][horizon + series.size()];
    }

    /**
     * Counts some windows.
     *
     * @param ends   the ends of the intervals from the lowest to the highest: of two shares the low end of the wider one, that of the narrower
     *               one, then the high ends; each (window, step, series) row-major
     * @param actual what came, of the same shape; NaN is not counted
     */
    public void add(List<double[]> ends, double[] actual) {
        int size = horizon * series.size();
        if (ends.size() != 2 * shares.size() || actual.length % size != 0 || ends.stream().anyMatch(end -> end.length != actual.length)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "ends must be %d arrays of whole windows of %d values, as many as came,"
                    + " got %d and %d values", 2 * shares.size(), size, ends.size(), actual.length));
        }
        for (int from = 0; from < actual.length; from += size) {
            int[] counts = new int[horizon + series.size()];
            for (int i = 0; i < size; i++) {
                if (!Double.isNaN(actual[from + i])) {
                    counts[i / series.size()]++;
                    counts[horizon + i % series.size()]++;
                }
            }
            cells.add(counts);
            for (int q = 0; q < shares.size(); q++) {
                inside.get(q).add(inside(ends.get(shares.size() - 1 - q), ends.get(shares.size() + q), actual, from, widths[q]));
            }
        }
    }

    private int[] inside(double[] low, double[] high, double[] actual, int from, double[] width) {
        int[] counts = new int[horizon + series.size()];
        for (int i = 0; i < horizon * series.size(); i++) {
            double value = actual[from + i];
            if (Double.isNaN(value)) {
                continue;
            }
            int step = i / series.size();
            int s = i % series.size();
            if (low[from + i] <= value && value <= high[from + i]) {
                counts[step]++;
                counts[horizon + s]++;
            }
            width[step] += (high[from + i] - low[from + i]) / series.get(s).deviation();
            width[horizon + s] += high[from + i] - low[from + i];
        }
        return counts;
    }

    /**
     * {@return what was counted, for every share}
     *
     * @param runs      one for every seed, of the same windows, shares and variant
     * @param bootstrap the blocks of windows
     */
    public static List<IntervalCoverage> coverage(List<IntervalTally> runs, Bootstrap bootstrap) {
        IntervalTally first = runs.get(0);
        List<IntervalCoverage> all = new ArrayList<>();
        for (int q = 0; q < first.shares.size(); q++) {
            all.add(new Rows(runs, q, bootstrap).coverage());
        }
        return all;
    }

    /** {@return runs of steps that a table has room for: the first step and quarters of the horizon, or every step of a short one} */
    static List<int[]> stepGroups(int horizon) {
        List<int[]> groups = new ArrayList<>();
        if (horizon <= 6) {
            IntStream.range(0, horizon).forEach(step -> groups.add(new int[] {step, step + 1}));
            return groups;
        }
        groups.add(new int[] {0, 1});
        for (int quarter = 0; quarter < 4; quarter++) {
            groups.add(new int[] {Math.max(1, quarter * horizon / 4), (quarter + 1) * horizon / 4});
        }
        groups.removeIf(group -> group[1] <= group[0]);
        return groups;
    }

    /** The rows of one share. */
    private record Rows(List<IntervalTally> runs, int share, Bootstrap bootstrap) {

        IntervalCoverage coverage() {
            IntervalTally first = runs.get(0);
            int horizon = first.horizon;
            List<CoverageRow> groups = stepGroups(horizon).stream().map(group -> row(
                    group[1] == group[0] + 1 ? "step " + group[1] : "steps " + (group[0] + 1) + "-" + group[1],
                    place -> group[0] <= place && place < group[1], true)).toList();
            List<CoverageRow> steps = IntStream.range(0, horizon).mapToObj(step -> row("step " + (step + 1), place -> place == step, false)).toList();
            List<CoverageRow> series = IntStream.range(0, first.series.size())
                    .mapToObj(s -> row(first.series.get(s).name(), place -> place == horizon + s, true)).toList();
            return new IntervalCoverage(first.variant, first.shares.get(share), row(ConformalIntervals.ALL, place -> place < horizon, true),
                    groups, steps, series);
        }

        private CoverageRow row(String name, IntPredicate places, boolean withInterval) {
            int[] chosen = IntStream.range(0, runs.get(0).horizon + runs.get(0).series.size()).filter(places).toArray();
            int windows = runs.get(0).cells.size();
            double[] inside = new double[windows];
            double[] points = new double[windows];
            double width = 0;
            for (IntervalTally run : runs) {
                for (int w = 0; w < windows; w++) {
                    for (int place : chosen) {
                        inside[w] += (double) run.inside.get(share).get(w)[place] / runs.size();
                        points[w] += (double) run.cells.get(w)[place] / runs.size();
                    }
                }
                width += Arrays.stream(chosen).mapToDouble(place -> run.widths[share][place]).sum() / runs.size();
            }
            if (withInterval && windows > 0) {
                return CoverageRow.inTime(name, inside, points, width, new RowResamples(bootstrap, windows));
            }
            double count = Arrays.stream(points).sum();
            return new CoverageRow(name, Math.round(count), count == 0 ? Double.NaN : Math.min(1, Arrays.stream(inside).sum() / count),
                    Interval.UNKNOWN, count == 0 ? Double.NaN : width / count);
        }
    }
}
