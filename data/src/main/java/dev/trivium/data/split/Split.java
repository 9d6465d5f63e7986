package dev.trivium.data.split;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.series.TimeAxis;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A series cut in time into training, validation and test rows, without overlap of targets: in this order, but for {@link #months}, whose
 * parts take turns.
 */
public final class Split {

    private final TrainingView train;
    private final ValidationView validation;
    private final Optional<CalibrationView> calibration;
    private final TestView test;
    private final TimeAxis time;
    private final SeriesSet whole;

    private Split(SeriesSet series, int trainEnd, int validationEnd, int testEnd) {
        if (!(0 < trainEnd && trainEnd < validationEnd && validationEnd < testEnd && testEnd <= series.length())) {
            throw new IllegalArgumentException("borders must satisfy 0 < train < validation < test <= " + series.length()
                    + ", got " + trainEnd + ", " + validationEnd + ", " + testEnd);
        }
        train = new TrainingView(series.rows(0, trainEnd), List.of(new Segment(0, trainEnd)));
        validation = new ValidationView(series.rows(0, validationEnd), List.of(new Segment(trainEnd, validationEnd)));
        test = new TestView(series.rows(0, testEnd), List.of(new Segment(validationEnd, testEnd)));
        calibration = Optional.empty();
        time = series.time();
        whole = series;
    }

    private Split(SeriesSet series, int trainEnd) {
        if (!(0 < trainEnd && trainEnd < series.length())) {
            throw new IllegalArgumentException("train must leave a row for both parts of " + series.length() + " rows, got " + trainEnd
                    + " training rows");
        }
        train = new TrainingView(series.rows(0, trainEnd), List.of(new Segment(0, trainEnd)));
        validation = new ValidationView(series, List.of(new Segment(trainEnd, series.length())));
        test = new TestView(series, List.of());
        calibration = Optional.empty();
        time = series.time();
        whole = series;
    }

    private Split(MonthParts parts) {
        train = parts.training();
        validation = parts.validation();
        test = parts.test();
        calibration = Optional.empty();
        time = test.series().time();
        whole = test.series();
    }

    private Split(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, TestView test, TimeAxis time,
            SeriesSet whole) {
        this.train = train;
        this.validation = validation;
        this.calibration = calibration;
        this.test = test;
        this.time = time;
        this.whole = whole;
    }

    /** {@return the split with these ends; rows from {@code testEnd} on are not used} */
    public static Split at(SeriesSet series, int trainEnd, int validationEnd, int testEnd) {
        return new Split(series, trainEnd, validationEnd, testEnd);
    }

    /**
     * {@return a split by shares of the rows, borders rounded down; the rest is test}
     *
     * @param train      share of training rows, above 0
     * @param validation share of validation rows, above 0; {@code train + validation} below 1
     */
    public static Split ratios(SeriesSet series, double train, double validation) {
        if (!(train > 0 && validation > 0 && train + validation < 1)) {
            throw new IllegalArgumentException(
                    "train and validation must be positive and sum to less than 1, got " + train + " and " + validation);
        }
        BigDecimal rows = BigDecimal.valueOf(series.length()); // decimals as written: 29 % of 100 rows are 29
        BigDecimal share = BigDecimal.valueOf(train);
        int trainEnd = rows.multiply(share).intValue();
        int validationEnd = rows.multiply(share.add(BigDecimal.valueOf(validation))).intValue();
        return new Split(series, trainEnd, validationEnd, series.length());
    }

    /**
     * {@return a split into training and validation rows alone, for a model that is to learn from everything there is}
     *
     * @param train share of training rows, above 0 and below 1, rounded down
     */
    public static Split withoutTest(SeriesSet series, double train) {
        if (!(train > 0 && train < 1)) {
            throw new IllegalArgumentException("train must be above 0 and below 1, got " + train);
        }
        return new Split(series, BigDecimal.valueOf(series.length()).multiply(BigDecimal.valueOf(train)).intValue());
    }

    /**
     * {@return a split into training and validation rows alone}
     *
     * @param trainEnd row after the last training row; at least one row is left for validation
     */
    public static Split withoutTestAt(SeriesSet series, int trainEnd) {
        return new Split(series, trainEnd);
    }

    /** {@return the published split: 70 % training rows, 20 % test rows at the end, both rounded down, validation between (Wu et al. 2021)} */
    public static Split published(SeriesSet series) {
        return published(series, 0.7, 0.2);
    }

    /**
     * {@return the published rule with other shares: {@code int(train N)} rows first, {@code int(test N)} rows last, validation between}
     *
     * @param train share of training rows, above 0
     * @param test  share of test rows, above 0; {@code train + test} below 1
     */
    public static Split published(SeriesSet series, double train, double test) {
        if (!(train > 0 && test > 0 && train + test < 1)) {
            throw new IllegalArgumentException(
                    "train and test must be positive and sum to less than 1, got " + train + " and " + test);
        }
        int rows = series.length();
        return new Split(series, (int) (rows * train), rows - (int) (rows * test), rows);
    }

    /** {@return the published split of ETTh1 and ETTh2: 12, 4 and 4 months of 30 days; later rows are not used (Zhou et al. 2021)} */
    public static Split ettHourly(SeriesSet series) {
        return new Split(series, 8_640, 11_520, 14_400);
    }

    /** {@return the published split of ETTm1 and ETTm2: the same months as {@link #ettHourly}, in quarters of an hour} */
    public static Split ettQuarterHourly(SeriesSet series) {
        return new Split(series, 34_560, 46_080, 57_600);
    }

    /**
     * {@return a split by local time stamps in the zone of the axis: a row belongs to a part when its stamp is not before the start of it}
     *
     * @throws IllegalArgumentException if the axis is an integer index, or a part would be empty
     */
    public static Split dates(SeriesSet series, LocalDateTime validationStart, LocalDateTime testStart) {
        var zone = series.time().zone().orElseThrow(() -> new IllegalArgumentException(
                "series must have a time axis with dates to be split by dates, got " + series.time()));
        return dates(series, validationStart.atZone(zone), testStart.atZone(zone));
    }

    /** {@return a split by moments: a row belongs to a part when its stamp is not before the start of it} */
    public static Split dates(SeriesSet series, ZonedDateTime validationStart, ZonedDateTime testStart) {
        int trainEnd = firstNotBefore(series.time(), validationStart);
        int validationEnd = firstNotBefore(series.time(), testStart);
        if (!(0 < trainEnd && trainEnd < validationEnd && validationEnd < series.length())) {
            throw new IllegalArgumentException("validationStart and testStart must cut " + series.time()
                    + " into three parts, got " + validationStart + " and " + testStart);
        }
        return new Split(series, trainEnd, validationEnd, series.length());
    }

    /**
     * {@return a split by calendar months, as AQI-36 has it with test months 3, 6, 9 and 12 and a validation share of 0.1 (Yi et al. 2016;
     * validation as Cini et al. 2022)}
     *
     * <p>Test rows are all rows of the test months, by the clock of the axis. A share of the other rows, split equally over the runs of test
     * rows and rounded down, lies right before each run and is validation. All else is training, before and after. The series of the
     * training view has every row, and those of the other parts are missing; that of the validation view has training and validation rows;
     * that of the test view is whole. Differs from Cini et al.: they count windows and move the validation windows back by one
     * length so that none reaches into a test month; here rows are counted, and a window is to keep within its part.
     *
     * @param testMonths 1 for January
     * @param validation share of the rows outside the test months, in (0, 1)
     * @throws IllegalArgumentException if the axis is an integer index, or a part would be empty or reach into another
     */
    public static Split months(SeriesSet series, Set<Integer> testMonths, double validation) {
        return new Split(new MonthParts(series, testMonths, validation));
    }

    /**
     * {@return the same split with some of the validation rows set apart for the calibration of intervals: the last ones of every run}
     *
     * <p>Training and test rows stay as they are. The validation view shows no calibration row; the calibration view shows what the validation
     * view did before.
     *
     * @param share of the validation rows, in (0, 1); rounded down in every run
     * @throws IllegalArgumentException if a run would have no row for one of both, or the split has calibration rows already
     */
    public Split withCalibration(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("calibration must be a share of the validation rows in (0, 1), got " + share);
        }
        requireUncalibrated();
        List<Segment> kept = new ArrayList<>();
        List<Segment> apart = new ArrayList<>();
        for (Segment run : validation.segments()) {
            int rows = BigDecimal.valueOf(run.length()).multiply(BigDecimal.valueOf(share)).intValue();
            if (rows < 1 || rows >= run.length()) {
                throw new IllegalArgumentException("calibration must leave a row for validation and take one of each run of validation rows, got "
                        + share + " of " + run.length() + " rows");
            }
            kept.add(new Segment(run.from(), run.to() - rows));
            apart.add(new Segment(run.to() - rows, run.to()));
        }
        return setApart(kept, apart);
    }

    /**
     * {@return the same split with the validation rows from a row on set apart for the calibration of intervals}
     *
     * @param row the first of them, from 0 in the series; at least one validation row lies before it
     * @throws IllegalArgumentException if it does not lie so, or the split has several runs of validation rows, or calibration rows already
     */
    public Split withCalibrationFrom(int row) {
        requireUncalibrated();
        validation.requireOneRun("calibration rows from a row on");
        if (row <= validation.from() || row >= validation.to()) {
            throw new IllegalArgumentException("row must lie between the validation rows " + validation.from() + " and " + validation.to()
                    + ", got " + row);
        }
        return setApart(List.of(new Segment(validation.from(), row)), List.of(new Segment(row, validation.to())));
    }

    private void requireUncalibrated() {
        if (calibration.isPresent()) {
            throw new IllegalArgumentException("split must have no calibration rows yet, got " + calibration.get().rows());
        }
    }

    private Split setApart(List<Segment> kept, List<Segment> apart) {
        SeriesSet shown = apart.size() == 1 && apart.get(0).to() == validation.series().length()
                ? validation.series().rows(0, apart.get(0).from()) : MonthParts.without(validation.series(), apart);
        return new Split(train, new ValidationView(shown, kept), Optional.of(new CalibrationView(validation.series(), apart)), test, time, whole);
    }

    private static int firstNotBefore(TimeAxis time, ZonedDateTime moment) {
        int low = 0;
        int high = time.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            var stamp = time.instant(middle).orElseThrow(() -> new IllegalArgumentException(
                    "series must have a time axis with dates to be split by dates, got " + time));
            if (stamp.isBefore(moment.toInstant())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * {@return the same split of some of the columns}
     *
     * @param names in the order wanted
     */
    public Split select(List<String> names) {
        return new Split(new TrainingView(train.series().select(names), train.segments()),
                new ValidationView(validation.series().select(names), validation.segments()),
                calibration.map(view -> new CalibrationView(view.series().select(names), view.segments())),
                new TestView(test.series().select(names), test.segments()), time, whole.select(names));
    }

    /** {@return the rows to learn from} */
    public TrainingView train() {
        return train;
    }

    /** {@return the rows to choose by} */
    public ValidationView validation() {
        return validation;
    }

    /** {@return the rows to calibrate intervals on; none but after {@link #withCalibration}} */
    public Optional<CalibrationView> calibration() {
        return calibration;
    }

    /** {@return the rows to score on} */
    public TestView test() {
        return test;
    }

    /** {@return the series that was split, with rows of no part too: for those who check the split, not for those who learn from it} */
    public SeriesSet whole() {
        return whole;
    }

    /** {@return the parts with the first and last stamps of their runs, one a line} */
    public String describe() {
        String text = part("train", train) + "\n" + part("validation", validation)
                + calibration.map(view -> "\n" + part("calibration", view)).orElse("")
                + (test.segments().isEmpty() ? "\ntest        none" : "\n" + part("test", test));
        int unused = time.length() - Math.max(train.to(), test.to());
        return unused == 0 ? text : text + "\nnot used    the last " + unused + " rows";
    }

    private String part(String name, View view) {
        String runs = view.segments().stream().map(run -> time.label(run.from()) + " … " + time.label(run.to() - 1))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-11s %s (%d rows)", name, runs, view.rows());
    }
}
