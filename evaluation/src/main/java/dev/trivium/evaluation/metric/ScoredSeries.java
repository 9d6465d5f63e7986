package dev.trivium.evaluation.metric;

/**
 * A series whose forecasts are scored, with the two scales that the metrics need; both are taken from training rows only.
 *
 * @param name       the series' name
 * @param unit       its unit, empty where it is not known
 * @param deviation  standard deviation of the training rows, greater than 0: a standardised error is the error divided by it
 * @param naiveError mean absolute error of the seasonal naive forecast inside the training rows, the scale of the MASE;
 *                   a series with 0 or NaN here is left out of the MASE
 */
public record ScoredSeries(String name, String unit, double deviation, double naiveError) {

    /** Checks the scales. */
    public ScoredSeries {
        if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "deviation must be finite and greater than 0, got " + deviation + " for series " + name);
        }
        if (naiveError < 0 || naiveError == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "naiveError must be finite and at least 0, or NaN, got " + naiveError + " for series " + name);
        }
    }

    /** {@return a series without known scales: standardised errors equal natural ones and the MASE leaves it out} */
    public static ScoredSeries named(String name) {
        return new ScoredSeries(name, "", 1, Double.NaN);
    }

    /** {@return whether the MASE can use this series} */
    public boolean hasNaiveError() {
        return naiveError > 0;
    }

    /**
     * Mean of |y<sub>t</sub> − y<sub>t−m</sub>| over the rows where both are observed (Hyndman and Koehler 2006, eq. 2.1
     * generalised to a season of m steps).
     *
     * @param training values of the training rows in time order; NaN = missing
     * @param season   m, in steps, at least 1; 1 is the last-value forecast
     * @return the error in the units of the values, NaN where no pair of rows is observed
     */
    public static double naiveError(double[] training, int season) {
        if (season < 1) {
            throw new IllegalArgumentException("season must be at least 1, got " + season);
        }
        double sum = 0;
        long pairs = 0;
        for (int t = season; t < training.length; t++) {
            double change = Math.abs(training[t] - training[t - season]);
            if (!Double.isNaN(change)) {
                sum += change;
                pairs++;
            }
        }
        return pairs == 0 ? Double.NaN : sum / pairs;
    }
}
