package dev.trivium.molecular.split;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Random orders that are the same for the same seed on every Java (Fisher and Yates). */
final class Shuffling {

    private Shuffling() {}

    static void shuffle(List<?> list, SplittableRandom random) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
