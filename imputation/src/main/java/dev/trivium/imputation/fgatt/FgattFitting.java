package dev.trivium.imputation.fgatt;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.graph.NodeLayout;
import dev.trivium.imputation.interval.GapIntervals;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Compute;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingLoop;
import dev.trivium.nn.training.TrainingOutcome;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** From recipe and data to a fitted model. */
final class FgattFitting {

    private static final int MOST_COLUMNS = 10_000;
    private static final double LEVEL = 0.8;

    private FgattFitting() {}

    static FgattImputer fit(FgattSpec spec, TrainingView train, ValidationView validation, Optional<CalibrationView> calibration,
            Training training) throws IOException {
        int columns = train.series().width();
        if (columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "train must have at most %d series, got %d", MOST_COLUMNS, columns));
        }
        SeriesSet rows = train.series();
        requireAlike(rows, validation.series());
        int[] starts = starts(train, spec.architecture().window());
        NodeLayout layout = spec.layout(rows.names());
        Standardiser standardiser = NodeScale.fit(rows.rows(train.from(), train.to()), layout);
        boolean calendar = spec.architecture().calendar();
        NodeSeries trainSeries = NodeSeries.of(rows, layout, standardiser, calendar);
        HeldOutWindows held = new HeldOutWindows(spec, NodeSeries.of(validation.series(), layout, standardiser, calendar),
                validation.segments(), training.seed());
        WindowGraphs graphs = WindowGraphs.fit(spec, train, layout);
        Parameters parameters = Parameters.create(Compute.choose(training.device()), training.seed());
        try {
            FgattNetwork network = new FgattNetwork(spec.architecture(), layout.nodes().size(), layout.channels().size(),
                    WindowGraphs.wanted(spec.graph()), parameters);
            FgattTrainable trainable = new FgattTrainable(parameters, network, spec, trainSeries, starts, held, graphs.builder(),
                    training.seed(), identity(spec, rows, validation.series(), training), FgattTrainable.CACHED);
            TrainingOutcome outcome = new TrainingLoop(trainable, spec.recipe().plan(), training).run();
            WindowFill windows = new WindowFill(spec.architecture(), layout, standardiser, graphs.builder(), parameters, network);
            return new FgattImputer(spec, rows.variables(), rows.time().stepText(), layout, standardiser, graphs, parameters, windows,
                    intervals(spec, windows, standardiser, validation, calibration, training.seed()),
                    provenance(spec, rows, validation.series(), calibration, training, outcome));
        } catch (IOException | RuntimeException e) {
            parameters.close();
            throw e;
        }
    }

    private static void requireAlike(SeriesSet train, SeriesSet validation) {
        if (!validation.variables().equals(train.variables()) || !validation.time().stepText().equals(train.time().stepText())) {
            throw new IllegalArgumentException("validation must have the series and step of train, " + train + ", got " + validation);
        }
    }

    /** Windows that keep within a run of training rows. */
    private static int[] starts(TrainingView train, int time) {
        int[] starts = train.segments().stream().flatMapToInt(run -> IntStream.rangeClosed(run.from(), run.to() - time)).toArray();
        if (starts.length == 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "train must hold at least one window of %d rows, got runs %s", time,
                    train.segments()));
        }
        return starts;
    }

    /** Calibrated with windows a quarter apart: fewer of them are averaged than {@code fill} averages, so the intervals are a little wide. */
    private static GapIntervals intervals(FgattSpec spec, WindowFill windows, Standardiser standardiser, ValidationView validation,
            Optional<CalibrationView> calibration, long seed) {
        double[] scale = new double[standardiser.width()];
        Arrays.setAll(scale, standardiser::deviation);
        int stride = Math.max(spec.stride(), spec.architecture().window() / 4);
        return GapIntervals.calibrate((series, from, to) -> windows.estimates(windows.prepared(series), from, to, stride), validation,
                calibration, scale, seed, LEVEL);
    }

    /** What a resumed run must share with the one that was interrupted. */
    private static Map<String, Object> identity(FgattSpec spec, SeriesSet train, SeriesSet validation, Training training) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("model", SavedFgatt.KIND);
        identity.put("spec", SavedFgatt.describe(spec));
        identity.put("given", spec.given() == null ? "none" : spec.given().sha256());
        identity.put("seed", training.seed());
        identity.put("device", Compute.choose(training.device()).device());
        identity.put("engine", NativeRuntime.ENGINE);
        identity.put("threads", NativeRuntime.threads());
        identity.put("train", train.sha256());
        identity.put("validation", validation.sha256());
        return identity;
    }

    private static Map<String, Object> provenance(FgattSpec spec, SeriesSet train, SeriesSet validation, Optional<CalibrationView> calibration,
            Training training, TrainingOutcome outcome) {
        Provenance.Data data = new Provenance.Data("training rows", train.sha256(), (long) train.length() * train.width() * Double.BYTES);
        Map<String, Double> metrics = Map.of("validation.mae", outcome.bestScore(), "epochs", (double) outcome.epochs().size(),
                "best.epoch", (double) outcome.bestEpoch(), "fit.seconds", outcome.seconds());
        Map<String, Object> all = new Provenance(Map.of("trivium", version(), "engine", NativeRuntime.ENGINE), SavedFgatt.describe(spec),
                training.seed(), data, metrics).describe(Clock.systemUTC());
        calibration.ifPresent(rows -> all.put("calibrated", RowsLearnt.describe(rows.series())));
        all.put("chosen", RowsLearnt.describe(validation));
        return all;
    }

    private static String version() {
        String version = FgattFitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
