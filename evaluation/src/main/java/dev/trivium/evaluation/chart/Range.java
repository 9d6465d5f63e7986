package dev.trivium.evaluation.chart;

/**
 * What an axis shows.
 *
 * @param low  its lower end
 * @param high its upper end
 */
public record Range(double low, double high) {

    /** {@return the range of the finite values, with a little air; something around them if they are all equal} */
    public static Range of(double[]... arrays) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] values : arrays) {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return new Range(0, 1); // nothing to show
        }
        double air = high > low ? 0.06 * (high - low) : Math.max(Math.abs(low) * 0.1, 0.5);
        return new Range(low - air, high + air);
    }
}
