package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.metric.Scores;

/**
 * A method's scores on one series, over all windows and steps.
 *
 * @param name         the series
 * @param unit         its unit, empty where it is not known
 * @param standardised scores of errors divided by the series' training standard deviation
 * @param natural      scores in the unit of the data
 */
public record SeriesScores(String name, String unit, Scores standardised, Scores natural) {
}
