package dev.trivium.timeseries.baseline;

/** y_h = x_L. */
record LastValueRule(int horizon) implements Rule {

    @Override
    public Steps over(FilledRows rows) {
        return (origin, target, offset) -> {
            for (int h = 0; h < horizon; h++) {
                rows.copyRow(origin - 1, target, offset + h * rows.width());
            }
        };
    }
}
