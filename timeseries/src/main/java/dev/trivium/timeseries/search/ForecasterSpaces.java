package dev.trivium.timeseries.search;

import dev.trivium.nn.search.Choice;
import dev.trivium.nn.search.SearchSpace;
import dev.trivium.nn.search.Settings;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.search.Whole;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.baseline.BoostedTreesSpec;
import dev.trivium.timeseries.baseline.LinearSpec;
import dev.trivium.timeseries.timetracker.FineTuningSpace;
import dev.trivium.timeseries.timetracker.TimeTrackerSpec;
import dev.trivium.timeseries.waverora.WaveRoraSpace;
import dev.trivium.timeseries.waverora.WaveRoraSpec;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * What may be tried of each forecaster. The look-back is part of it: half of the recipe's to four times as much for a network, a
 * quarter of it to 1,000 for the linear map and the trees, and never more than half the training rows.
 */
public final class ForecasterSpaces {

    private static final int LONGEST = 1000;
    private static final int SHORTEST = 4;

    private ForecasterSpaces() {}

    /**
     * {@return the space around a recipe}
     *
     * @param trainRows training rows there are
     * @param series how many are forecast
     * @throws IllegalArgumentException if the method has nothing to search
     */
    public static Tunable<ForecasterSpec> of(ForecasterSpec base, int trainRows, int series) {
        int longest = Math.max(1, trainRows / 2);
        if (base instanceof WaveRoraSpec waverora) {
            return withLookback(waverora.lookback(), longest, inner(waverora));
        }
        if (base instanceof TimeTrackerSpec tracker && tracker.tuning().isPresent()) {
            return withLookback(tracker.lookback(), longest, lookback -> FineTuningSpace.of(
                    new TimeTrackerSpec(lookback, tracker.horizon(), tracker.start(), tracker.prediction(), tracker.tuning()), series));
        }
        if (base instanceof LinearSpec linear) {
            return lookbackAlone(linear.lookback(), longest, lookback -> new LinearSpec(lookback, linear.horizon()));
        }
        if (base instanceof BoostedTreesSpec trees) {
            return lookbackAlone(trees.lookback(), longest, lookback -> new BoostedTreesSpec(lookback, trees.horizon(), trees.known()));
        }
        throw new IllegalArgumentException("model must be waverora, timetracker-tuned, linear or boosted-trees to be searched, got " + base.name());
    }

    /** {@return most epochs of a recipe; empty for one without} */
    public static OptionalInt epochs(ForecasterSpec spec) {
        if (spec instanceof WaveRoraSpec waverora) {
            return OptionalInt.of(waverora.recipe().epochs());
        }
        return spec instanceof TimeTrackerSpec tracker && tracker.tuning().isPresent() ? OptionalInt.of(tracker.tuning().get().epochs())
                : OptionalInt.empty();
    }

    private interface OfLookback {
        Tunable<ForecasterSpec> with(int lookback);
    }

    private interface Recipe {
        ForecasterSpec with(int lookback);
    }

    private static OfLookback inner(WaveRoraSpec base) {
        return lookback -> WaveRoraSpace.of(new WaveRoraSpec(lookback, base.horizon(), base.architecture(), base.recipe()));
    }

    private static Tunable<ForecasterSpec> withLookback(int base, int longest, OfLookback recipes) {
        long[] lookbacks = LongStream.of(base / 2, base, 2L * base, 4L * base).filter(l -> l == base || l >= SHORTEST && l <= longest).distinct()
                .toArray();
        Tunable<ForecasterSpec> at = recipes.with(base);
        SearchSpace space = SearchSpace.of(Choice.of("lookback", lookbacks)).with(at.space());
        return new Tunable<>(space, first("lookback", base, at.standard()), s -> recipes.with(s.whole("lookback")).with(s.without("lookback")));
    }

    private static Settings first(String name, int value, Settings others) {
        Settings all = Settings.none().with(name, value);
        for (var each : others.values().entrySet()) {
            all = all.withValue(each.getKey(), each.getValue());
        }
        return all;
    }

    private static Tunable<ForecasterSpec> lookbackAlone(int base, int longest, Recipe recipe) {
        SearchSpace space = SearchSpace.of(Whole.log("lookback", Math.min(Math.max(SHORTEST, base / SHORTEST), longest), Math.max(1, Math.min(LONGEST, longest))));
        return new Tunable<>(space, Settings.none().with("lookback", base), s -> recipe.with(s.whole("lookback")));
    }
}
