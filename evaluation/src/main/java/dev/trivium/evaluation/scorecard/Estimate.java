package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Interval;

/**
 * A score with how sure it is.
 *
 * @param value         the score, the mean over the seeds where there are several
 * @param interval      its confidence interval over windows
 * @param seedDeviation standard deviation over the seeds (divisor n − 1); NaN with fewer than two
 */
public record Estimate(double value, Interval interval, double seedDeviation) {
}
