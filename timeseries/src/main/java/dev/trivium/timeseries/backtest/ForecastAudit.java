package dev.trivium.timeseries.backtest;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.evaluation.audit.Audit;
import dev.trivium.evaluation.audit.CheckName;
import dev.trivium.evaluation.audit.HeldNumbers;
import dev.trivium.evaluation.audit.HiddenNumbers;
import dev.trivium.evaluation.audit.MethodChecks;
import dev.trivium.evaluation.audit.SeriesRows;
import dev.trivium.evaluation.metric.ForecastErrors;
import dev.trivium.evaluation.metric.Unit;
import dev.trivium.evaluation.scorecard.MethodRun;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.ForecastIntervals;
import dev.trivium.timeseries.timetracker.PretrainingOverlap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The audit of a comparison: of the data once, and of every fitted method while it is there. */
final class ForecastAudit {

    private static final double TOO_GOOD = 0.5;
    /** Of a deviation: what another order of summation may change, and far less than other rows do. */
    private static final double SAME = 1e-9;
    private static final Function<Object, double @Nullable []> SERIES = value -> value instanceof SeriesSet series ? series.toArray()
            : value instanceof View view ? view.series().toArray() : null;

    private final Backtest backtest;
    private final MethodChecks methods = new MethodChecks();
    private final Set<String> unmoved = new LinkedHashSet<>();
    private final Set<String> known = new HashSet<>();
    private Split widest;
    private @Nullable HiddenNumbers hidden;
    private @Nullable Audit data;

    ForecastAudit(Backtest backtest) {
        this.backtest = backtest;
        widest = backtest.split();
    }

    /** Looks at a recipe before it is fitted. */
    void look(String name, ForecasterSpec spec) {
        methods.add(CheckName.HELD_DATA, "numbers that recipes and fitted models hold in Java's memory", name,
                hidden().in(HeldNumbers.of(spec, SERIES), true));
    }

    /**
     * Looks at a fitted model before it is closed.
     *
     * @param split the rows of the backtest, with the columns that the model is given
     * @param here  whether it was fitted for this comparison, on its training rows
     */
    void look(String name, Forecaster fitted, Split split, boolean here) {
        if (split.whole().width() > widest.whole().width()) {
            widest = split;
            data = null;
        }
        known.addAll(fitted.spec().known());
        methods.add(CheckName.HELD_DATA, "numbers that recipes and fitted models hold in Java's memory", name,
                hidden().in(HeldNumbers.of(fitted, SERIES), false));
        probe(name, fitted, split);
        provenance(name, fitted, split, here);
    }

    private void probe(String name, Forecaster fitted, Split split) {
        Windows scored = backtest.windows();
        AheadProbe probe = AheadProbe.of(fitted, split, scored.lookback(), scored.horizon(), backtest.stride());
        if (!probe.made()) {
            methods.notMade(CheckName.ANSWERS_FROM_AHEAD, name, "no window stays the same when values are changed");
            return;
        }
        methods.add(CheckName.ANSWERS_FROM_AHEAD, probe.looked(), name, probe.found());
        methods.add(CheckName.ANSWERS_KNOWN_BEFORE, "the same windows to the last bit, and with rows before the origin changed", name, probe.exact());
        if (!probe.moved()) {
            unmoved.add(name);
        }
    }

    private void provenance(String name, Forecaster fitted, Split split, boolean here) {
        RowsLearnt rows = new RowsLearnt(split, fitted.provenance());
        if (rows.told() || rows.zeroShot() || here) {
            methods.add(CheckName.FITTED_ELSEWHERE, "SHA-256 of the rows that models say they learnt from", name, rows.elsewhere());
        } else {
            methods.add(CheckName.FITTED_ELSEWHERE, "SHA-256 of the rows that models say they learnt from", name,
                    List.of("does not say which rows it learnt from; test rows among them cannot be excluded"));
        }
        if (!here && rows.told() && rows.elsewhere().isEmpty()) {
            scaler(name, fitted, split);
        }
        if (rows.chosenTold() && rows.elsewhere().isEmpty()) {
            methods.add(CheckName.CHOSEN_ELSEWHERE, "SHA-256 of the rows that models say they were chosen by", name,
                    Stream.concat(rows.chosenElsewhere().stream(), calibrated(fitted, split).stream()).toList());
        } else if (!here && !rows.zeroShot()) {
            methods.notMade(CheckName.CHOSEN_ELSEWHERE, name, rows.chosenTold() ? "it was fitted elsewhere" : "it does not say by which rows it was chosen");
        }
        Optional<PretrainingOverlap> overlap = PretrainingOverlap.of(fitted);
        if (overlap.isPresent()) {
            PretrainingOverlap seen = overlap.get();
            methods.add(CheckName.PRETRAINED_ON_TEST, seen.looked(), name, seen.found(backtest.split()));
            methods.add(CheckName.PRETRAINED_ON_TEST, seen.looked(), name, seen.unknown().stream().map(set -> "its pre-training saw \"" + set
                    + "\", of which nothing but the name is known here; test rows among it cannot be excluded").toList());
        }
    }

