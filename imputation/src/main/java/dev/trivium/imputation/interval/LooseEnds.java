package dev.trivium.imputation.interval;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.View;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The validation rows as a stream would have seen them: cut after a row, some of the series silent at the end, the last row filled. */
final class LooseEnds {

    private static final int CELLS = 4000;
    private static final int FEWEST = 24;
    private static final int MOST = 200;
    private static final int CONTEXT = 1024;
    private static final int LONGEST_LOG = 5;

    private LooseEnds() {}

    static void add(PointFill fill, View validation, double[] scale, Residuals residuals, SplittableRandom random) {
        SeriesSet series = validation.series();
        List<Integer> rows = IntStream.range(validation.from(), validation.to()).filter(validation::holds).boxed().toList();
        int cuts = Math.min(rows.size(), Math.max(FEWEST, Math.min(MOST, CELLS / series.width())));
        for (int c = 0; c < cuts; c++) {
            int row = rows.get((int) ((2L * c + 1) * rows.size() / (2L * cuts)));
            add(fill, series.rows(Math.max(0, row + 1 - CONTEXT), row + 1), (row - validation.from()) * series.width(), scale, residuals, random);
        }
    }

    private static void add(PointFill fill, SeriesSet truth, int cell, double[] scale, Residuals residuals, SplittableRandom random) {
        int width = truth.width();
        int last = truth.length() - 1;
        double[] values = truth.toArray();
        for (int s = 0; s < width; s++) {
            int power = 1 << random.nextInt(LONGEST_LOG + 1);
            int silent = random.nextBoolean() ? power + random.nextInt(power) : 0;
            for (int t = Math.max(0, truth.length() - silent); t < truth.length(); t++) {
                values[t * width + s] = Double.NaN;
            }
        }
        SeriesSet hidden = SeriesSet.of(truth.time(), truth.variables(), values);
        int[] steps = GapSteps.of(hidden, last, truth.length());
        if (IntStream.range(0, width).noneMatch(s -> steps[s] != 0 && truth.observed(last, s))) {
            return;
        }
        double[] estimates = fill.fill(hidden, last, truth.length());
        GapIntervals.requireFinite(estimates, width);
        for (int s = 0; s < width; s++) {
            if (steps[s] != 0 && scale[s] > 0 && truth.observed(last, s)) {
                residuals.add(cell + s, s, GapSteps.group(steps[s]), (truth.value(last, s) - estimates[s]) / scale[s]);
            }
        }
    }
}
