package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest rings of a molecule, each of them as its atoms and as its bonds, in the order in which they were found.
 *
 * @param atoms atoms of each ring, along the ring
 * @param bonds bonds of each ring: the k-th joins its k-th atom and the next, the last its last atom and the first
 */
record Rings(List<int[]> atoms, List<int[]> bonds) {

    static Rings of(AtomGraph graph, List<int[]> atoms) {
        List<int[]> bonds = new ArrayList<>(atoms.size());
        for (int[] ring : atoms) {
            bonds.add(bondsAlong(graph, ring));
        }
        return new Rings(atoms, bonds);
    }

    static int[] bondsAlong(AtomGraph graph, int[] ring) {
        int[] bonds = new int[ring.length];
        for (int k = 0; k < ring.length; k++) {
            bonds[k] = graph.bond(ring[k], ring[(k + 1) % ring.length]);
        }
        return bonds;
    }

    int size() {
        return atoms.size();
    }

    /** {@return the length of the smallest ring that a bond is in; a large number if there is none} */
    int smallestWithBond(int bond) {
        int smallest = Integer.MAX_VALUE;
        for (int[] ring : bonds) {
            if (ring.length < smallest && contains(ring, bond)) {
                smallest = ring.length;
            }
        }
        return smallest;
    }

    boolean atomInRingOfSize(int atom, int size) {
        return atoms.stream().anyMatch(ring -> ring.length == size && contains(ring, atom));
    }

    static boolean contains(int[] values, int value) {
        for (int each : values) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }
}
