/**
 * Chronological splits into training, validation and test rows, told apart by type.
 *
 * <p>A {@link dev.trivium.data.split.View} is made only by a {@link dev.trivium.data.split.Split}, and its series ends with its last
 * row or, in a split by {@linkplain dev.trivium.data.split.Split#months months}, lacks the values of the other rows: code that holds a
 * {@link dev.trivium.data.split.TrainingView} cannot reach a validation or a test value. What must be learnt from training rows alone (a
 * standardiser, say) asks for a {@code TrainingView}.
 *
 * <p>{@link dev.trivium.data.split.Split#ettHourly}, {@link dev.trivium.data.split.Split#ettQuarterHourly} and
 * {@link dev.trivium.data.split.Split#published} are the borders of the published forecasting benchmarks (Zhou et al. 2021; Wu et al. 2021).
 */
@NullMarked
package dev.trivium.data.split;

import org.jspecify.annotations.NullMarked;
