package dev.trivium.nn.mixture;

import dev.trivium.nn.layer.Mode;

/**
 * Sizes of a {@link MixtureOfExperts}.
 *
 * @param width D, a multiple of {@code heads}
 * @param heads K, the number of views of a sample
 * @param experts n, at least 2
 * @param outputs T, what is predicted
 * @param trainingCapacity κ in training: an expert takes at most about κ K / n heads of a sample
 * @param predictionCapacity κ in prediction
 * @param balance factor of the balance loss, at least 0
 */
public record MixtureSettings(int width, int heads, int experts, int outputs, double trainingCapacity, double predictionCapacity,
        double balance) {

    /** An expert takes at least this many heads of a sample, however many experts there are. */
    public static final int LEAST_CAPACITY = 4;

    /** Checks every value. */
    public MixtureSettings {
        if (heads < 1 || width < 1 || width % heads != 0) {
            throw new IllegalArgumentException(
                    "width must be a positive multiple of heads, got width=" + width + ", heads=" + heads);
        }
        if (experts < 2) {
            throw new IllegalArgumentException("experts must be at least 2, got " + experts);
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs must be at least 1, got " + outputs);
        }
        checkCapacity("trainingCapacity", trainingCapacity);
        checkCapacity("predictionCapacity", predictionCapacity);
        if (!(balance >= 0 && balance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("balance must be at least 0 and finite, got " + balance);
        }
    }

    private static void checkCapacity(String name, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, got " + factor);
        }
    }

    /** {@return settings with the usual capacity factors, 1.25 in training and 2 in prediction, and balance 0.01} */
    public static MixtureSettings of(int width, int heads, int experts, int outputs) {
        return new MixtureSettings(width, heads, experts, outputs, 1.25, 2, 0.01);
    }

    /** {@return the width of a head's result, w = D / K} */
    public int headWidth() {
        return width / heads;
    }

    /** {@return how many heads of one sample an expert takes, max(4, min(K, ⌊K κ / n⌋))} */
    public int capacity(Mode mode) {
        double factor = mode instanceof Mode.Train ? trainingCapacity : predictionCapacity;
        return (int) Math.max(LEAST_CAPACITY, Math.min(heads, Math.floor(heads * factor / experts)));
    }
}
