package dev.trivium.timeseries.timetracker;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * Time Tracker ("Time Tracker: Mixture-of-Experts-Enhanced Foundation Time Series Forecasting Model", arXiv 2505.15151; rebuilt from
 * published descriptions, with what they leave open chosen by us): a recipe.
 *
 * <p>Zero-shot, {@link #fit} binds trained weights to the data's columns and learns nothing from their rows.
 *
 * @param lookback L, the most past rows that a forecast sees, between 1 and 100000; fewer are allowed, and rows beyond what the network can see
 *     do not count
 * @param horizon H, steps to forecast, between 1 and 2000
 * @param start where the weights come from
 * @param prediction how the network is asked
 * @param tuning how it goes on learning from the data; none for zero-shot
 */
public record TimeTrackerSpec(int lookback, int horizon, Start start, Prediction prediction, Optional<FineTuning> tuning)
        implements ForecasterSpec {

    /** The name of a recipe that learns from the data. */
    public static final String TUNED = "timetracker-tuned";

    private static final int LONGEST_LOOKBACK = 100_000;

    /** Checks the lengths. */
    public TimeTrackerSpec {
        if (lookback < 1 || lookback > LONGEST_LOOKBACK) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "lookback must be between 1 and %d, got %d", LONGEST_LOOKBACK, lookback));
        }
        TimeTracker.requireHorizon(horizon);
    }

    /** {@return the weights that come with the module, used as they are} */
    public static TimeTrackerSpec zeroShot(int lookback, int horizon) {
        return new TimeTrackerSpec(lookback, horizon, Start.shipped(), Prediction.zeroShot(), Optional.empty());
    }

    /**
     * {@return the weights that come with the module, going on to learn from the data} They are asked as by {@link #zeroShot}, so a start that is kept
     * forecasts as that does.
     */
    public static TimeTrackerSpec fineTuned(int lookback, int horizon, FineTuning tuning) {
        return new TimeTrackerSpec(lookback, horizon, Start.shipped(), Prediction.zeroShot(), Optional.of(tuning));
    }

    /** {@return {@code timetracker}, or {@link #TUNED} for a recipe that learns from the data} */
    @Override
    public String name() {
        return tuning.isPresent() ? TUNED : SavedTimeTracker.KIND;
    }

    /** {@return this recipe from other weights} */
    public TimeTrackerSpec with(Start other) {
        return new TimeTrackerSpec(lookback, horizon, other, prediction, tuning);
    }

    /** {@return this recipe, asked otherwise} */
    public TimeTrackerSpec with(Prediction other) {
        return new TimeTrackerSpec(lookback, horizon, start, other, tuning);
    }

    /** {@return this recipe, tuned otherwise} */
    public TimeTrackerSpec with(FineTuning other) {
        return new TimeTrackerSpec(lookback, horizon, start, prediction, Optional.of(other));
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) throws IOException {
        if (tuning.isPresent()) {
            return new TimeTrackerFitting(this, tuning.get(), training).fit(train, validation);
        }
        return TimeTrackerForecaster.zeroShot(this, tracker(training.device()), train.series().variables());
    }

    /** {@return the trained weights to start from; close them} */
    TimeTracker tracker(String device) throws IOException {
        if (start instanceof Start.FromFile file) {
            return TimeTracker.load(file.file(), device);
        }
        if (start instanceof Start.Random) {
            throw new IllegalArgumentException("start must be trained weights for a recipe that learns nothing, got random ones");
        }
        return TimeTracker.shipped(device);
    }
}
