/**
 * The training loop: epochs of shuffled batches, validation, early stopping, checkpoints and exact resume.
 *
 * <p>A model joins in through {@link dev.trivium.nn.training.Trainable}. Everything random is a pure function of the seed and of the
 * number of the epoch or step, never of a hidden generator, so a checkpoint needs no random state and a run that was killed at any
 * moment and resumed ends with the bits of one that never stopped.
 *
 * <table>
 * <caption>Who decides what</caption>
 * <tr><td>{@link dev.trivium.nn.training.TrainingPlan}</td><td>the recipe that belongs to a model: rate, schedule, batch, patience</td></tr>
 * <tr><td>{@link dev.trivium.nn.training.Training}</td><td>one run of it: seed, device, checkpoint, who watches</td></tr>
 * <tr><td>{@link dev.trivium.nn.training.TrainingLoop}</td><td>runs it</td></tr>
 * </table>
 */
@NullMarked
package dev.trivium.nn.training;

import org.jspecify.annotations.NullMarked;
