package dev.trivium.evaluation.scorecard;

/**
 * What was forecast, and how the methods were chosen.
 *
 * @param dataset  data set by name
 * @param split    the split in words, such as {@code 8640/2880/2880 rows, test from 2017-10-24}
 * @param lookback steps that a method sees
 * @param horizon  steps that it forecasts
 * @param stride   steps from one scored window to the next
 * @param selectedBy what chose epochs and settings, such as {@code lowest validation MSE}; never the test part
 */
public record Setting(String dataset, String split, int lookback, int horizon, int stride, String selectedBy) {

    /** Checks the sizes. */
    public Setting {
        if (lookback < 1 || horizon < 1 || stride < 1) {
            throw new IllegalArgumentException("lookback, horizon and stride must be at least 1, got "
                    + lookback + ", " + horizon + " and " + stride);
        }
    }
}
