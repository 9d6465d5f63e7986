package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.Schedule;
import dev.trivium.nn.schedule.WarmupLinear;
import dev.trivium.nn.training.TrainingPlan;
import java.util.Optional;

/**
 * How the network is trained: Adam with weight decay added to the gradient, a rate that rises for a tenth of the run and falls to the
 * end, the first best epoch by validation.
 *
 * <p>The molecules of an epoch that fill no batch are left out of it, as published: a step on two molecules would move every parameter
 * as far as one on a whole batch. Differs from the published code: its first step has rate 0, here none is wasted.
 *
 * @param rate learning rate at its peak, in (0, 1)
 * @param epochs most epochs
 * @param patience epochs in a row that may score no better than the best
 * @param batch molecules in a step
 * @param weightDecay added to the gradient as a multiple of the parameter, at least 0
 */
public record Recipe(double rate, int epochs, int patience, int batch, double weightDecay) {

    private static final int WARM_UP = 10; // a tenth of the run

    /** Checks the rate; the others are checked by {@link TrainingPlan} and {@link AdamSettings}. */
    public Recipe {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
        }
    }

    /** {@return the published recipe: batches of 128, decay 1e-4, every epoch run} */
    public static Recipe published(double rate, int epochs) {
        return new Recipe(rate, epochs, epochs, 128, 1e-4);
    }

    /** {@return this recipe with another rate} */
    public Recipe withRate(double other) {
        return new Recipe(other, epochs, patience, batch, weightDecay);
    }

    /** {@return this recipe with another number of epochs, and that patience} */
    public Recipe withEpochs(int most, int otherPatience) {
        return new Recipe(rate, most, otherPatience, batch, weightDecay);
    }

    /** {@return this recipe with other batches} */
    public Recipe withBatch(int other) {
        return new Recipe(rate, epochs, patience, other, weightDecay);
    }

    TrainingPlan plan() {
        Schedule schedule = at -> new WarmupLinear(rate, at.steps() / WARM_UP).rate(at);
        return new TrainingPlan(epochs, batch, patience, schedule, AdamSettings.standard().withWeightDecay(weightDecay),
                Double.POSITIVE_INFINITY, Optional.empty(), TrainingPlan.LastBatch.DROPPED, TrainingPlan.Tie.FIRST);
    }
}
