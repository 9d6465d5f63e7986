/**
 * The score card: every method on one table, beside the naive forecasts, with what was scored and what was left out.
 *
 * <p>{@link dev.trivium.evaluation.scorecard.ScoreCard#of} turns the
 * {@link dev.trivium.evaluation.metric.ForecastErrors errors} of all methods into a card; one without a last-value row and a
 * seasonal naive row cannot be made. {@link dev.trivium.evaluation.scorecard.ScoreCard#text()} is for reading: its first line
 * says whether the model beats the best naive forecast. {@link dev.trivium.evaluation.scorecard.ScoreCard#json()} is for
 * programs, and {@link dev.trivium.evaluation.scorecard.ScoreCard#parse} reads it back.
 */
@NullMarked
package dev.trivium.evaluation.scorecard;

import org.jspecify.annotations.NullMarked;
