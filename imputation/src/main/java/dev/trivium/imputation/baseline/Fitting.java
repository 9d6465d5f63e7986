package dev.trivium.imputation.baseline;

import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.RowsLearnt;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.interval.GapIntervals;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.training.Training;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** One fit under way: what is common to all baselines, and how long it takes. */
final class Fitting {

    private static final long CHOICE = 0x63686f696365L; // draws of its own
    private static final double HIDDEN = 0.25;

    private final ImputerSpec spec;
    private final TrainingView train;
    private final ValidationView validation;
    private final Optional<CalibrationView> calibration;
    private final Standardiser standardiser;
    private final long seed;
    private final long start = System.nanoTime();
    private final Map<String, Double> metrics = new TreeMap<>();

    private Fitting(ImputerSpec spec, TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, long seed) {
        this.spec = spec;
        this.train = train;
        this.validation = validation;
        this.calibration = calibration;
        this.seed = seed;
        standardiser = Standardiser.fit(train);
    }

    /** @throws IllegalArgumentException if a series has no observed training row, or the views differ in their series or step */
    static Fitting of(ImputerSpec spec, TrainingView train, ValidationView validation, Optional<CalibrationView> calibration,
            Training training) {
        SeriesSet own = train.series();
        SeriesSet other = validation.series();
        if (!other.variables().equals(own.variables()) || !other.time().stepText().equals(own.time().stepText())) {
            throw new IllegalArgumentException("validation must have the series and step of train, " + own + ", got " + other);
        }
        return new Fitting(spec, train, validation, calibration, training.seed());
    }

    /** {@return the training rows} */
    StandardRows trainingRows() {
        return StandardRows.of(train.series().rows(train.from(), train.to()), standardiser);
    }

    /** {@return the validation rows with what is before them} */
    StandardRows validationRows() {
        return StandardRows.of(validation.series(), standardiser);
    }

    ValidationView validation() {
        return validation;
    }

    /** {@return draws for fitting and choosing} */
    SplittableRandom random() {
        return new SplittableRandom(seed ^ CHOICE);
    }

    /** {@return some of the visible cells of the validation rows, by which to choose; cell {@code t · series + s}} */
    BitSet chosenBy(StandardRows rows) {
        SplittableRandom random = random();
        BitSet cells = new BitSet();
        for (int i = validation.from() * rows.width(); i < validation.to() * rows.width(); i++) {
            if (random.nextDouble() < HIDDEN && validation.holds(i / rows.width())
                    && !Double.isNaN(rows.value(i / rows.width(), i % rows.width()))) {
                cells.set(i);
            }
        }
        return cells;
    }

    void score(String name, double value) {
        metrics.put(name, value);
    }

    BaselineImputer finish(Rule rule) {
        double[] scale = new double[standardiser.width()];
        for (int s = 0; s < scale.length; s++) {
            scale[s] = standardiser.deviation(s);
        }
        GapIntervals intervals = GapIntervals.calibrate((series, from, to) -> BaselineImputer.estimates(rule, standardiser, series, from, to),
                validation, calibration, scale, seed, GapIntervals.STANDARD_LEVEL);
        metrics.put("fit.seconds", (System.nanoTime() - start) / 1e9);
        SeriesSet rows = train.series();
        Provenance.Data data = new Provenance.Data("training rows", rows.sha256(), (long) rows.length() * rows.width() * Double.BYTES);
        Map<String, Object> provenance = new Provenance(Map.of("trivium", version()), SavedBaseline.describe(spec), seed, data, metrics)
                .describe(Clock.systemUTC());
        calibration.ifPresent(rowsApart -> provenance.put("calibrated", RowsLearnt.describe(rowsApart.series())));
        provenance.put("chosen", RowsLearnt.describe(validation.series()));
        return new BaselineImputer(spec, List.copyOf(rows.variables()), rows.time().stepText(), standardiser, rule, intervals, provenance);
    }

    private static String version() {
        String version = Fitting.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
