package dev.trivium.imputation.backtest;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.Variable;
import dev.trivium.data.split.Segment;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.mask.HiddenMask;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The hidden cells of the test rows, row by row. */
final class TestCells {

    private final int[] row;
    private final int[] place;
    private final int[] column;
    private final int[] gap;
    private final long withoutTruth;
    private final int rows;

    private TestCells(int[] row, int[] place, int[] column, int[] gap, long withoutTruth, int rows) {
        this.row = row;
        this.place = place;
        this.column = column;
        this.gap = gap;
        this.withoutTruth = withoutTruth;
        this.rows = rows;
    }

    static TestCells of(SeriesSet truth, HiddenMask mask, Split split) {
        IntStream.Builder row = IntStream.builder();
        IntStream.Builder place = IntStream.builder();
        IntStream.Builder column = IntStream.builder();
        long withoutTruth = 0;
        int rows = 0;
        for (Segment segment : split.test().segments()) {
            for (int t = segment.from(); t < segment.to(); t++, rows++) {
                for (int s = 0; s < truth.width(); s++) {
                    if (mask.hidden(t, s) && truth.observed(t, s)) {
                        row.add(t);
                        place.add(rows);
                        column.add(s);
                    } else if (mask.hidden(t, s)) {
                        withoutTruth++;
                    }
                }
            }
        }
        int[] rowOf = row.build().toArray();
        if (rowOf.length == 0) {
            throw new IllegalArgumentException("mask must hide a cell with a true value in the test rows, got none: " + mask.describe()
                    + "; another seed may hide some there");
        }
        int[] columnOf = column.build().toArray();
        return new TestCells(rowOf, place.build().toArray(), columnOf, gaps(split.test().series(), rowOf, columnOf), withoutTruth, rows);
    }

    /** {@return for each cell how many missing rows it lies among} */
    private static int[] gaps(SeriesSet visible, int[] row, int[] column) {
        int rows = visible.length();
        int[][] lengths = new int[visible.width()][rows];
        for (int s = 0; s < lengths.length; s++) {
            for (int from = 0; from < rows;) {
                int to = from;
                while (to < rows && !visible.observed(to, s)) {
                    to++;
                }
                Arrays.fill(lengths[s], from, to, to - from);
                from = Math.max(to, from + 1);
            }
        }
        return IntStream.range(0, row.length).map(i -> lengths[column[i]][row[i]]).toArray();
    }

    GapTargets targets(SeriesSet truth, Split split) {
        double[] values = IntStream.range(0, row.length).mapToDouble(i -> truth.value(row[i], column[i])).toArray();
        List<String> units = truth.variables().stream().map(variable -> variable.unit().orElse("")).distinct().toList();
        boolean same = units.size() == 1;
        double[] scale = IntStream.range(0, truth.width()).mapToDouble(s -> same ? 1 : deviation(split.train(), s)).toArray();
        return new GapTargets(rows, truth.variables().stream().map(Variable::name).toList(),
                same ? units.get(0) : "standard deviations of the training values", place, column, gap, values, scale);
    }

    /** {@return the standard deviation of the visible training values; 1 where there is none or it is 0} */
    private static double deviation(TrainingView train, int series) {
        double[] seen = train.segments().stream().flatMapToInt(segment -> IntStream.range(segment.from(), segment.to()))
                .mapToDouble(t -> train.series().value(t, series)).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(seen).average().orElse(0);
        double variance = Arrays.stream(seen).map(value -> (value - mean) * (value - mean)).average().orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /** {@return the length below or at which a share of the cells has its gap} */
    int gapBelow(double share) {
        int[] sorted = gap.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * (sorted.length - 1))];
    }

    /** {@return the row of a cell in the whole series} */
    int row(int cell) {
        return row[cell];
    }

    int column(int cell) {
        return column[cell];
    }

    /** {@return hidden cells of the test rows that have no true value} */
    long withoutTruth() {
        return withoutTruth;
    }
}
