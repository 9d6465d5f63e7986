package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;

/**
 * A linear map of each series from its own look-back to its horizon, fitted in closed form by ridge regression over all training
 * windows (as NLinear of Zeng et al. 2023, solved instead of trained; Toner and Darlow 2024).
 *
 * <pre>y = c + W (x - c) + b                    x: (L), y: (H), W: (H, L), b: (H)</pre>
 *
 * <p>The centre c of a window is its last value or its mean, so the map follows the level of the series. The penalty on W, and which
 * centre, are chosen for each series by the squared error on the validation windows. Penalised are weights between standardised values;
 * b is free. Look-back gaps are filled from the past; a window in which a series misses a target is left out of that series' fit. A
 * series without a whole training window repeats its last value, and {@link Forecaster#note} says so.
 *
 * @param lookback L, past steps that a forecast sees, between 1 and 2000
 * @param horizon H, steps to forecast, between 1 and 2000
 */
public record LinearSpec(int lookback, int horizon) implements ForecasterSpec {

    static final String NAME = "linear";

    private static final int MOST = 2000; // memory grows with L (L + H)

    /** Checks the lengths. */
    public LinearSpec {
        Lengths.between("lookback", 1, MOST, lookback);
        Lengths.between("horizon", 1, MOST, horizon);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        Fitting fitting = Fitting.of(this, train, training);
        LinearFitting linear = new LinearFitting(fitting.windows("train", train), fitting.windows("validation", validation),
                fitting.trainedOn().standardiser());
        LinearRule rule = linear.fit();
        fitting.score("validation.mse", linear.validationError());
        return fitting.finish(rule);
    }
}
