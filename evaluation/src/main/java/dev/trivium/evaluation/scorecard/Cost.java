package dev.trivium.evaluation.scorecard;

/**
 * What a method costs; NaN where it was not measured.
 *
 * @param fitSeconds         seconds to fit it, the mean over its seeds
 * @param microsPerPrediction microseconds to forecast one window or predict one molecule
 */
public record Cost(double fitSeconds, double microsPerPrediction) {

    /** A cost that was not measured. */
    public static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);

    /** Checks the signs. */
    public Cost {
        if (fitSeconds < 0 || microsPerPrediction < 0) {
            throw new IllegalArgumentException(
                    "cost must be at least 0, got fitSeconds=" + fitSeconds + ", microsPerPrediction=" + microsPerPrediction);
        }
    }
}
