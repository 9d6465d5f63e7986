package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;

/**
 * Goes on from the last value with the mean slope of the look-back, which is the line through its first and last value. Nothing is
 * fitted.
 *
 * @param lookback L, past steps that a forecast sees, at least 2
 * @param horizon H, steps to forecast, at least 1
 */
public record DriftSpec(int lookback, int horizon) implements ForecasterSpec {

    static final String NAME = "drift";

    /** Checks the lengths. */
    public DriftSpec {
        Lengths.check(2, lookback, horizon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        return Fitting.of(this, train, training).finish(new DriftRule(lookback, horizon));
    }
}
