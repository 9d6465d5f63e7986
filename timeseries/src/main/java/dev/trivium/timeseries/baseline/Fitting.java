package dev.trivium.timeseries.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One fit under way: what is common to all baselines, and how long it takes. */
final class Fitting {

    private final ForecasterSpec spec;
    private final TrainedOn trainedOn;
    private final SeriesSet train;
    private final long seed;
    private final long start = System.nanoTime();
    private @Nullable SeriesSet chosenBy;
    private final Map<String, Double> metrics = new TreeMap<>();

    private Fitting(ForecasterSpec spec, TrainedOn trainedOn, SeriesSet train, long seed) {
        this.spec = spec;
        this.trainedOn = trainedOn;
        this.train = train;
        this.seed = seed;
    }

    /** @throws IllegalArgumentException if a series has no observed training row */
    static Fitting of(ForecasterSpec spec, TrainingView view, Training training) {
        view.requireOneRun("a forecaster");
        SeriesSet train = view.series();
        TrainedOn trainedOn = new TrainedOn(train.variables(), spec.known(), train.time().stepText(), Standardiser.fit(view));
        return new Fitting(spec, trainedOn, train, training.seed());
    }

    /** {@return the windows of a view that are worth using, at least one} */
    Windows windows(String name, View view) {
        if (view instanceof ValidationView) {
            chosenBy = view.series();
        }
        Windows windows = Windows.over(view, spec.lookback(), spec.horizon(), 1, Forecaster.MAX_MISSING_SHARE);
        if (windows.count() == 0) {
            throw new IllegalArgumentException(name + " must hold at least one window of " + spec.lookback() + " → " + spec.horizon()
                    + " rows, got rows " + view.from() + " to " + view.to()
                    + (windows.excluded() == 0 ? "" : ", all of whose windows miss too many values"));
        }
        return windows;
    }

    TrainedOn trainedOn() {
        return trainedOn;
    }

    void score(String name, double value) {
        metrics.put(name, value);
    }

    BaselineForecaster finish(Rule rule) {
        metrics.put("fit.seconds", (System.nanoTime() - start) / 1e9);
        Provenance.Data data = new Provenance.Data("training rows", train.sha256(), (long) train.length() * train.width() * Double.BYTES);
        Map<String, Object> provenance = new Provenance(Map.of("trivium", version()), SavedBaseline.describe(spec), seed, data, metrics)
                .describe(Clock.systemUTC());
        SeriesSet chosen = chosenBy;
        if (chosen != null) {
            provenance.put("chosen", RowsLearnt.describe(chosen));
        }
        return new BaselineForecaster(spec, trainedOn, rule, provenance);
    }

    private static String version() {
        String version = Fitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
