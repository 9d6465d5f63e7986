package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;

/**
 * Repeats the last season of each series, as often as the horizon needs it.
 *
 * <p>Without a stated season it takes the longest of the seasons that {@link SeasonFinder} finds in the training rows and that the
 * look-back can hold; where there is none, it repeats the last value. {@link Forecaster#note} says what it took.
 *
 * @param lookback L, past steps that a forecast sees, at least 1
 * @param horizon H, steps to forecast, at least 1
 * @param season steps in a season, at most the look-back; 0 for the one found in the training rows
 */
public record SeasonalNaiveSpec(int lookback, int horizon, int season) implements ForecasterSpec {

    static final String NAME = "seasonal-naive";

    /** Checks the lengths. */
    public SeasonalNaiveSpec {
        Lengths.check(1, lookback, horizon);
        if (season < 0 || season > lookback) {
            throw new IllegalArgumentException("season must be between 1 and the look-back of " + lookback
                    + " (0: found in the data), got " + season);
        }
    }

    /** A forecast whose season is found in the training rows. */
    public SeasonalNaiveSpec(int lookback, int horizon) {
        this(lookback, horizon, 0);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        Fitting fitting = Fitting.of(this, train, training);
        if (season > 0) {
            return fitting.finish(new SeasonalNaiveRule(horizon, season, 0));
        }
        int taken = 1;
        int longest = 0;
        for (int found : SeasonFinder.find(train)) {
            taken = found <= lookback ? found : taken;
            longest = found;
        }
        return fitting.finish(new SeasonalNaiveRule(horizon, taken, longest));
    }
}
