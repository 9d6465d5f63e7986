package dev.trivium.timeseries.timetracker;

import java.util.Locale;

/**
 * Shape of a mixture of experts: every token goes through all shared experts and through the few private ones that suit it best.
 *
 * @param shared n_s, at least 0
 * @param experts n_p, the private experts, at least 1
 * @param chosen k, how many private experts a token goes through, 1 to n_p
 * @param hidden d_e, units of an expert, at least 1
 * @param affinity what turns products with the centroids into affinities
 * @param unit between the two linear maps of an expert
 * @param averageShared whether shared experts are averaged instead of summed
 * @param balanceInAffinity whether the balance bias b is added before the affinity function, so that gates feel it as well, instead of
 *     only to the affinities by which experts are selected
 */
public record ExpertSettings(int shared, int experts, int chosen, int hidden, Affinity affinity, Unit unit, boolean averageShared,
        boolean balanceInAffinity) {

    /** From products to affinities. */
    public enum Affinity {
        /** 1 / (1 + exp(-x)): experts do not compete. */
        SIGMOID,
        /** Affinities of a token sum to one. */
        SOFTMAX
    }

    /** The non-linear unit of an expert. */
    public enum Unit {
        /** Gaussian error linear unit, in its exact (erf) form. */
        GELU,
        /** max(x, 0). */
        RELU
    }

    /** Checks the ranges. */
    public ExpertSettings {
        if (shared < 0) {
            throw new IllegalArgumentException("shared must be at least 0, got " + shared);
        }
        if (experts < 1 || chosen < 1 || chosen > experts) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "chosen must be from 1 to the number of private experts, got chosen=%d, experts=%d", chosen, experts));
        }
        if (hidden < 1) {
            throw new IllegalArgumentException("hidden must be at least 1, got " + hidden);
        }
    }

    /** {@return one shared expert and the best two of four private ones, with 256 units each, sigmoid affinities, GELU (ours)} */
    public static ExpertSettings standard() {
        return new ExpertSettings(1, 4, 2, 256, Affinity.SIGMOID, Unit.GELU, false, false);
    }
}
