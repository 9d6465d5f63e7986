package dev.trivium.imputation.backtest;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Segment;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.Check;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.HiddenNumbers;
import dev.trivium.evaluation.audit.Outcome;
import dev.trivium.evaluation.audit.SeriesChecks;
import dev.trivium.evaluation.chart.GapChart;
import dev.trivium.evaluation.gap.GapCard;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRun;
import dev.trivium.evaluation.gap.GapSetting;
import dev.trivium.evaluation.gap.GapTargets;
import dev.trivium.evaluation.metric.RowResamples;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.chart.FilledChart;
import dev.trivium.imputation.mask.HiddenMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hidden cells of the test rows, and the split that methods are fitted on: fixed once for all methods.
 *
 * <p>The cells of the mask are hidden in all rows, of training and validation too, before the split is made. Scored are those of the test rows,
 * each once; as context a method sees everything visible up to the last test row, before and after a gap. Errors are in the unit of the data;
 * where units differ between series, in standard deviations of the visible training values.
 */
public final class GapBacktest {

    private static final int SHORTEST_BLOCK = 24;
    private static final double USUAL_GAPS = 0.95;
    private static final int BOOTSTRAP_SEED = 1;
    private static final int DIGITS_OF_HASH = 12;

    private final SeriesSet truth;
    private final HiddenMask mask;
    private final SeriesSet hidden;
    private final Split split;
    private final TestCells cells;
    private final GapTargets targets;
    private final List<String> allowances;

    private GapBacktest(SeriesSet truth, HiddenMask mask, SeriesSet hidden, Split split, TestCells cells, GapTargets targets, List<String> allowances) {
        this.truth = truth;
        this.mask = mask;
        this.hidden = hidden;
        this.split = split;
        this.cells = cells;
        this.targets = targets;
        this.allowances = allowances;
    }

    /**
     * Hides, then splits.
     *
     * @param truth the whole series
     * @param mask  drawn for it
     * @param split of the series with the hidden cells missing, such as {@code series -> Split.ratios(series, 0.7, 0.1)}
     * @throws IllegalArgumentException if the mask belongs to another series, the split is of another series, shows a hidden cell, or has no
     *                                  hidden cell in its test rows
     */
    public static GapBacktest of(SeriesSet truth, HiddenMask mask, Function<SeriesSet, Split> split) {
        SeriesSet hidden = mask.hide(truth);
        Split parts = split.apply(hidden);
        long seen = 0;
        for (View view : List.of(parts.train(), parts.validation(), parts.test())) {
            seen += seen(view.series(), hidden, mask);
        }
        seen += parts.calibration().map(view -> seen(view.series(), hidden, mask)).orElse(0L);
        if (seen > 0) {
            throw new IllegalArgumentException("split must be made of the series it is given, got one that shows " + seen + " hidden cells");
        }
        TestCells cells = TestCells.of(truth, mask, parts);
        return new GapBacktest(truth, mask, hidden, parts, cells, cells.targets(truth, parts), List.of());
    }

    private static long seen(SeriesSet view, SeriesSet hidden, HiddenMask mask) {
        if (view.length() > hidden.length() || !view.names().equals(hidden.names()) || !view.time().equals(hidden.time().slice(0, view.length()))) {
            throw new IllegalArgumentException("split must be made of the series it is given, " + hidden.time() + ", got " + view.time());
        }
        long seen = 0;
        for (int t = 0; t < view.length(); t++) {
            for (int s = 0; s < view.width(); s++) {
                seen += mask.hidden(t, s) && view.observed(t, s) ? 1 : 0;
            }
        }
        return seen;
    }

    /**
     * {@return the same backtest, whose cards name something that the run was allowed beyond the strict protocol}
     *
     * @param allowance such as {@code published cells of training months given back}
     */
    public GapBacktest allowing(String allowance) {
        List<String> all = new ArrayList<>(allowances);
        all.add(allowance);
        return new GapBacktest(truth, mask, hidden, split, cells, targets, List.copyOf(all));
    }

    /** {@return the series with the hidden cells missing} */
    public SeriesSet hidden() {
        return hidden;
    }

    /** {@return the split that methods are fitted on} */
    public Split split() {
        return split;
    }

    /** {@return the scored cells} */
    public GapTargets targets() {
        return targets;
    }

    /**
     * What a method put into the scored cells, and its speed.
     *
     * @param estimates   with intervals
     * @param microsPerRow time to fill a test row of all series
     */
    public record Result(GapEstimates estimates, double microsPerRow) {}

