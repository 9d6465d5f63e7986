/**
 * Standardisation of series with statistics of training rows only.
 *
 * <p>{@link dev.trivium.data.scale.Standardiser} is fitted from a {@link dev.trivium.data.split.TrainingView} and from nothing else: the type
 * keeps validation and test values out, which is the most common leak in published forecasting code.
 */
@NullMarked
package dev.trivium.data.scale;

import org.jspecify.annotations.NullMarked;
