package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;

/**
 * Repeats the last value of each series: the best forecast of a random walk. Nothing is fitted.
 *
 * @param lookback L, past steps that a forecast sees, at least 1; all but the last serve to fill gaps only
 * @param horizon H, steps to forecast, at least 1
 */
public record LastValueSpec(int lookback, int horizon) implements ForecasterSpec {

    static final String NAME = "last-value";

    /** Checks the lengths. */
    public LastValueSpec {
        Lengths.check(1, lookback, horizon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        return Fitting.of(this, train, training).finish(new LastValueRule(horizon));
    }
}
