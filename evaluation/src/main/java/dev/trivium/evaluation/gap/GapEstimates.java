package dev.trivium.evaluation.gap;

/** What one fit of a method put into the hidden cells, with an interval for each. Immutable. */
public final class GapEstimates {

    private final GapTargets targets;
    private final double[] value;
    private final double[] lower;
    private final double[] upper;
    private final double level;

    /**
     * Copies the numbers.
     *
     * @param targets the cells, in the order of the numbers
     * @param value   in the units of the data, finite
     * @param lower   lower ends of the intervals, finite
     * @param upper   upper ends, finite
     * @param level   share of cells that the intervals are meant to cover, in (0, 1)
     * @throws IllegalArgumentException if a number is not finite, or lies outside its interval
     */
    public GapEstimates(GapTargets targets, double[] value, double[] lower, double[] upper, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, got " + level);
        }
        int cells = targets.cells();
        if (value.length != cells || lower.length != cells || upper.length != cells) {
            throw new IllegalArgumentException("value, lower and upper must have " + cells + " cells, got " + value.length + ", " + lower.length
                    + " and " + upper.length);
        }
        for (int i = 0; i < cells; i++) {
            if (!(lower[i] <= value[i] && value[i] <= upper[i]) || Double.isInfinite(lower[i]) || Double.isInfinite(upper[i])) {
                throw new IllegalArgumentException("value must be within its interval, and that be finite, got " + value[i] + " in [" + lower[i] + ", "
                        + upper[i] + "] at test row " + targets.row(i) + " of " + targets.series().get(targets.column(i)));
            }
        }
        this.targets = targets;
        this.value = value.clone();
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.level = level;
    }

    /** {@return the cells} */
    public GapTargets targets() {
        return targets;
    }

    /** {@return the level of the intervals} */
    public double level() {
        return level;
    }

    /** {@return the estimate of a cell, in the units of the data} */
    public double value(int cell) {
        return value[cell];
    }

    /** {@return the lower end of a cell's interval, in the units of the data} */
    public double lower(int cell) {
        return lower[cell];
    }

    /** {@return the upper end of a cell's interval, in the units of the data} */
    public double upper(int cell) {
        return upper[cell];
    }

    /** {@return value minus truth of a cell, in the unit of the errors} */
    public double error(int cell) {
        return targets.scaled(cell, value[cell]) - targets.truth(cell);
    }

    /** {@return the width of a cell's interval, in the unit of the errors} */
    public double width(int cell) {
        return targets.scaled(cell, upper[cell] - lower[cell]);
    }

    /** {@return whether the interval of a cell holds the true value} */
    public boolean covers(int cell) {
        double truth = targets.truth(cell);
        return targets.scaled(cell, lower[cell]) <= truth && truth <= targets.scaled(cell, upper[cell]);
    }
}
