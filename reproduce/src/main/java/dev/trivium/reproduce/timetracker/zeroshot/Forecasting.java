package dev.trivium.reproduce.timetracker.zeroshot;

import dev.trivium.data.split.Split;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.DriftSpec;
import dev.trivium.timeseries.baseline.LastValueSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Fits a method on a set and asks it for the test windows. */
final class Forecasting {

    private final Trial trial;
    private final TimeTrackers trackers;
    private final Training training;

    /** @param training seed, device and who watches */
    Forecasting(Trial trial, TimeTrackers trackers, Training training) {
        this.trial = trial;
        this.trackers = trackers;
        this.training = training;
    }

    /**
     * {@return what the method says}
     *
     * @throws IllegalArgumentException if it cannot run on this set
     */
    Trial.Answer answer(Method method) throws IOException {
        return switch (method) {
            case ZERO_SHOT -> own(trackers.zeroShot(trial.set()), trial.split());
            case FULL -> own(trackers.full(trial.set(), trial.split().train().series()), trial.split());
            case FEW_SHOT -> own(trackers.few(trial.set(), trial.split().train().series()), trial.split());
            default -> calibrated(method);
        };
    }

    private List<ForecasterSpec> specs(Method method) {
        StudySet set = trial.set();
        int horizon = set.horizon();
        int lookback = set.lengths().simple();
        ForecasterSpec naive = new SeasonalNaiveSpec(lookback, horizon, set.season());
        return switch (method) {
            case LAST_VALUE -> List.of(new LastValueSpec(lookback, horizon));
            case SEASONAL_NAIVE -> List.of(naive);
            case DRIFT -> List.of(new DriftSpec(lookback, horizon));
            case LINEAR -> List.of(new LinearSpec(lookback, horizon));
            case BOOSTED_TREES -> List.of(new BoostedTreesSpec(lookback, horizon));
            case SIMPLE_AVERAGE -> List.of(naive, new DriftSpec(lookback, horizon), new LinearSpec(lookback, horizon));
            case WAVERORA -> List.of(WaveRoraSpec.of(set.lengths().waverora(), horizon));
            default -> throw new IllegalArgumentException("method must say one value, got " + method.title());
        };
    }

    /** A method of one value a target, with quantiles from its errors. */
    private Trial.Answer calibrated(Method method) throws IOException {
        List<ForecasterSpec> specs = specs(method);
        int lookback = specs.get(0).lookback();
        boolean epochs = method == Method.WAVERORA;
        long start = System.nanoTime();
        try (Members members = Members.fit(specs, trial.split(), epochs ? training.withEpochs(trial.set().epochs()) : training)) {
            Windows calibration = trial.calibration(method, lookback);
            Residuals residuals = Residuals.of(calibration, members.predict(calibration));
            long fitted = System.nanoTime();
            double[] point = members.predict(trial.test(lookback));
            long done = System.nanoTime();
            return new Trial.Answer(point, residuals.around(point, Trial.LEVELS), new Run.Cost((fitted - start) / 1e9, (done - fitted) / 1e9),
                    epochs ? epochs(members.first().provenance()) : method == Method.SIMPLE_AVERAGE ? "" : members.first().note().orElse(""));
        }
    }

    private String epochs(Map<String, Object> provenance) {
        if (provenance.get("metrics") instanceof Map<?, ?> metrics && metrics.get("epochs") instanceof Number run) {
            int best = metrics.get("best.epoch") instanceof Number number ? number.intValue() : 0;
            return run.intValue() + " epochs of at most " + trial.set().epochs() + ", best " + best;
        }
        return "";
    }

    /** A method that says quantiles itself. */
    Trial.Answer own(ForecasterSpec spec, Split rows) throws IOException {
        long start = System.nanoTime();
        try (Members members = Members.fit(List.of(spec), rows, training)) {
            long fitted = System.nanoTime();
            List<double[]> quantiles = members.quantiles(trial.test(spec.lookback()), Trial.LEVELS);
            long done = System.nanoTime();
            return new Trial.Answer(quantiles.get(Trial.LEVELS.indexOf(0.5)), quantiles,
                    new Run.Cost((fitted - start) / 1e9, (done - fitted) / 1e9), members.first().note().orElse(""));
        }
    }
}
