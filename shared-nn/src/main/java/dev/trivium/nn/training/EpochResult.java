package dev.trivium.nn.training;

/**
 * What one epoch gave.
 *
 * @param epoch from 1
 * @param trainLoss mean loss over its training items, with dropout and while parameters moved
 * @param validation score on the validation data after it
 * @param best whether this is the best score so far; {@link TrainingPlan.Tie} says whether an equal one counts
 * @param rate learning rate of its last step
 * @param seconds it took in this process
 */
public record EpochResult(int epoch, double trainLoss, double validation, boolean best, double rate, double seconds) {}
