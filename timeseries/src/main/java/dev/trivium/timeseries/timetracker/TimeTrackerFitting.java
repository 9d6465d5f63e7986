package dev.trivium.timeseries.timetracker;

import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.data.split.View;
import dev.trivium.data.window.Windows;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.optimizer.ParameterGroup;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingLoop;
import dev.trivium.nn.training.TrainingOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fine-tuning: from a recipe, a start and some data to a forecaster. */
final class TimeTrackerFitting {

    private static final int VALIDATION_WINDOWS = 500;
    private static final int VALIDATION_SERIES = 4096;

    private final TimeTrackerSpec spec;
    private final FineTuning tuning;
    private final Training training;

    TimeTrackerFitting(TimeTrackerSpec spec, FineTuning tuning, Training training) {
        this.spec = spec;
        this.tuning = tuning;
        this.training = training;
    }

    TimeTrackerForecaster fit(TrainingView train, ValidationView validation) throws IOException {
        Windows trainWindows = windows("train", train, tuning.stride());
        Windows validationWindows = windows("validation", validation, 1);
        Parameters parameters = Parameters.create(Compute.choose(training.device()), training.seed());
        try {
            Started started = start(parameters);
            TuningTrainable trainable = trainable(started, trainWindows, validationWindows);
            double startScore = trainable.validate();
            Map<String, float[]> startValues = parameters.snapshot();
            TrainingOutcome outcome = new TrainingLoop(trainable, tuning.plan(), training).run();
            boolean kept = startScore <= outcome.bestScore();
            if (kept) {
                parameters.restore(startValues);
            }
            Map<String, Object> provenance = provenance(train.series(), started, trainable.items(), startScore, kept, outcome);
            provenance.put("chosen", RowsLearnt.describe(validation.series()));
            return new TimeTrackerForecaster(spec, new TimeTracker(started.model, provenance, "fine-tuned weights", false), train.series().variables(), provenance);
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private Windows windows(String name, View view, int stride) {
        Windows windows = Windows.over(view, spec.lookback(), spec.horizon(), stride, 1);
        if (windows.count() == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s must hold at least one window of %d → %d rows, got rows %d to %d%s",
                    name, spec.lookback(), spec.horizon(), view.from(), view.to(), windows.excluded() == 0 ? "" : ", all of whose targets are missing"));
        }
        return windows;
    }

    /** A network, what was loaded into it, and where that came from. */
    private record Started(NetworkModel model, StartWeights weights, Map<String, Object> provenance) {}

    private Started start(Parameters parameters) throws IOException {
        if (spec.start() instanceof Start.Random random) {
            NetworkModel model = create(random.settings(), parameters);
            return new Started(model, StartWeights.none(parameters), Map.of("from", "random"));
        }
        try (TimeTracker tracker = spec.tracker("cpu")) {
            NetworkModel model = create(tracker.settings(), parameters);
            StartWeights weights = tracker.read(from -> {
                Map<String, long[]> shapes = new LinkedHashMap<>();
                from.parameters().names().forEach(name -> shapes.put(name, from.parameters().get(name).shape()));
                return StartWeights.load(from.parameters().snapshot(), shapes, parameters);
            });
            return new Started(model, weights, tracker.provenance());
        }
    }

    private NetworkModel create(TimeTrackerSettings settings, Parameters parameters) {
        return NetworkModel.create(settings, tuning.mixing(), Math.min(spec.lookback(), settings.positions() * settings.patch()), parameters);
    }

    private TuningTrainable trainable(Started started, Windows train, Windows validation) {
        TimeTrackerSettings settings = started.model.settings();
        PatchDecoder decoder = new PatchDecoder(started.model, settings.patch(), settings.positions(), settings.quantiles(), spec.prediction());
        int seen = Math.min(spec.lookback(), decoder.seen(spec.horizon()));
        int said = decoder.said(spec.horizon());
        int first = train.count() - (int) Math.ceil(tuning.share() * train.count());
        double[] deviations = TuningWindows.deviations(train.series(), train.origin(first) - spec.lookback(), train.series().length());
        int step = Math.max(1, Math.max(rounded(validation.count(), VALIDATION_WINDOWS),
                rounded((long) validation.count() * validation.series().width(), VALIDATION_SERIES)));
        return new TuningTrainable(started.model, tuning, spec.prediction().mirrored(), new TuningWindows(train, first, 1, deviations, seen, settings.patch(), said),
                new TuningWindows(validation, 0, step, deviations, seen, settings.patch(), said), groups(started), training.seed(),
                identity(started, train.series(), validation.series()));
    }

    private static int rounded(long all, int most) {
        return (int) ((all + most - 1) / most);
    }

    /** What came trained learns at a rate of its own, what is frozen is in no group. */
    private List<ParameterGroup> groups(Started started) {
        List<String> fresh = new ArrayList<>();
        List<String> trained = new ArrayList<>();
        for (String name : started.model.parameters().trainable()) {
            if (tuning.frozen().stream().noneMatch(name::startsWith)) {
                (started.weights.trained(name) ? trained : fresh).add(name);
            }
        }
        for (String beginning : tuning.frozen()) {
            if (started.model.parameters().names().stream().noneMatch(name -> name.startsWith(beginning))) {
                throw new IllegalArgumentException("frozen must hold beginnings of names of parameters, got " + beginning + ", which none of "
                        + started.model.parameters().names() + " has");
            }
        }
        List<ParameterGroup> groups = new ArrayList<>();
        if (!fresh.isEmpty()) {
            groups.add(new ParameterGroup(fresh, 1, 0));
        }
        if (!trained.isEmpty()) {
            groups.add(new ParameterGroup(trained, tuning.factor(), 0));
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("frozen must leave a parameter to train, got " + tuning.frozen());
        }
        return groups;
    }

    /** What a resumed run must share with the one that was interrupted. */
    private Map<String, Object> identity(Started started, SeriesSet train, SeriesSet validation) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", TimeTrackerSpec.TUNED);
        identity.put("spec", RecipeText.describe(spec));
        identity.put("start", started.provenance);
        identity.put("seed", training.seed());
        identity.put("device", Compute.choose(training.device()).device());
        identity.put("engine", NativeRuntime.ENGINE);
        identity.put("threads", NativeRuntime.threads());
        identity.put("train", train.sha256());
        identity.put("validation", validation.sha256());
        return identity;
    }

    private Map<String, Object> provenance(SeriesSet train, Started started, int windows, double startScore, boolean kept,
            TrainingOutcome outcome) {
        Provenance.Data data = new Provenance.Data("training rows", train.sha256(), (long) train.length() * train.width() * Double.BYTES);
        Map<String, Double> metrics = Map.of("start.validation.mse", startScore, "validation.mse", Math.min(startScore, outcome.bestScore()),
                "epochs", (double) outcome.epochs().size(), "best.epoch", kept ? 0.0 : outcome.bestEpoch(), "windows", (double) windows,
                "fit.seconds", outcome.seconds());
        Map<String, Object> all = new LinkedHashMap<>(new Provenance(Map.of("trivium", version(), "engine", NativeRuntime.ENGINE),
                RecipeText.describe(spec), training.seed(), data, metrics).describe(Clock.systemUTC()));
        all.put(TimeTrackerForecaster.STEP, train.time().stepText());
        all.put("start", Map.of("loaded", started.weights.loaded(), "fresh", started.weights.fresh(), "weights", started.provenance));
        return all;
    }

    private static String version() {
        String version = TimeTrackerFitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
