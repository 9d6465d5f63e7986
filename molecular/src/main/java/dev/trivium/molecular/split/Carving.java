package dev.trivium.molecular.split;

import dev.trivium.molecular.MoleculeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How calibration molecules are taken from validation molecules: in the way in which the parts were made. */
interface Carving {

    /** Molecules at random; rows of one molecule stay together. */
    Carving MOLECULES = (validation, seed) -> shuffled(Identities.of(validation).groups(), seed);

    /** Scaffolds at random; molecules of one scaffold stay together. */
    Carving SCAFFOLDS = (validation, seed) -> shuffled(ScaffoldGroups.of(validation).groups(), seed);

    /** {@return the groups of rows, in the order in which they are to be taken} */
    List<int[]> groups(MoleculeSet validation, long seed);

    /** {@return the molecules whose last row has the highest rank first, as in a split by time; nothing is random} */
    static Carving last(int[] ranks) {
        return (validation, seed) -> {
            List<int[]> groups = new ArrayList<>(Identities.of(validation).groups());
            groups.sort(Comparator.comparingInt((int[] group) -> Arrays.stream(group).map(row -> ranks[row]).max().orElse(0)).reversed());
            return groups;
        };
    }

    private static List<int[]> shuffled(List<int[]> groups, long seed) {
        List<int[]> shuffled = new ArrayList<>(groups);
        Shuffling.shuffle(shuffled, new SplittableRandom(seed));
        return shuffled;
    }

    /**
     * {@return the rows of validation that are taken: group by group while they fit into the share}
     *
     * @throws IllegalArgumentException if the share is not between 0 and 1, or either side would get no row
     */
    default BitSet rows(MoleculeSet validation, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be between 0 and 1, got " + share);
        }
        long most = Math.min(validation.size() - 1L, Math.round(share * validation.size()));
        BitSet taken = new BitSet();
        for (int[] group : groups(validation, seed)) {
            if (taken.cardinality() + group.length <= most) {
                IntStream.of(group).forEach(taken::set);
            }
        }
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("share must give calibration molecules and leave some for validation, got " + share + " of "
                    + validation.size() + " validation molecules");
        }
        return taken;
    }
}
