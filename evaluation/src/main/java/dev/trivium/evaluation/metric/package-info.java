/**
 * What a method scores, on forecasts or on molecular properties, and how sure the score is.
 *
 * <p>{@link dev.trivium.evaluation.metric.ForecastErrors} takes forecasts and outcomes of windows as plain arrays
 * {@code (window, step, series)}, row-major, in the units of the data, and keeps sums only: memory grows with
 * windows × series, not with cells. A missing outcome (NaN) is left out and counted; a forecast that is not finite is an error.
 *
 * <table>
 *   <caption>Metrics, with e the error of one cell, sd<sub>s</sub> the standard deviation of series s in the training rows
 *   and q<sub>s</sub> its in-sample seasonal naive error. Every mean runs over the observed cells.</caption>
 *   <tr><th>metric</th><th>natural units</th><th>standardised, as papers print</th></tr>
 *   <tr><td>MSE</td><td>mean e²</td><td>mean (e / sd<sub>s</sub>)²</td></tr>
 *   <tr><td>MAE</td><td>mean |e|</td><td>mean |e| / sd<sub>s</sub></td></tr>
 *   <tr><td>RMSE</td><td>√MSE</td><td>√MSE</td></tr>
 *   <tr><td>MASE</td><td colspan="2">mean |e| / q<sub>s</sub>, series without a positive q<sub>s</sub> left out
 *   (Hyndman and Koehler 2006)</td></tr>
 * </table>
 *
 * <p>{@link dev.trivium.evaluation.metric.QuantileErrors} scores forecast quantiles: scaled CRPS and coverage.
 *
 * <p>Windows overlap, so their errors are dependent and the usual bootstrap gives intervals that are far too narrow:
 * {@link dev.trivium.evaluation.metric.Bootstrap} resamples blocks of neighbouring windows.
 *
 * <p>Predictions of molecular properties are scored by {@link dev.trivium.evaluation.metric.PropertyScores}: a molecule is one row of
 * {@link dev.trivium.evaluation.metric.LabelledPredictions}, a missing label is left out, and intervals come from a bootstrap over
 * molecules. {@link dev.trivium.evaluation.metric.PropertyMetric} defines the metrics.
 */
@NullMarked
package dev.trivium.evaluation.metric;

import org.jspecify.annotations.NullMarked;
