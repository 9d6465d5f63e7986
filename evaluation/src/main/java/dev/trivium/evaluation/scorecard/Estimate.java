package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Interval;
import java.util.Arrays;

/**
 * A score with how sure it is.
 *
 * @param value         the score, the mean over the seeds where there are several
 * @param interval      its confidence interval over windows or molecules
 * @param seedDeviation standard deviation over the seeds (divisor n − 1); NaN with fewer than two
 */
public record Estimate(double value, Interval interval, double seedDeviation) {

    /** {@return the mean of one score per seed, with an interval of that mean} */
    public static Estimate over(double[] seeds, Interval interval) {
        return new Estimate(Arrays.stream(seeds).average().orElse(Double.NaN), interval, deviation(seeds));
    }

    /** {@return the sample standard deviation, NaN for fewer than two values} */
    static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(sum / (values.length - 1));
    }
}
