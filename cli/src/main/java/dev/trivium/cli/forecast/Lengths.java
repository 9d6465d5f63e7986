package dev.trivium.cli.forecast;

import dev.trivium.data.split.Split;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.NamedForecasters;
import dev.trivium.timeseries.baseline.SeasonFinder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Look-back, horizon, season and known columns, which make a recipe of a model's name. */
final class Lengths {

    /** For models that are fitted. */
    static final int LOOKBACK = 96;
    /** For weights that were trained on long histories. */
    static final int LONGER = 512;
    private static final int HORIZON = 24;

    @Option(names = "--lookback", paramLabel = "L", description = "Past steps that a forecast sees; 96 by default, with timetracker 512, but no more than half the training rows.")
    private @Nullable Integer lookback;

    @Option(names = "--horizon", paramLabel = "H", description = "Steps to forecast; 24 by default.")
    private @Nullable Integer horizon;

    @Option(names = "--season", paramLabel = "P",
            description = "Steps of a season, for the seasonal naive forecast and the MASE; found in the training rows by default.")
    private int season;

    @Option(names = "--known", paramLabel = "COLUMN", split = ",",
            description = "Columns whose future is known, such as holidays or planned prices; only boosted-trees can use them. To predict, the"
                    + " data go on for H rows in which these columns are filled and the others are empty.")
    private List<String> known = new ArrayList<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    int season() {
        return season;
    }

    /** The stated season, else the one found in the training rows, at most as long as the look-back; 1 if there is none. */
    int seasonOf(Split split, int lookback) {
        return season > 0 ? season : SeasonFinder.within(split.train(), lookback);
    }

    /** Checks what no recipe checks. */
    void check() {
        if (season < 0) {
            throw new ParameterException(spec.commandLine(), "--season must be at least 1, got " + season);
        }
    }

    /**
     * Look-back and horizon.
     *
     * @param lookback L
     * @param horizon H
     */
    record Pair(int lookback, int horizon) {}

    /** {@return what was stated, or the defaults} */
    Pair pair(int standard) {
        return new Pair(lookback == null ? standard : lookback, horizon == null ? HORIZON : horizon);
    }

    /** {@return the long default, or half the training rows if that is less} */
    static int longer(Split split) {
        return Math.max(1, Math.min(LONGER, (split.train().to() - split.train().from()) / 2));
    }

    /** A recipe by name; what is wrong with it is a matter of usage. */
    ForecasterSpec recipe(String model) {
        return recipe(model, pair(LOOKBACK));
    }

    /** As {@link #recipe(String)}, for given lengths. */
    ForecasterSpec recipe(String model, Pair pair) {
        check();
        try {
            return NamedForecasters.of(model, pair.lookback(), pair.horizon(), season, known);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return the refusal of an option} */
    ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Refuses lengths and known columns beside a fitted model, which has its own. */
    void requireNone(String model) {
        if (lookback != null || horizon != null || !known.isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "--lookback, --horizon and --known are those of the fitted model " + model + "; leave them out");
        }
    }
}
