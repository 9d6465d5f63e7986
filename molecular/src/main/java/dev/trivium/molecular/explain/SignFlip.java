package dev.trivium.molecular.explain;

import java.util.Arrays;
import java.util.Random;

/** Paired permutation test: were the signs of the differences a matter of chance, how often would their mean be as large? */
final class SignFlip {

    private static final int FLIPS = 100_000;

    private SignFlip() {}

    /** {@return the one-sided p-value of a mean above 0, {@code (1 + as large) / (1 + flips)}; 1 without differences} */
    static double pValue(double[] differences, long seed) {
        double seen = Arrays.stream(differences).sum();
        Random random = new Random(seed);
        int asLarge = 0;
        for (int f = 0; f < FLIPS; f++) {
            double sum = 0;
            for (double difference : differences) {
                sum += random.nextBoolean() ? difference : -difference;
            }
            asLarge += sum >= seen - 1e-12 * Math.abs(seen) ? 1 : 0;
        }
        return (1.0 + asLarge) / (1.0 + FLIPS);
    }
}
