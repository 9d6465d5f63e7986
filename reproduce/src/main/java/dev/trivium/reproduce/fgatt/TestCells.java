package dev.trivium.reproduce.fgatt;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.TestView;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.imputation.mask.HiddenMask;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The hidden cells of the test rows, row by row. */
final class TestCells {

    private TestCells() {}

    static GapTargets of(SeriesSet truth, SeriesSet visible, HiddenMask mask, TestView test) {
        int width = truth.width();
        int[] rows = test.segments().stream().flatMapToInt(run -> IntStream.range(run.from(), run.to())).toArray();
        IntStream.Builder cells = IntStream.builder();
        for (int i = 0; i < rows.length; i++) {
            for (int s = 0; s < width; s++) {
                if (mask.hidden(rows[i], s)) {
                    cells.add(i * width + s);
                }
            }
        }
        int[] all = cells.build().toArray();
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        return new GapTargets(rows.length, truth.names(), truth.variables().get(0).unit().orElse(""),
                Arrays.stream(all).map(cell -> cell / width).toArray(), Arrays.stream(all).map(cell -> cell % width).toArray(),
                Arrays.stream(all).map(cell -> gap(visible, rows[cell / width], cell % width)).toArray(),
                Arrays.stream(all).mapToDouble(cell -> truth.value(rows[cell / width], cell % width)).toArray(), ones);
    }

    /** Missing cells of the series next to each other, around a row. */
    private static int gap(SeriesSet visible, int row, int series) {
        int from = row;
        while (from > 0 && !visible.observed(from - 1, series)) {
            from--;
        }
        int to = row + 1;
        while (to < visible.length() && !visible.observed(to, series)) {
            to++;
        }
        return to - from;
    }
}
