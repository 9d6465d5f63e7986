package dev.trivium.timeseries.backtest;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.scorecard.IntervalTally;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.interval.Calibration;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.ForecastIntervals;
import dev.trivium.timeseries.interval.IntervalVariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which intervals of a model are scored: fixed ones, and beside them those that follow drift. */
final class IntervalPlan {

    private static final String FIXED = "fixed";
    private static final String ADAPTIVE = "adaptive";

    private IntervalPlan() {}

    /** {@return the variants of a model that was fitted without the calibration rows of the split; none if there are no such rows, or too few} */
    static List<IntervalVariant> fitted(Forecaster model, Split split, List<Double> shares) {
        if (split.calibration().isEmpty()) {
            return List.of();
        }
        CalibrationView view = split.calibration().get();
        int fewest = Calibration.fewest(model, view);
        List<Double> possible = shares.stream().filter(share -> ForecastIntervals.STANDARD_TAILS.fewest(share) <= fewest).toList();
        if (possible.isEmpty()) {
            return List.of();
        }
        Calibration calibration = Calibration.of(model, view, possible);
        List<IntervalVariant> variants = new ArrayList<>(List.of(IntervalVariant.fixed(FIXED, calibration.intervals(ForecastIntervals.STANDARD_TAILS))));
        adaptive(calibration, possible).ifPresent(variants::add);
        return variants;
    }

    /**
     * {@return the variants of a model from elsewhere: its own intervals, which it brings along; and the adaptive ones where it was calibrated on the
     * same rows as the split says, so that they may begin there}
     */
    static List<IntervalVariant> given(Forecaster model, Split split) {
        Optional<ForecastIntervals> own = CalibratedForecaster.intervalsOf(model);
        if (own.isEmpty()) {
            return List.of();
        }
        List<IntervalVariant> variants = new ArrayList<>(List.of(IntervalVariant.fixed(FIXED, own.get())));
        split.calibration().filter(view -> own.get().facts().from().equals(view.series().time().label(view.from()))
                && own.get().facts().to().equals(view.series().time().label(view.to() - 1)))
                .flatMap(view -> adaptive(Calibration.of(model, view, own.get().shares()), own.get().shares())).ifPresent(variants::add);
        return variants;
    }

    private static Optional<IntervalVariant> adaptive(Calibration calibration, List<Double> shares) {
        return calibration.canAdapt()
                ? Optional.of(IntervalVariant.adaptive(ADAPTIVE, calibration.adaptive(ForecastIntervals.STANDARD_TAILS), shares)) : Optional.empty();
    }

    /** {@return the tallies of several runs by variant instead of by run; those that every run has} */
    static List<List<IntervalTally>> byVariant(List<List<IntervalTally>> byRun) {
        int variants = byRun.stream().mapToInt(List::size).min().orElse(0);
        return IntStream.range(0, variants).mapToObj(v -> byRun.stream().map(run -> run.get(v)).toList()).toList();
    }
}
