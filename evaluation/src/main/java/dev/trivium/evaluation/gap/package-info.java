/**
 * The score card of filled gaps: every method on one table, scored on the same hidden cells, beside the simple methods.
 *
 * <p>{@link dev.trivium.evaluation.gap.GapTargets} are the hidden cells of the test rows with their true values,
 * {@link dev.trivium.evaluation.gap.GapEstimates} what a method put there, and {@link dev.trivium.evaluation.gap.GapCard#of} makes the card.
 * Its first line says whether the model beats the best simple method, and names that method where it does not. Errors are aggregated over all
 * cells, never means of means; there is no MAPE, for values of 0 have none.
 */
@NullMarked
package dev.trivium.evaluation.gap;

import org.jspecify.annotations.NullMarked;
