/**
 * Simple property predictors that a model has to be worth more than; every table of scores holds them.
 *
 * <p>What they have in common is in {@code BaselinePredictor}: it reads strings, answers every row and is saved. What differs is a
 * {@code Rule} each: how a molecule becomes numbers.
 */
@NullMarked
package dev.trivium.molecular.baseline;

import org.jspecify.annotations.NullMarked;
