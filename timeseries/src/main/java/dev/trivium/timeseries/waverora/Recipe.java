package dev.trivium.timeseries.waverora;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.OneCycleFirstEpoch;
import dev.trivium.nn.schedule.Schedule;
import dev.trivium.nn.training.TrainingPlan;
import java.util.Optional;

/**
 * How the network is trained: mean squared error, Adam, best epoch by validation.
 *
 * @param rate learning rate, above 0
 * @param epochs most epochs
 * @param patience epochs in a row that may score worse than the best
 * @param batch windows in a step
 */
public record Recipe(double rate, int epochs, int patience, int batch) {

    /** Checks the rate; the others are checked by {@link TrainingPlan}. */
    public Recipe {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
        }
    }

    /** {@return the published recipe with a rate and a patience: at most 60 epochs of batches of 32} */
    public static Recipe published(double rate, int patience) {
        return new Recipe(rate, 60, patience, 32);
    }

    TrainingPlan plan(Quirks quirks) {
        Schedule published = new OneCycleFirstEpoch(rate);
        Schedule schedule = quirks.oneCycleFirstEpoch() ? published : at -> at.epoch() == 0 ? rate : published.rate(at);
        AdamSettings adam = quirks.oneCycleFirstEpoch() ? AdamSettings.standard().withBeta1(0.95) : AdamSettings.standard();
        return new TrainingPlan(epochs, batch, patience, schedule, adam, Double.POSITIVE_INFINITY, Optional.empty());
    }
}
