package dev.trivium.molecular.featurize;

import java.util.List;

/**
 * The three categorical features of a bond: type (single 0, double 1, triple 2, aromatic or any other 3), conjugated, stereo (none 0, Z 1,
 * E 2; 3 to 5 do not occur).
 */
public final class BondFeatures {

    /** Number of values of each feature: the heights of the embedding tables. */
    public static final List<Integer> SIZES = List.of(4, 2, 6);

    /** Number of features. */
    public static final int COUNT = SIZES.size();

    private BondFeatures() {}
}
