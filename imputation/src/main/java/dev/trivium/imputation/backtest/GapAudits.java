package dev.trivium.imputation.backtest;

import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.Segment;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.HeldNumbers;
import dev.trivium.evaluation.audit.HiddenNumbers;
import dev.trivium.evaluation.audit.MethodChecks;
import dev.trivium.evaluation.gap.GapEstimates;
import dev.trivium.evaluation.gap.GapRow;
import dev.trivium.evaluation.gap.GapRun;
import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.fgatt.FgattSpec;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit of a comparison: of the cells once, and of every fitted imputer while it is there. */
final class GapAudits {

    private static final double TOO_GOOD = 0.5;
    private static final double KNOWN = 0.5;
    private static final int PROBED_ROWS = 96;
    private static final double ROUNDING = 1e-5;
    private static final String KEPT = "numbers that recipes and fitted models hold in Java's memory";
    private static final Function<Object, double @Nullable []> SERIES = value -> value instanceof SeriesSet series ? series.toArray()
            : value instanceof View view ? view.series().toArray() : null;

    private final GapBacktest backtest;
    private final MethodChecks methods = new MethodChecks();
    private final Set<String> unmoved = new LinkedHashSet<>();
    private final Map<String, Double> exact = new HashMap<>();
    private @Nullable HiddenNumbers hidden;

    GapAudits(GapBacktest backtest) {
        this.backtest = backtest;
    }

    /** Looks at a recipe before it is fitted. */
    void look(String name, ImputerSpec spec) {
        methods.add(CheckName.HELD_DATA, KEPT, name, hidden().in(HeldNumbers.of(spec, SERIES), true));
        graph(name, spec);
    }

    /**
     * Looks at a fitted imputer before it is closed.
     *
     * @param here whether it was fitted for this comparison, on its training rows
     */
    void look(String name, Imputer fitted, GapEstimates estimates, boolean here) {
        methods.add(CheckName.HELD_DATA, KEPT, name, hidden().in(HeldNumbers.of(fitted, SERIES), false));
        if (!here) {
            graph(name, fitted.spec());
        }
        exact.put(name, exact(estimates));
        moves(name, fitted);
        provenance(name, fitted, here);
    }

    private void graph(String name, ImputerSpec spec) {
        if (spec instanceof FgattSpec fgatt && fgatt.given() != null) {
            Split split = backtest.split();
            methods.add(CheckName.GRAPH_FROM_HIDDEN, "weights of given graphs beside correlations and distances of hidden and visible cells", name,
                    new GraphOrigin(fgatt.given(), fgatt.layoutOf(backtest.hidden().names()))
                            .leak(backtest.truth(), backtest.hidden(), split.train()::holds, split.test()::holds).stream().toList());
        }
    }

    private double exact(GapEstimates estimates) {
        int same = 0;
        for (int i = 0; i < backtest.targets().cells(); i++) {
            same += estimates.value(i) == backtest.targets().trueValue(i) ? 1 : 0;
        }
        return (double) same / backtest.targets().cells();
    }

    /** Fills some test rows again after the visible cells of the series were changed. */
    private void moves(String name, Imputer fitted) {
        SeriesSet shown = backtest.split().test().series();
        Segment run = backtest.split().test().segments().get(0);
        int to = Math.min(run.to(), run.from() + PROBED_ROWS);
        double[] values = shown.toArray();
        int width = shown.width();
        for (int s = 0; s < width; s++) {
            double[] column = java.util.Arrays.stream(shown.column(s)).filter(value -> !Double.isNaN(value)).toArray();
            double size = java.util.Arrays.stream(column).max().orElse(1) - java.util.Arrays.stream(column).min().orElse(0);
            for (int t = 0; t < shown.length(); t++) {
                values[t * width + s] += (size > 0 ? size : 1) * 0.25 * ((t * 7 + s) % 5 - 2);
            }
        }
        FilledSeries before = fitted.fill(shown, run.from(), to);
        FilledSeries after = fitted.fill(SeriesSet.of(shown.time(), shown.variables(), values), run.from(), to);
        double largest = 0;
        double size = 1e-12;
        for (int t = run.from(); t < to; t++) {
            for (int s = 0; s < width; s++) {
                if (!shown.observed(t, s)) {
                    double a = before.values().value(t - run.from(), s);
                    double b = after.values().value(t - run.from(), s);
                    size = Math.max(size, Math.abs(a));
                    largest = Math.max(largest, Double.isNaN(a) || Double.isNaN(b) ? 0 : Math.abs(a - b));
                }
            }
        }
        if (largest <= ROUNDING * size) {
            unmoved.add(name);
        }
    }

    private void provenance(String name, Imputer fitted, boolean here) {
        RowsLearnt rows = new RowsLearnt(backtest.split(), fitted.provenance(), backtest.truth());
        String looked = "SHA-256 of the rows that models say they learnt from";
        if (rows.told() || here) {
            List<String> found = rows.elsewhere();
            methods.add(CheckName.FITTED_ELSEWHERE, looked, name, found.isEmpty() ? found
                    : found.stream().map(each -> each + ", nor hidden cells").toList());
        } else {
            methods.add(CheckName.FITTED_ELSEWHERE, looked, name, List.of("does not say which rows it learnt from; hidden cells among them cannot be excluded"));
        }
        if (rows.chosenTold() && rows.elsewhere().isEmpty()) {
            methods.add(CheckName.CHOSEN_ELSEWHERE, "SHA-256 of the rows that models say they were chosen by", name,
                    Stream.concat(rows.chosenElsewhere().stream(), rows.calibratedElsewhere().stream()).toList());
        } else if (!here) {
            methods.notMade(CheckName.CHOSEN_ELSEWHERE, name, rows.chosenTold() ? "it was fitted elsewhere" : "it does not say by which rows it was chosen");
        }
    }

    private HiddenNumbers hidden() {
        HiddenNumbers known = hidden;
        if (known == null) {
            known = backtest.hiddenNumbers();
            hidden = known;
        }
        return known;
    }

    /** {@return the audit so far} */
    Audit audit(List<GapRun> runs) {
        double simple = runs.stream().filter(run -> run.method().kind() != MethodKind.MODEL)
                .mapToDouble(run -> exact.getOrDefault(run.method().name(), 0.0)).max().orElse(0);
        double best = runs.stream().filter(run -> !unmoved.contains(run.method().name())).mapToDouble(GapRow::mae).min().orElse(Double.NaN);
        for (GapRun run : runs) {
            String name = run.method().name();
            double share = exact.getOrDefault(name, 0.0);
            List<String> found = share > KNOWN && share > 2 * simple ? List.of(String.format(Locale.ROOT,
                    "fills %.1f %% of the hidden cells to the last bit, the best simple method %.1f %%", 100 * share, 100 * simple))
                    : unmoved.contains(name) && GapRow.mae(run) < TOO_GOOD * best ? List.of(String.format(Locale.ROOT, "fills the same whatever is visible, and yet "
                    + "its MAE is %.4g, against %.4g of the best method that uses it", GapRow.mae(run), best)) : List.of();
            methods.add(CheckName.ANSWERS_KNOWN_BEFORE, "hidden cells to the last bit, and fills with the visible cells changed", name, found);
        }
        return backtest.audit().with(methods.checks());
    }
}
