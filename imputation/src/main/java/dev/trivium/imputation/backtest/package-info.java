/**
 * Fair comparisons of imputers: one mask, one split, one table.
 *
 * <p>A {@link dev.trivium.imputation.backtest.GapBacktest} hides the cells of a mask first and splits what is left; methods are handed nothing
 * else, and true values are read when errors are computed. A {@link dev.trivium.imputation.backtest.Comparison} fits methods, scores them on the
 * same cells and makes the card.
 */
@NullMarked
package dev.trivium.imputation.backtest;

import org.jspecify.annotations.NullMarked;
