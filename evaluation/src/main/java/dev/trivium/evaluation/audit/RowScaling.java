package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Columns that were scaled over rows beyond the training rows before the file was written: mean 0 and deviation 1, least 0 or -1 and greatest 1, or
 * median 0 and quartiles 1 apart, to the rounding of the file, over all rows but not over the training rows.
 */
final class RowScaling {

    private static final double FLOAT = 1e-6;
    private static final double COARSE = 0.05;
    private static final double NEAR = 0.02;
    private static final double FAR = 0.05;
    private static final int LONG_DECIMALS = 5;
    private static final int FEWEST = 16;
    private final SeriesRows rows;

    RowScaling(SeriesRows rows) {
        this.rows = rows;
    }

    List<String> found() {
        Set<String> found = new LinkedHashSet<>();
        Set<Integer> ends = new LinkedHashSet<>(List.of(rows.rows(), rows.used()));
        for (int end : ends) {
            List<ColumnScale> columns = new ArrayList<>();
            for (int s = 0; s < rows.width(); s++) {
                columns.add(ColumnScale.of(rows, s, end));
            }
            each(columns, end, found);
            together(columns, end, found);
        }
        return List.copyOf(found);
    }

    private void each(List<ColumnScale> columns, int end, Set<String> found) {
        for (int s = 0; s < columns.size(); s++) {
            ColumnScale column = columns.get(s);
            if (column.count() < FEWEST || column.trained() < FEWEST || column.deviation() == 0) {
                continue;
            }
            if (isStandardised(column)) {
                found.add(say(s, end, "mean 0 and standard deviation 1", column.trainMean(), column.trainDeviation()));
            } else if (isRanged(column) && (column.decimals() >= LONG_DECIMALS || allRanged(columns))) {
                found.add(rows.name(s) + ": from " + plain(column.least()) + " to 1 over " + over(end) + ", from " + plain(column.trainLeast()) + " to "
                        + plain(column.trainMost()) + " over the training rows");
            } else if (isRobust(column, s, end)) {
                found.add(rows.name(s) + ": median 0 and quartiles 1 apart over " + over(end) + ", median " + plain(median(s, end, true))
                        + " over the training rows");
            }
        }
    }

    private void together(List<ColumnScale> columns, int end, Set<String> found) {
        List<ColumnScale> used = columns.stream().filter(column -> column.count() >= FEWEST && column.trained() >= FEWEST
                && column.deviation() > 0).toList();
        if (!found.isEmpty() || used.size() < 2) {
            return;
        }
        ColumnScale all = ColumnScale.joined(used);
        if (isStandardised(all)) {
            found.add(String.format(Locale.ROOT, "all columns together: mean 0 and standard deviation 1 over %s, mean %.4g and standard deviation "
                    + "%.4g over the training rows", over(end), all.trainMean(), all.trainDeviation()));
        } else if (used.size() > 2 && used.stream().allMatch(column -> Math.abs(column.mean()) < NEAR && Math.abs(column.deviation() - 1) < NEAR)
                && 3 * used.stream().filter(column -> Math.abs(column.trainMean()) > FAR || Math.abs(column.trainDeviation() - 1) > FAR).count()
                >= used.size()) {
            found.add("every column has mean 0 and standard deviation 1 to within " + NEAR + " over " + over(end)
                    + ", and not over the training rows");
        }
    }

    private static boolean isStandardised(ColumnScale column) {
        double tolerance = tolerance(column);
        double deviation = tolerance + 1.0 / column.count(); // by n or by n - 1
        return column.resolution() <= COARSE && Math.abs(column.mean()) <= tolerance && Math.abs(column.deviation() - 1) <= deviation
                && (Math.abs(column.trainMean()) > 10 * tolerance || Math.abs(column.trainDeviation() - 1) > 10 * deviation);
    }

    /** Rounding to a step moves a mean of n values by step / sqrt(12 n), give or take. */
    private static double tolerance(ColumnScale column) {
        return Math.max(FLOAT, 5 * column.resolution() / Math.sqrt(12.0 * column.count()));
    }

    private static boolean isRanged(ColumnScale column) {
        boolean most = Math.abs(column.most() - 1) < FLOAT;
        boolean least = Math.abs(column.least()) < FLOAT || Math.abs(column.least() + 1) < FLOAT;
        boolean reached = column.trainMost() > 1 - FLOAT && column.trainLeast() < column.least() + FLOAT;
        return most && !reached && column.resolution() < COARSE
                && (least || column.ones() == 1 && column.least() > -1 && column.decimals() >= LONG_DECIMALS && column.trainMost() < 1 - FLOAT);
    }

    private static boolean allRanged(List<ColumnScale> columns) {
        List<ColumnScale> varying = columns.stream().filter(column -> column.deviation() > 0).toList();
        return varying.size() > 1 && varying.stream().allMatch(column -> Math.abs(column.most() - 1) < FLOAT
                && (Math.abs(column.least()) < FLOAT || Math.abs(column.least() + 1) < FLOAT));
    }

    private boolean isRobust(ColumnScale column, int s, int end) {
        double half = column.count() / 2.0;
        if (column.resolution() > COARSE || column.atMostZero() < half || column.count() - column.belowZero() < half
                || column.belowZero() == 0 || column.atMostZero() == column.count() || column.decimals() < 3) {
            return false;
        }
        double[] sorted = sorted(s, end, false);
        double near = 3 * Math.max(column.resolution(), 1e-4);
        return Math.abs(quantile(sorted, 0.5)) < near && Math.abs(quantile(sorted, 0.75) - quantile(sorted, 0.25) - 1) < near
                && Math.abs(median(s, end, true)) > 10 * near;
    }

    private double median(int s, int end, boolean train) {
        return quantile(sorted(s, end, train), 0.5);
    }

    private double[] sorted(int s, int end, boolean train) {
        double[] kept = new double[end];
        int count = 0;
        for (int t = 0; t < end; t++) {
            if (!Double.isNaN(rows.value(t, s)) && (!train || rows.part(t) == RowPart.TRAIN)) {
                kept[count++] = rows.value(t, s);
            }
        }
        double[] sorted = Arrays.copyOf(kept, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int low = (int) at;
        return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]);
    }

    private String say(int s, int end, String what, double mean, double deviation) {
        return String.format(Locale.ROOT, "%s: %s over %s, mean %.4g and standard deviation %.4g over the training rows", rows.name(s), what,
                over(end), mean, deviation);
    }

    private String over(int end) {
        return end == rows.rows() ? "all " + end + " rows" : "the " + end + " rows up to the last test row";
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
