package dev.trivium.timeseries.baseline;

/** y_h = x_L + h (x_L - x_1) / (L - 1). */
record DriftRule(int lookback, int horizon) implements Rule {

    @Override
    public Steps over(FilledRows rows) {
        return (origin, target, offset) -> forecast(rows, origin, target, offset);
    }

    private void forecast(FilledRows rows, int origin, double[] target, int offset) {
        int width = rows.width();
        for (int s = 0; s < width; s++) {
            double last = rows.value(origin - 1, s);
            double slope = (last - rows.value(origin - lookback, s)) / (lookback - 1);
            for (int h = 1; h <= horizon; h++) {
                target[offset + (h - 1) * width + s] = last + h * slope;
            }
        }
    }
}
