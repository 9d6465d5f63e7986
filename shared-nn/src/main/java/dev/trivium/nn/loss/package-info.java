/**
 * Losses that know about missing targets.
 *
 * <p>Every loss is the mean over the observed elements of the batch. A missing element, whatever number stands in its place, NaN
 * included, changes neither the value nor any gradient. A batch without any observed element has loss 0 and gradient 0.
 *
 * <p>Missing targets have to be said to be missing: without a mask, a NaN in a target gives a loss of NaN.
 */
@NullMarked
package dev.trivium.nn.loss;

import org.jspecify.annotations.NullMarked;
