package dev.trivium.timeseries.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.util.HashSet;
import java.util.List;

/**
 * Gradient-boosted regression trees on lags (XGBoost, Chen and Guestrin 2016): one model for all series and all steps of the horizon.
 *
 * <p>A row is one step of one window of one series; {@link TreeLayout} says what the trees see of it. They learn how far the value
 * lies from the mean of the look-back, in standard deviations of the series, so that they can follow a level that training never saw.
 * At most 60,000 rows, drawn by the seed, are learnt from; at most 20,000 rows of the validation view decide how many
 * of 200 trees are kept.
 *
 * <p>Columns whose future is known, such as a holiday or a planned price, are seen at the step that is forecast. They are not forecast
 * themselves. A history for {@link Forecaster#predict} then goes on for {@code horizon} rows after the last observed one, with the known
 * columns filled in and the others missing.
 *
 * <p>Where XGBoost's native library does not run, a random forest of the same inputs, on 10,000 rows, takes its place, and
 * {@link Forecaster#note} says so. Either way the file holds plain trees: it can be read and asked on every platform.
 *
 * @param lookback L, past steps that a forecast sees, between 1 and 10000
 * @param horizon H, steps to forecast, between 1 and 10000
 * @param known names of the columns whose future is known; may be empty
 */
public record BoostedTreesSpec(int lookback, int horizon, List<String> known) implements ForecasterSpec {

    static final String NAME = "boosted-trees";

    private static final int MOST = 10_000;

    /** Checks the lengths and the names. */
    public BoostedTreesSpec {
        Lengths.between("lookback", 1, MOST, lookback);
        Lengths.between("horizon", 1, MOST, horizon);
        known = List.copyOf(known);
        if (new HashSet<>(known).size() < known.size()) {
            throw new IllegalArgumentException("known must name different columns, got " + known);
        }
    }

    /** A model of the series alone. */
    public BoostedTreesSpec(int lookback, int horizon) {
        this(lookback, horizon, List.of());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecaster fit(TrainingView train, ValidationView validation, Training training) {
        return new BoostedTreesFitting(this, TreeLearner.best()).fit(train, validation, training);
    }
}
