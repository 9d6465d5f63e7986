package dev.trivium.timeseries.waverora;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.layer.DropoutMasks;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingLoop;
import dev.trivium.nn.training.TrainingOutcome;
import dev.trivium.timeseries.Forecaster;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** From recipe and data to a fitted model. */
final class WaveRoraFitting {

    private static final int MOST_VARIATES = 10_000;

    private WaveRoraFitting() {}

    static WaveRoraForecaster fit(WaveRoraSpec spec, TrainingView train, ValidationView validation, Training training) throws IOException {
        int variates = train.series().width();
        if (variates > MOST_VARIATES) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "train must have at most %d series, got %d",
                    MOST_VARIATES, variates));
        }
        Standardiser standardiser = Standardiser.fit(train);
        boolean calendar = spec.architecture().quirks().calendarChannels();
        PreparedSeries trainSeries = new PreparedSeries(windows("train", train, spec), standardiser, calendar);
        PreparedSeries validationSeries = new PreparedSeries(windows("validation", validation, spec), standardiser, calendar);
        Parameters parameters = Parameters.create(Compute.choose(training.device()), training.seed());
        try {
            WaveRoraNetwork network = new WaveRoraNetwork(spec.architecture(), spec.lookback(), spec.horizon(), variates, parameters);
            Map<String, Object> identity = identity(spec, train.series(), validation.series(), training);
            WaveRoraTrainable trainable = new WaveRoraTrainable(parameters, network, trainSeries, validationSeries,
                    new DropoutMasks(spec.architecture().encoder().dropout(), training.seed()), identity);
            TrainingOutcome outcome = new TrainingLoop(trainable, spec.recipe().plan(spec.architecture().quirks()), training).run();
            Map<String, Object> provenance = provenance(spec, train.series(), training, outcome);
            provenance.put("chosen", RowsLearnt.describe(validation.series()));
            return new WaveRoraForecaster(spec, train.series().variables(), train.series().time().stepText(), standardiser, parameters,
                    network, provenance);
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static Windows windows(String name, View view, WaveRoraSpec spec) {
        Windows windows = Windows.over(view, spec.lookback(), spec.horizon(), 1, Forecaster.MAX_MISSING_SHARE);
        if (windows.count() == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must hold at least one window of %d → %d rows, got rows %d to %d%s",
                    name, spec.lookback(), spec.horizon(), view.from(), view.to(),
                    windows.excluded() == 0 ? "" : ", all of whose windows miss too many values"));
        }
        return windows;
    }

    /** What a resumed run must share with the one that was interrupted. */
    private static Map<String, Object> identity(WaveRoraSpec spec, SeriesSet train, SeriesSet validation, Training training) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", SavedWaveRora.KIND);
        identity.put("spec", SavedWaveRora.describe(spec));
        identity.put("seed", training.seed());
        identity.put("device", Compute.choose(training.device()).device());
        identity.put("engine", NativeRuntime.ENGINE);
        identity.put("threads", NativeRuntime.threads());
        identity.put("train", train.sha256());
        identity.put("validation", validation.sha256());
        return identity;
    }

    private static Map<String, Object> provenance(WaveRoraSpec spec, SeriesSet train, Training training, TrainingOutcome outcome) {
        Provenance.Data data = new Provenance.Data("training rows", train.sha256(), (long) train.length() * train.width() * Double.BYTES);
        Map<String, Double> metrics = Map.of("validation.mse", outcome.bestScore(), "epochs", (double) outcome.epochs().size(),
                "best.epoch", (double) outcome.bestEpoch(), "fit.seconds", outcome.seconds());
        return new Provenance(Map.of("trivium", version(), "engine", NativeRuntime.ENGINE), SavedWaveRora.describe(spec),
                training.seed(), data, metrics).describe(Clock.systemUTC());
    }

    private static String version() {
        String version = WaveRoraFitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
