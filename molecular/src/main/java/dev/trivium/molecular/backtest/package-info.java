/**
 * Scores property predictors on the test molecules of one split, beside the mean of the training labels and the simple methods.
 *
 * <p>{@link dev.trivium.molecular.backtest.Comparison} fits and scores methods, and makes a
 * {@link dev.trivium.evaluation.property.PropertyCard}: every method on the same molecules, and every molecule that is not scored named with
 * its reason.
 */
@NullMarked
package dev.trivium.molecular.backtest;

import org.jspecify.annotations.NullMarked;