    /** Lets a fitted imputer fill the test rows. It is given the hidden series only. */
    public Result score(Imputer imputer) {
        double[] value = new double[targets.cells()];
        double[] lower = new double[targets.cells()];
        double[] upper = new double[targets.cells()];
        double level = Double.NaN;
        long nanos = 0;
        int done = 0;
        for (Segment segment : split.test().segments()) {
            long start = System.nanoTime();
            FilledSeries filled = imputer.fill(split.test().series(), segment.from(), segment.to());
            nanos += System.nanoTime() - start;
            level = filled.level();
            for (; done < value.length && cells.row(done) < segment.to(); done++) {
                int t = cells.row(done) - segment.from();
                value[done] = filled.values().value(t, cells.column(done));
                lower[done] = filled.lower().value(t, cells.column(done));
                upper[done] = filled.upper().value(t, cells.column(done));
            }
        }
        return new Result(new GapEstimates(targets, value, lower, upper, level), nanos / 1e3 / targets.rows());
    }

    /**
     * A picture of what was filled in the longest run of test rows, beside what was hidden there.
     *
     * @param estimates of this backtest's cells
     * @param rows how many rows to draw: those in which most was hidden
     * @param title what is shown
     * @param source for the foot of the picture; may be empty
     */
    public GapChart chart(GapEstimates estimates, int rows, String title, String source) {
        Segment longest = split.test().segments().stream().max(Comparator.comparingInt(Segment::length)).orElseThrow();
        SeriesSet observed = hidden.rows(longest.from(), longest.to());
        double[] values = observed.toArray();
        double[] lower = new double[values.length];
        double[] upper = new double[values.length];
        double[] truth = new double[values.length];
        Arrays.fill(truth, Double.NaN);
        BitSet filled = new BitSet(values.length);
        for (int i = 0; i < targets.cells(); i++) {
            if (cells.row(i) >= longest.from() && cells.row(i) < longest.to()) {
                int at = (cells.row(i) - longest.from()) * hidden.width() + cells.column(i);
                filled.set(at);
                values[at] = estimates.value(i);
                lower[at] = estimates.lower(i);
                upper[at] = estimates.upper(i);
                truth[at] = targets.trueValue(i);
            }
        }
        return FilledChart.of(new FilledChart.Table(with(observed, values), with(observed, lower), with(observed, upper), filled,
                estimates.level(), Optional.of(with(observed, truth))), rows, title, source);
    }

    private static SeriesSet with(SeriesSet rows, double[] values) {
        return SeriesSet.of(rows.time(), rows.variables(), values);
    }

    /**
     * Puts scored methods on a card, with an audit of the cells; only that of a {@link Comparison} looks at the methods too.
     *
     * @param dataset    the data set's name
     * @param selectedBy what chose epochs and settings
     * @param runs       at least one simple method
     */
    public GapCard card(String dataset, String selectedBy, List<GapRun> runs) {
        return card(dataset, selectedBy, runs, audit());
    }

    GapCard card(String dataset, String selectedBy, List<GapRun> runs, Audit audit) {
        GapSetting setting = new GapSetting(dataset, mask.visible(), mask.pattern() + ", seed " + mask.seed(), mask.sha256(), mask.count(),
                targets.unit(), selectedBy);
        Map<String, Long> excluded = new LinkedHashMap<>();
        excluded.put("hidden cells outside of the test rows", mask.count() - targets.cells() - cells.withoutTruth());
        excluded.put("hidden cells without a true value", cells.withoutTruth());
        RowResamples resamples = RowResamples.standard(targets.rows(), Math.max(SHORTEST_BLOCK, cells.gapBelow(USUAL_GAPS)), BOOTSTRAP_SEED);
        return GapCard.of("Filled gaps of " + dataset, setting, excluded, resamples, runs, audit);
    }

    /** What the cells tell, whoever is scored on them. */
    Audit audit() {
        PartRows parts = new PartRows(split);
        SeriesChecks checks = new SeriesChecks(parts.rows(truth));
        SeriesSet shown = split.test().series();
        long seen = seen(shown, hidden, mask);
        String looked = String.format(Locale.ROOT, "%,d of %,d hidden cells have a value in what methods are given; one mask for all, SHA-256 %s…", seen,
                mask.count(), mask.sha256().substring(0, DIGITS_OF_HASH));
        Check cells = allowances.isEmpty() ? Check.of(CheckName.HIDDEN_CELLS, looked, List.of())
                : new Check(CheckName.HIDDEN_CELLS, Outcome.ALLOWED, looked, allowances);
        return new Audit(parts.parts(), List.of(parts.disjoint(), cells, checks.scaling(), checks.repeats(), checks.twinColumns(),
                checks.straightStretches()));
    }

    /** {@return the numbers that only hidden cells have} */
    HiddenNumbers hiddenNumbers() {
        boolean[] secret = new boolean[truth.length() * truth.width()];
        for (int cell = 0; cell < secret.length; cell++) {
            secret[cell] = mask.hidden(cell / truth.width(), cell % truth.width());
        }
        return HiddenNumbers.of(new PartRows(split).rows(truth), secret);
    }

    SeriesSet truth() {
        return truth;
    }
}
