package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rings as motifs: rings that share more than two atoms are one, as in bridged systems and cages; fused rings share two and stay apart. The
 * earlier one takes the later one in, until nothing changes.
 */
final class RingSystems {

    private static final int MOST_SHARED = 2;

    private RingSystems() {}

    /** {@return the atoms of each ring or merged rings, by the first ring of each} */
    static List<BitSet> of(Rings rings) {
        List<BitSet> systems = new ArrayList<>();
        for (int[] ring : rings.atoms()) {
            BitSet set = new BitSet();
            for (int atom : ring) {
                set.set(atom);
            }
            systems.add(set);
        }
        while (mergeOnce(systems)) {
            systems.removeIf(BitSet::isEmpty);
        }
        return systems;
    }

    private static boolean mergeOnce(List<BitSet> systems) {
        boolean merged = false;
        for (int i = 0; i < systems.size(); i++) {
            for (int j = i + 1; j < systems.size(); j++) {
                if (systems.get(i).intersects(systems.get(j)) && shared(systems.get(i), systems.get(j)) > MOST_SHARED) {
                    systems.get(i).or(systems.get(j));
                    systems.get(j).clear();
                    merged = true;
                }
            }
        }
        return merged;
    }

    private static int shared(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }
}
