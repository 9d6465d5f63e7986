/**
 * Sequences of different lengths in one batch without padding: their tokens stand one after the other as rows of one matrix.
 *
 * <p>{@link dev.trivium.nn.sequence.Packing} says which row belongs to which sequence, {@link dev.trivium.nn.sequence.Segments} computes
 * sums, maxima and softmaxes of each sequence. A linear map or a normalisation of single tokens needs neither.
 */
@NullMarked
package dev.trivium.nn.sequence;

import org.jspecify.annotations.NullMarked;
