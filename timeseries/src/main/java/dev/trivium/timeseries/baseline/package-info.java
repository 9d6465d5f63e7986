/**
 * Simple forecasts that stand in every table: a model that does not beat them is not worth its training.
 *
 * <table>
 * <caption>What is here, with x the look-back of one series, L its length, h = 1 … H the step to forecast</caption>
 * <tr><td>{@link dev.trivium.timeseries.baseline.LastValueSpec}</td><td>x_L</td></tr>
 * <tr><td>{@link dev.trivium.timeseries.baseline.SeasonalNaiveSpec}</td><td>the value at the same place of the last whole season</td></tr>
 * <tr><td>{@link dev.trivium.timeseries.baseline.DriftSpec}</td><td>x_L + h (x_L - x_1) / (L - 1)</td></tr>
 * <tr><td>{@link dev.trivium.timeseries.baseline.LinearSpec}</td><td>a linear map of each series, by ridge regression</td></tr>
 * <tr><td>{@link dev.trivium.timeseries.baseline.BoostedTreesSpec}</td><td>boosted regression trees on lags, seasons, the calendar and
 *     columns whose future is known</td></tr>
 * </table>
 *
 * <p>All run on the CPU in double precision, hold no native memory, and are fitted in one go: of a
 * {@link dev.trivium.nn.training.Training} they use the seed, if anything, and have no epochs, checkpoints or device.
 */
@NullMarked
package dev.trivium.timeseries.baseline;

import org.jspecify.annotations.NullMarked;
