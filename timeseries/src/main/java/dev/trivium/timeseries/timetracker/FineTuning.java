package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.Cosine;
import dev.trivium.nn.training.TrainingPlan;
import java.util.List;
import java.util.Optional;

/**
 * How a network goes on learning from the series it shall forecast. The paper's recipe was not available: all values are ours.
 *
 * <p>What is trained is what will be asked: a window's look-back, normalised by its own statistics, then masked patches; only the
 * patches of the horizon are targets, all of them together, so no token that learns has seen statistics of its own future. The loss is
 * {@code squareWeight · (y − mean)² + 2 · mean over levels of the pinball loss}, in units of each series' training deviation. The best epoch by the
 * mean squared error of the validation rows (of at most 500 windows and, counted once a series, 4,096, spread evenly; asked as
 * {@link TimeTrackerSpec#prediction} says) is kept, or the start itself where no epoch beats it.
 *
 * @param mixing which series see each other
 * @param share of the training windows that are used, in (0, 1]: the last ones. Their look-backs may reach back before;
 *     rows that no such window touches do not count, not even for the training deviations, so scores of different shares have different units
 * @param stride rows between the origins of training windows, at least 1
 * @param epochs most epochs
 * @param patience epochs in a row that may score worse than the best
 * @param batch windows in a step, with all their series
 * @param rate learning rate of new parameters, falling along half a cosine; above 0
 * @param factor the rate of parameters that came with the start is the rate times this; at least 0
 * @param frozen beginnings of names of parameters that stay as they are, such as {@code embedding.} or {@code layer.0.}
 * @param squareWeight weight of the squared error of the mean, at least 0
 * @param gamma by how much a step moves the balance bias of every expert, at least 0
 */
public record FineTuning(Mixing mixing, double share, int stride, int epochs, int patience, int batch, double rate, double factor,
        List<String> frozen, double squareWeight, double gamma) {

    private static final double MAX_GRADIENT_NORM = 1;

    /** Checks the ranges; epochs, patience and batch are checked by {@link TrainingPlan}. */
    public FineTuning {
        frozen = List.copyOf(frozen);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in (0, 1], got " + share);
        }
        if (stride < 1) {
            throw new IllegalArgumentException("stride must be at least 1, got " + stride);
        }
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("rate must be in (0, 1), got " + rate);
        }
        atLeastZero("factor", factor);
        atLeastZero("squareWeight", squareWeight);
        atLeastZero("gamma", gamma);
    }

    private static void atLeastZero(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 0 and finite, got " + value);
        }
    }

    /** {@return every series by itself, all windows, at most 10 epochs of 32 windows at a rate of 2e-4, patience 3, nothing frozen} */
    public static FineTuning standard() {
        return new FineTuning(Mixing.alone(), 1, 1, 10, 3, 32, 2e-4, 1, List.of(), 1, 1e-3);
    }

    /** {@return this with another rule for who sees whom} */
    public FineTuning with(Mixing other) {
        return new FineTuning(other, share, stride, epochs, patience, batch, rate, factor, frozen, squareWeight, gamma);
    }

    /** {@return this with the last {@code other} of the training windows} */
    public FineTuning withShare(double other) {
        return new FineTuning(mixing, other, stride, epochs, patience, batch, rate, factor, frozen, squareWeight, gamma);
    }

    /** {@return this with every {@code other}-th training window} */
    public FineTuning withStride(int other) {
        return new FineTuning(mixing, share, other, epochs, patience, batch, rate, factor, frozen, squareWeight, gamma);
    }

    /** {@return this with other lengths} */
    public FineTuning withEpochs(int most, int worse) {
        return new FineTuning(mixing, share, stride, most, worse, batch, rate, factor, frozen, squareWeight, gamma);
    }

    /** {@return this with other rates: of new parameters, and of those that came with the start as a share of it} */
    public FineTuning withRate(double other, double startFactor) {
        return new FineTuning(mixing, share, stride, epochs, patience, batch, other, startFactor, frozen, squareWeight, gamma);
    }

    /** {@return this with windows in a step} */
    public FineTuning withBatch(int other) {
        return new FineTuning(mixing, share, stride, epochs, patience, other, rate, factor, frozen, squareWeight, gamma);
    }

    /** {@return this with some parameters frozen, by the beginnings of their names} */
    public FineTuning withFrozen(List<String> beginnings) {
        return new FineTuning(mixing, share, stride, epochs, patience, batch, rate, factor, beginnings, squareWeight, gamma);
    }

    TrainingPlan plan() {
        return new TrainingPlan(epochs, batch, patience, new Cosine(rate, rate / 20), AdamSettings.standard(), MAX_GRADIENT_NORM, Optional.empty());
    }
}
