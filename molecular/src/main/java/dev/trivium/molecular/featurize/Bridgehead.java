package dev.trivium.molecular.featurize;

import java.util.BitSet;

/**
 * Bridgeheads by RDKit's definition: an atom with at least three ring bonds, each ring of which shares at least two bonds with another ring
 * of it.
 */
final class Bridgehead {

    private Bridgehead() {}

    static boolean is(AtomGraph graph, Rings rings, int atom) {
        int ringBonds = 0;
        for (int bond : graph.incident[atom]) {
            ringBonds += graph.ringBond[bond] ? 1 : 0;
        }
        if (ringBonds < 3) {
            return false;
        }
        int[][] own = rings.bonds().stream().filter(ring -> passes(ring, graph.incident[atom])).toArray(int[][]::new);
        for (int[] ring : own) {
            boolean overlaps = false;
            for (int[] other : own) {
                overlaps |= other != ring && shared(ring, other) >= 2;
            }
            if (!overlaps) {
                return false;
            }
        }
        return own.length > 1;
    }

    private static boolean passes(int[] ring, int[] incident) {
        for (int bond : incident) {
            if (Rings.contains(ring, bond)) {
                return true;
            }
        }
        return false;
    }

    private static int shared(int[] ring, int[] other) {
        BitSet bonds = new BitSet();
        for (int bond : ring) {
            bonds.set(bond);
        }
        int count = 0;
        for (int bond : other) {
            count += bonds.get(bond) ? 1 : 0;
        }
        return count;
    }
}
