package dev.trivium.nn.training;

import dev.trivium.nn.average.Averaging;
import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.Schedule;
import java.util.Optional;

/**
 * A model's recipe.
 *
 * @param epochs most passes over the training data, at least 1
 * @param batch items in a step, at least 1; the last batch of an epoch may be smaller and is kept
 * @param patience epochs in a row that may score worse than the best before training stops, at least 1
 * @param schedule the learning rate of every step
 * @param optimizer constants of Adam
 * @param maxGradientNorm global norm to which gradients are clipped; infinity for none
 * @param averaging average of the weights over training that is validated and kept in place of the weights themselves; empty for none
 */
public record TrainingPlan(int epochs, int batch, int patience, Schedule schedule, AdamSettings optimizer, double maxGradientNorm,
        Optional<Averaging> averaging) {

    /** Checks every value. */
    public TrainingPlan {
        atLeastOne("epochs", epochs);
        atLeastOne("batch", batch);
        atLeastOne("patience", patience);
        if (!(maxGradientNorm > 0)) {
            throw new IllegalArgumentException("maxGradientNorm must be above 0, got " + maxGradientNorm);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /** {@return this plan, keeping an average of the weights} */
    public TrainingPlan withAveraging(Averaging other) {
        return new TrainingPlan(epochs, batch, patience, schedule, optimizer, maxGradientNorm, Optional.of(other));
    }

    /** {@return this plan with another number of epochs} */
    public TrainingPlan withEpochs(int other) {
        return new TrainingPlan(other, batch, patience, schedule, optimizer, maxGradientNorm, averaging);
    }
}
