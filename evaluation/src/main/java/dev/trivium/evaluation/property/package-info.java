/**
 * The score card of molecular properties: every method on one table, beside the naive one, with what was scored and what was left out.
 *
 * <p>{@link dev.trivium.evaluation.property.PropertyCard#of} turns the predictions of all methods for the same test molecules into a
 * card; one without a naive row (the mean or the majority of the training labels) cannot be made.
 * {@link dev.trivium.evaluation.property.PropertyCard#text()} is for reading: its first lines say whether the model beats the naive row
 * and the best baseline. {@link dev.trivium.evaluation.property.PropertyCard#json()} and
 * {@link dev.trivium.evaluation.property.PropertyCard#csv()} are for programs.
 */
@NullMarked
package dev.trivium.evaluation.property;

import org.jspecify.annotations.NullMarked;
