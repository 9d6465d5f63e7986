package dev.trivium.timeseries.timetracker;

import java.util.Optional;

/**
 * Mean and deviation of a series' visible points: what the network sees are {@code z = (x − mean) / deviation}, cut to ±20.
 *
 * <p>Differs from the paper's family, which adds 1e-5 to the variance: that would flatten series of a small unit. Here a series whose
 * deviation is at most a millionth of its largest absolute value counts as constant, and has no normalisation.
 *
 * @param mean in the series' unit
 * @param deviation population deviation in the series' unit, above 0
 */
record Normalisation(double mean, double deviation) {

    /** Largest absolute value that the network is shown or asked for. */
    static final float LIMIT = 20;

    private static final double CONSTANT = 1e-6;

    /**
     * {@return the statistics of the visible points in [0, to)} Empty if fewer than {@code least} are visible, or all are the same.
     *
     * @param values any; those that are not visible are not looked at
     */
    static Optional<Normalisation> of(float[] values, boolean[] visible, int to, int least) {
        int count = 0;
        double sum = 0;
        double largest = 0;
        for (int t = 0; t < to; t++) {
            if (visible[t]) {
                count++;
                sum += values[t];
                largest = Math.max(largest, Math.abs(values[t]));
            }
        }
        if (count < least || count == 0) {
            return Optional.empty();
        }
        double mean = sum / count;
        double squares = 0;
        for (int t = 0; t < to; t++) {
            if (visible[t]) {
                squares += (values[t] - mean) * (values[t] - mean);
            }
        }
        double deviation = Math.sqrt(squares / count);
        return deviation > CONSTANT * largest ? Optional.of(new Normalisation(mean, deviation)) : Optional.empty();
    }

    /** {@return z, in [−20, 20]} */
    float normalised(float value) {
        return (float) Math.max(-LIMIT, Math.min(LIMIT, (value - mean) / deviation));
    }

    /** {@return the value of a z, in the series' unit} */
    double restored(double z) {
        return mean + deviation * z;
    }
}
