package dev.trivium.nn.training;

import dev.trivium.nn.average.Averaging;
import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.Schedule;
import java.util.Optional;

/**
 * A model's recipe.
 *
 * @param epochs most passes over the training data, at least 1
 * @param batch items in a step, at least 1
 * @param patience epochs in a row that may score worse than the best before training stops, at least 1
 * @param schedule the learning rate of every step
 * @param optimizer constants of Adam
 * @param maxGradientNorm global norm to which gradients are clipped; infinity for none
 * @param averaging average of the weights over training that is validated and kept in place of the weights themselves; empty for none
 * @param lastBatch what becomes of the items of an epoch that do not fill a batch
 * @param tie which of several epochs with the best score is kept
 */
public record TrainingPlan(int epochs, int batch, int patience, Schedule schedule, AdamSettings optimizer, double maxGradientNorm,
        Optional<Averaging> averaging, LastBatch lastBatch, Tie tie) {

    /** What becomes of the items of an epoch that do not fill a batch. */
    public enum LastBatch {
        /** They are a smaller batch. */
        KEPT,
        /** They are left out of this epoch, unless they are all there is; the next epoch shuffles anew. */
        DROPPED
    }

    /** Which of several epochs with the best score is kept. */
    public enum Tie {
        /** The first: only a better score replaces the best one, and an equal one counts as worse for the patience. */
        FIRST,
        /** The last: an equal score replaces the best one. */
        LAST
    }

    /** A recipe that keeps the last batch, and the last of several best epochs. */
    public TrainingPlan(int epochs, int batch, int patience, Schedule schedule, AdamSettings optimizer, double maxGradientNorm,
            Optional<Averaging> averaging) {
        this(epochs, batch, patience, schedule, optimizer, maxGradientNorm, averaging, LastBatch.KEPT, Tie.LAST);
    }

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
        return new TrainingPlan(epochs, batch, patience, schedule, optimizer, maxGradientNorm, Optional.of(other), lastBatch, tie);
    }

    /** {@return this plan with another number of epochs} */
    public TrainingPlan withEpochs(int other) {
        return new TrainingPlan(other, batch, patience, schedule, optimizer, maxGradientNorm, averaging, lastBatch, tie);
    }

    /** {@return this plan with another treatment of the last batch} */
    public TrainingPlan with(LastBatch other) {
        return new TrainingPlan(epochs, batch, patience, schedule, optimizer, maxGradientNorm, averaging, other, tie);
    }

    /** {@return this plan with another choice between equal epochs} */
    public TrainingPlan with(Tie other) {
        return new TrainingPlan(epochs, batch, patience, schedule, optimizer, maxGradientNorm, averaging, lastBatch, other);
    }

    /** {@return the steps of an epoch over so many items, at least 1} */
    public int stepsPerEpoch(int items) {
        return lastBatch == LastBatch.KEPT ? (items + batch - 1) / batch : Math.max(1, items / batch);
    }
}
