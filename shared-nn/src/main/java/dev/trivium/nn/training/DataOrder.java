package dev.trivium.nn.training;

import java.util.SplittableRandom;

/** The order of the training items in an epoch: a shuffle that follows from the seed and the epoch alone. */
final class DataOrder {

    private static final long SPREAD = 0x9E3779B97F4A7C15L; // odd, so that every epoch has a stream of its own

    private DataOrder() {}

    static int[] of(long seed, int epoch, int items) {
        int[] order = new int[items];
        java.util.Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed ^ (epoch * SPREAD));
        for (int i = items - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }
}
