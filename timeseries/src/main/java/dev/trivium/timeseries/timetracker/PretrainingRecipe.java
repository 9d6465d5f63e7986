package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.WarmupStableDecay;
import dev.trivium.nn.training.TrainingPlan;
import java.util.Optional;

/**
 * How a network is pre-trained. The paper's recipe was not available: all values are ours.
 *
 * @param batch draws of a step, at least 1
 * @param stepsPerEpoch steps between two validations, at least 1: draws never repeat, so an epoch is no pass over anything
 * @param rate of learning on the plateau, above 0
 * @param warmup steps up to the plateau, at least 0
 * @param beta2 decay of Adam's second moment, in [0, 1)
 * @param gamma by how much a step moves the balance bias of every expert, at least 0
 * @param meanWeight weight of the squared error of the mean beside the pinball loss, at least 0
 * @param corruption what is hidden from the network
 * @param validationDraws draws of the validation source that score an epoch, at least 1
 */
public record PretrainingRecipe(int batch, int stepsPerEpoch, double rate, int warmup, double beta2, double gamma, double meanWeight,
        Corruption corruption, int validationDraws) {

    private static final double MAX_GRADIENT_NORM = 1;

    /** Checks the ranges. */
    public PretrainingRecipe {
        atLeastOne("batch", batch);
        atLeastOne("stepsPerEpoch", stepsPerEpoch);
        atLeastOne("validationDraws", validationDraws);
        atLeastZero("gamma", gamma);
        atLeastZero("meanWeight", meanWeight);
        new WarmupStableDecay(rate, warmup, 0);
        adam(beta2);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    private static void atLeastZero(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, got " + value);
        }
    }

    private static AdamSettings adam(double beta2) {
        return new AdamSettings(0.9, beta2, 1e-8, 0);
    }

    /** {@return 500 steps of 16 draws an epoch, 500 steps up to a rate of 1.5e-3, β₂ 0.99, γ 2e-3, mean weight 0.05, 256 draws to validate} */
    public static PretrainingRecipe standard() {
        return new PretrainingRecipe(16, 500, 1.5e-3, 500, 0.99, 2e-3, 0.05, Corruption.standard(), 256);
    }

    /**
     * {@return as {@link #standard}, with {@link Corruption#far}} For a second stage: a network that can say the next patch learns to say those
     * after it, which are most of a forecast.
     */
    public static PretrainingRecipe far() {
        return new PretrainingRecipe(16, 500, 1.5e-3, 500, 0.99, 2e-3, 0.05, Corruption.far(), 256);
    }

    /** Never stopped early: what is kept is the best epoch, the end is a matter of time. */
    TrainingPlan plan(int epochs, int decayEpochs) {
        return new TrainingPlan(epochs, batch, Integer.MAX_VALUE, new WarmupStableDecay(rate, warmup, decayEpochs), adam(beta2),
                MAX_GRADIENT_NORM, Optional.empty());
    }
}
