package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The rows of the three parts of a split by months. */
final class MonthParts {

    private final SeriesSet series;
    private final BitSet train;
    private final BitSet validation = new BitSet();
    private final BitSet test;

    /** See {@link Split#months}. */
    MonthParts(SeriesSet series, Set<Integer> testMonths, double validationShare) {
        if (testMonths.isEmpty() || testMonths.stream().anyMatch(month -> month < 1 || month > 12)) {
            throw new IllegalArgumentException("testMonths must be some of 1 to 12, got " + testMonths);
        }
        if (!(validationShare > 0 && validationShare < 1)) {
            throw new IllegalArgumentException("validation must lie between 0 and 1, got " + validationShare);
        }
        this.series = series;
        test = rows(series.time(), testMonths);
        train = new BitSet();
        train.set(0, series.length());
        train.andNot(test);
        if (test.isEmpty() || train.isEmpty()) {
            throw new IllegalArgumentException("testMonths must take some rows of " + series.time() + " and leave others, got " + testMonths);
        }
        List<Segment> runs = runs(test);
        int before = BigDecimal.valueOf(train.cardinality()).multiply(BigDecimal.valueOf(validationShare)).intValue() / runs.size();
        for (Segment run : runs) {
            takeBefore(run, before);
        }
        train.andNot(validation);
        if (train.isEmpty()) {
            throw new IllegalArgumentException("validation must leave training rows, got " + validationShare);
        }
    }

    private void takeBefore(Segment run, int count) {
        int from = run.from() - count;
        if (count == 0 || from < 0 || test.get(from, run.from()).cardinality() > 0) {
            throw new IllegalArgumentException("validation must be at least one row, and fit between the test rows, for the " + count
                    + " rows before " + series.time().label(run.from()) + " are too few or too many");
        }
        validation.set(from, run.from());
    }

    private static BitSet rows(TimeAxis time, Set<Integer> months) {
        BitSet rows = new BitSet();
        for (int t = 0; t < time.length(); t++) {
            ZonedDateTime stamp = time.dateTime(t).orElseThrow(() -> new IllegalArgumentException(
                    "series must have a time axis with dates to be split by months, got " + time));
            rows.set(t, months.contains(stamp.getMonthValue()));
        }
        return rows;
    }

    private static List<Segment> runs(BitSet rows) {
        List<Segment> runs = new ArrayList<>();
        for (int from = rows.nextSetBit(0); from >= 0; from = rows.nextSetBit(runs.get(runs.size() - 1).to())) {
            runs.add(new Segment(from, rows.nextClearBit(from)));
        }
        return runs;
    }

    TrainingView training() {
        return new TrainingView(only(train), runs(train));
    }

    ValidationView validation() {
        BitSet seen = (BitSet) train.clone();
        seen.or(validation);
        return new ValidationView(only(seen), runs(validation));
    }

    TestView test() {
        return new TestView(series, runs(test));
    }

    /** {@return the series with the rows of some runs missing} */
    static SeriesSet without(SeriesSet series, List<Segment> runs) {
        BitSet rows = new BitSet();
        rows.set(0, series.length());
        runs.forEach(run -> rows.clear(run.from(), run.to()));
        return only(series, rows);
    }

    private SeriesSet only(BitSet rows) {
        return only(series, rows);
    }

    /** The whole axis, with every other row missing. */
    private static SeriesSet only(SeriesSet series, BitSet rows) {
        double[] values = series.toArray();
        int width = series.width();
        for (int t = rows.nextClearBit(0); t < series.length(); t = rows.nextClearBit(t + 1)) {
            Arrays.fill(values, t * width, (t + 1) * width, Double.NaN);
        }
        return SeriesSet.of(series.time(), series.variables(), values);
    }
}
