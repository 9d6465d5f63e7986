package dev.trivium.imputation.fgatt;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.Cosine;
import dev.trivium.nn.training.TrainingPlan;
import java.util.Optional;

/**
 * How the network is trained: mean absolute error of standardised values, Adam, a cosine from the rate down to a tenth of it, gradients clipped
 * to norm 5, the best epoch by validation.
 *
 * @param rate first learning rate, in (0, 1)
 * @param batch windows in a step
 * @param steps steps in an epoch, of windows drawn anew
 * @param epochs most epochs
 * @param patience epochs in a row that may score worse than the best
 * @param visible β: weight of the error at visible values beside the error at hidden ones, in [0, 1]
 */
public record Recipe(double rate, int batch, int steps, int epochs, int patience, double visible) {

    private static final double MAX_NORM = 5;

    /** Checks every value. */
    public Recipe {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
        }
        Rules.between("batch", 1, 100_000, batch);
        Rules.between("steps", 1, 1_000_000, steps);
        Rules.between("epochs", 1, 1_000_000, epochs);
        Rules.between("patience", 1, 1_000_000, patience);
        Rules.share("visible", visible);
        if ((long) batch * steps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("batch * steps must be at most " + Integer.MAX_VALUE + ", got " + batch + " * " + steps);
        }
    }

    /** {@return 20 epochs of 50 steps of 8 windows, at 2e-3: minutes on one core for a hundred nodes} */
    public static Recipe standard() {
        return new Recipe(2e-3, 8, 50, 20, 6, 0.1);
    }

    /** {@return at most 300 epochs of 160 steps of 32 windows at 1e-3, patience 40 (the effort of Cini et al. 2022)} */
    public static Recipe thorough() {
        return new Recipe(1e-3, 32, 160, 300, 40, 0.1);
    }

    /** {@return this recipe with another first rate} */
    public Recipe withRate(double other) {
        return new Recipe(other, batch, steps, epochs, patience, visible);
    }

    /** {@return this recipe with other steps} */
    public Recipe withSteps(int otherBatch, int otherSteps) {
        return new Recipe(rate, otherBatch, otherSteps, epochs, patience, visible);
    }

    /** {@return this recipe with another end} */
    public Recipe withEpochs(int otherEpochs, int otherPatience) {
        return new Recipe(rate, batch, steps, otherEpochs, otherPatience, visible);
    }

    /** {@return this recipe with another weight of visible values} */
    public Recipe withVisible(double other) {
        return new Recipe(rate, batch, steps, epochs, patience, other);
    }

    TrainingPlan plan() {
        return new TrainingPlan(epochs, batch, patience, new Cosine(rate, rate / 10), AdamSettings.standard(), MAX_NORM, Optional.empty());
    }
}
