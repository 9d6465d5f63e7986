package dev.trivium.molecular.featurize;

import java.util.List;

/**
 * The twelve categorical features of a motif: its numbers of C, O, N, P and S atoms, whether it has a halogen (F, Cl, Br, I) and whether any
 * other element, its numbers of single, double, triple and aromatic bonds (both ends in the motif), whether one of these is in a ring.
 * Numbers are clamped at the last index.
 */
public final class MotifFeatures {

    /** Number of values of each feature: the heights of the embedding tables. */
    public static final List<Integer> SIZES = List.of(11, 6, 6, 6, 6, 2, 2, 11, 8, 8, 8, 2);

    /** Number of features. */
    public static final int COUNT = SIZES.size();

    private MotifFeatures() {}
}
