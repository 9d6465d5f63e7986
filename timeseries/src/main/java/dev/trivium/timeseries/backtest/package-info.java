/**
 * Scores forecasters over every window of a test view, beside the naive forecasts.
 *
 * <p>{@link dev.trivium.timeseries.backtest.Backtest} fixes the windows and the scales once, so that all methods are scored on the
 * same targets; the score card that it makes refuses to be printed without the naive rows.
 * {@link dev.trivium.timeseries.backtest.Comparison} fits the methods that every card holds, and models beside them.
 */
@NullMarked
package dev.trivium.timeseries.backtest;

import org.jspecify.annotations.NullMarked;