    /** A model that says it learnt from exactly these training rows has their scale. */
    private void scaler(String name, Forecaster fitted, Split split) {
        Optional<Standardiser> held = fitted.scaler();
        Standardiser own = Standardiser.fit(split.train());
        boolean same = fitted.provenance().get("data") instanceof Map<?, ?> learnt && split.train().series().sha256().equals(learnt.get("sha256"));
        if (!same || held.isEmpty() || !held.get().names().equals(own.names())) {
            return;
        }
        List<String> other = IntStream.range(0, own.width())
                .filter(s -> Math.abs(held.get().mean(s) - own.mean(s)) > SAME * own.deviation(s)
                        || Math.abs(held.get().deviation(s) - own.deviation(s)) > SAME * own.deviation(s))
                .mapToObj(s -> own.names().get(s)).toList();
        methods.add(CheckName.FITTED_ELSEWHERE, "SHA-256 of the rows that models say they learnt from", name, other.isEmpty() ? List.of()
                : List.of("has a scaler that is not that of the training rows it names, in " + String.join(", ", other)));
    }

    /** Whether intervals that a model brings along were calibrated on test rows, told by the stamps of the first and last calibration row. */
    private static Optional<String> calibrated(Forecaster fitted, Split split) {
        return CalibratedForecaster.intervalsOf(fitted).map(ForecastIntervals::facts)
                .filter(facts -> overlaps(row(split, facts.from()), row(split, facts.to()), split))
                .map(facts -> "has intervals that were calibrated on rows " + facts.from() + " … " + facts.to() + ", test rows among them");
    }

    /** Of calibration rows that begin before these rows or end after them, one end is -1. */
    private static boolean overlaps(int first, int last, Split split) {
        int end = last < 0 ? Integer.MAX_VALUE : last;
        return (first >= 0 || last >= 0) && split.test().segments().stream().anyMatch(run -> first < run.to() && end >= run.from());
    }

    private static int row(Split split, String label) {
        return IntStream.range(0, split.whole().length()).filter(row -> split.whole().time().label(row).equals(label)).findFirst().orElse(-1);
    }

    private HiddenNumbers hidden() {
        HiddenNumbers known = hidden;
        if (known == null) {
            Split split = backtest.split();
            SeriesRows rows = new PartRows(split).rows();
            int width = split.whole().width();
            boolean[] secret = new boolean[split.whole().length() * width];
            for (int cell = split.test().from() * width; cell < split.test().to() * width; cell++) {
                secret[cell] = true;
            }
            known = HiddenNumbers.of(rows, secret);
            hidden = known;
        }
        return known;
    }

    /** {@return the audit so far} */
    Audit audit(List<MethodRun> runs) {
        tooGood(runs);
        Audit known = data;
        if (known == null) {
            known = DataAudit.of(widest, this.known, backtest.windows(), backtest.stride());
            data = known;
        }
        return known.with(methods.checks());
    }

    /** A method whose answers do not follow from what it is given cannot be far better than all that do. */
    private void tooGood(List<MethodRun> runs) {
        double best = runs.stream().filter(run -> !unmoved.contains(run.method().name())).mapToDouble(ForecastAudit::error).min().orElse(Double.NaN);
        for (MethodRun run : runs) {
            if (unmoved.contains(run.method().name()) && error(run) < TOO_GOOD * best) {
                methods.add(CheckName.ANSWERS_KNOWN_BEFORE, "errors of methods that answer the same whatever came before", run.method().name(),
                        List.of(String.format(Locale.ROOT, "says the same whatever its look-back holds, and yet its MSE is %.4g, against %.4g of the best "
                                + "method that uses it", error(run), best)));
            }
        }
    }

    private static double error(MethodRun run) {
        return ForecastErrors.mean(run.errors()).overall(Unit.STANDARDISED).mse();
    }
}
