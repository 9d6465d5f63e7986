package dev.trivium.timeseries;

import dev.trivium.evaluation.scorecard.MethodKind;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.DriftSpec;
import dev.trivium.timeseries.baseline.LastValueSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.baseline.SeasonalNaiveSpec;
import dev.trivium.timeseries.timetracker.FineTuning;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import dev.trivium.timeseries.waverora.PublishedSettings;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.util.List;
import java.util.Locale;

/** Recipes by the names under which tables and the command line know them. */
public final class NamedForecasters {

    private static final String TREES = "boosted-trees";
    private static final String TIME_TRACKER = "timetracker";
    private static final String PUBLISHED = "published:";
    private static final List<String> NAMES = List.of("waverora", TIME_TRACKER, TimeTrackerSpec.TUNED, "last-value", "seasonal-naive", "drift", "linear", TREES);

    private NamedForecasters() {}

    /** {@return the names that {@link #of} knows, beside {@code published:} with a data set} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * {@return a recipe for data of one's own, with the model's standard setting; or, for {@code published:ETTh1} and the like, the
     * published setting of WaveRoRA for a data set}
     *
     * @param name one of {@link #names}, or {@code published:} and a name of {@link PublishedSettings}
     * @param lookback L, past steps that a forecast sees
     * @param horizon H, steps to forecast
     * @param season steps of a season for the seasonal naive forecast; 0 for the one found in the training rows
     * @throws IllegalArgumentException if there is no such model, or it does not take such lengths
     */
    public static ForecasterSpec of(String name, int lookback, int horizon, int season) {
        return of(name, lookback, horizon, season, List.of());
    }

    /**
     * {@return as {@link #of(String, int, int, int)}, a recipe that is given columns whose future is known}
     *
     * @param known names of such columns; must be empty for every model but {@code boosted-trees}
     */
    public static ForecasterSpec of(String name, int lookback, int horizon, int season, List<String> known) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!known.isEmpty() && !lower.equals(TREES)) {
            throw new IllegalArgumentException("known must be empty for " + name + ", which cannot use columns whose future is known ("
                    + TREES + " can), got " + known);
        }
        if (lower.startsWith(PUBLISHED)) {
            return published(name.substring(PUBLISHED.length()), lookback, horizon);
        }
        return switch (lower) {
            case "waverora" -> WaveRoraSpec.of(lookback, horizon);
            case TIME_TRACKER -> TimeTrackerSpec.zeroShot(lookback, horizon);
            case TimeTrackerSpec.TUNED -> TimeTrackerSpec.fineTuned(lookback, horizon, FineTuning.standard());
            case "last-value" -> new LastValueSpec(lookback, horizon);
            case "seasonal-naive" -> new SeasonalNaiveSpec(lookback, horizon, season);
            case "drift" -> new DriftSpec(lookback, horizon);
            case TREES -> new BoostedTreesSpec(lookback, horizon, known);
            case "linear" -> new LinearSpec(lookback, horizon);
            default -> throw new IllegalArgumentException("model must be one of " + String.join(", ", NAMES) + " or " + PUBLISHED
                    + "NAME, got " + name);
        };
    }

    /**
     * {@return the recipes that every table of scores holds: the naive forecasts, and the simple fitted methods that a model has to be worth
     * more than}
     *
     * @param season as for {@link #of}
     */
    public static List<ForecasterSpec> simple(int lookback, int horizon, int season) {
        return NAMES.stream().filter(name -> kind(name) != MethodKind.MODEL).map(name -> of(name, lookback, horizon, season)).toList();
    }

    /** {@return what a method is in a table of scores, by the name of its recipe} */
    public static MethodKind kind(String name) {
        return switch (name) {
            case "last-value" -> MethodKind.LAST_VALUE;
            case "seasonal-naive" -> MethodKind.SEASONAL_NAIVE;
            case "drift" -> MethodKind.NAIVE;
            case "linear", TREES -> MethodKind.BASELINE;
            default -> MethodKind.MODEL;
        };
    }

    /** {@return whether fitting it again with another seed gives another model} */
    public static boolean isRandom(String name) {
        return hasEpochs(name) || name.equals(TREES);
    }

    /** {@return whether it is trained in epochs} */
    public static boolean hasEpochs(String name) {
        return kind(name) == MethodKind.MODEL && !name.equals(TIME_TRACKER);
    }

    private static ForecasterSpec published(String dataset, int lookback, int horizon) {
        if (lookback != PublishedSettings.LOOKBACK) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "lookback must be %d for the published settings, got %d",
                    PublishedSettings.LOOKBACK, lookback));
        }
        return WaveRoraSpec.published(dataset, horizon);
    }
}
