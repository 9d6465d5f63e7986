package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.Real;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import dev.trivium.timeseries.ForecasterSpec;
import java.util.Locale;

/**
 * What may be tried of Time Tracker's fine-tuning: our own values, as the paper's are not known. Which series see each other is tried where there
 * are several.
 */
public final class FineTuningSpace {

    private static final int MOST_NEAREST = 16;

    private FineTuningSpace() {}

    /**
     * {@return the space around a recipe that learns, whose start and look-back stay}
     *
     * @param series how many are forecast
     */
    public static Tunable<ForecasterSpec> of(TimeTrackerSpec base, int series) {
        FineTuning tuning = base.tuning().orElseThrow(() -> new IllegalArgumentException("base must be a recipe that learns, got " + base.name()));
        SearchSpace space = SearchSpace.of(
                Real.log("rate", 1e-5, 2e-3),
                Real.log("factor", 0.05, 1),
                Choice.of("batch", 8, 16, 32, 64),
                Real.log("square-weight", 0.1, 10));
        Settings standard = Settings.none().with("rate", tuning.rate()).with("factor", tuning.factor()).with("batch", tuning.batch())
                .with("square-weight", tuning.squareWeight());
        if (series > 1) {
            space = space.with(Choice.of("mixing", "alone", "all", "hard", "soft", "nearest"))
                    .with(Whole.log("nearest", 1, Math.min(MOST_NEAREST, series - 1)), "mixing", "nearest");
            standard = standard.with("mixing", tuning.mixing().kind().name().toLowerCase(Locale.ROOT));
            standard = tuning.mixing().kind() == Mixing.Kind.NEAREST ? standard.with("nearest", tuning.mixing().nearest()) : standard;
        }
        return new Tunable<>(space, standard, settings -> with(base, tuning, settings));
    }

    private static TimeTrackerSpec with(TimeTrackerSpec base, FineTuning old, Settings s) {
        Mixing mixing = old.mixing();
        if (s.has("mixing")) {
            Mixing.Kind kind = Mixing.Kind.valueOf(s.text("mixing").toUpperCase(Locale.ROOT));
            mixing = new Mixing(kind, kind == Mixing.Kind.NEAREST ? s.whole("nearest") : 0);
        }
        return base.with(new FineTuning(mixing, old.share(), old.stride(), old.epochs(), old.patience(), s.whole("batch"), s.real("rate"),
                s.real("factor"), old.frozen(), s.real("square-weight"), old.gamma()));
    }
}
