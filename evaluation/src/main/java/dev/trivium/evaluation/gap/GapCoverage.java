package dev.trivium.evaluation.gap;

import dev.trivium.evaluation.conformal.CoverageRow;
import dev.trivium.evaluation.metric.Interval;
import dev.trivium.evaluation.metric.RowResamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How often a method's intervals hold the true value.
 *
 * @param level   the share they are meant to cover
 * @param overall over all cells
 * @param gaps    by length of the gap; lengths without cells are left out
 * @param series  by series; series without cells are left out
 */
public record GapCoverage(double level, CoverageShare overall, List<CoverageShare> gaps, List<CoverageShare> series) {

    /** The fewest cells for an interval: of a handful, all may be covered by chance in every resample. */
    public static final int MIN_CELLS = 30;

    /** Copies the lists. */
    public GapCoverage {
        gaps = List.copyOf(gaps);
        series = List.copyOf(series);
    }

    static GapCoverage of(List<GapEstimates> runs, RowResamples resamples) {
        GapTargets targets = runs.get(0).targets();
        List<CoverageShare> gaps = new ArrayList<>();
        for (GapLength length : GapLength.values()) {
            add(gaps, length.label(), runs, cell -> targets.length(cell) == length, resamples);
        }
        List<CoverageShare> series = new ArrayList<>();
        List<List<Integer>> cells = bySeries(targets);
        for (int s = 0; s < cells.size(); s++) {
            if (!cells.get(s).isEmpty()) {
                series.add(share(targets.series().get(s), runs, cells.get(s).stream().mapToInt(Integer::intValue).toArray(), resamples));
            }
        }
        int[] all = new int[targets.cells()];
        Arrays.setAll(all, cell -> cell);
        return new GapCoverage(runs.get(0).level(), share("all", runs, all, resamples), gaps, series);
    }

    private static List<List<Integer>> bySeries(GapTargets targets) {
        List<List<Integer>> cells = new ArrayList<>();
        targets.series().forEach(name -> cells.add(new ArrayList<>()));
        for (int i = 0; i < targets.cells(); i++) {
            cells.get(targets.column(i)).add(i);
        }
        return cells;
    }

    private static void add(List<CoverageShare> shares, String name, List<GapEstimates> runs, IntPredicate which, RowResamples resamples) {
        int[] cells = IntStream.range(0, runs.get(0).targets().cells()).filter(which).toArray();
        if (cells.length > 0) {
            shares.add(share(name, runs, cells, resamples));
        }
    }

    private static CoverageShare share(String name, List<GapEstimates> runs, int[] cells, RowResamples resamples) {
        GapTargets targets = runs.get(0).targets();
        double[] covered = new double[targets.rows()];
        double[] count = new double[targets.rows()];
        double total = 0;
        double width = 0;
        for (int cell : cells) {
            count[targets.row(cell)]++;
            for (GapEstimates run : runs) {
                double one = run.covers(cell) ? 1.0 / runs.size() : 0;
                covered[targets.row(cell)] += one;
                total += one;
                width += run.width(cell) / runs.size();
            }
        }
        Interval interval = cells.length < MIN_CELLS ? Interval.UNKNOWN : CoverageRow.overBlocks(covered, count, resamples);
        return new CoverageShare(name, cells.length, clip(total / cells.length), interval, width / cells.length);
    }

    private static double clip(double share) {
        return Math.max(0, Math.min(1, share)); // a difference of prefix sums can leave [0, 1] by rounding
    }
}
