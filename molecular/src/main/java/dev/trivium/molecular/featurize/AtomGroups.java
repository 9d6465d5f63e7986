package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Groups of atoms outside rings (after ReLMole, Ji et al. 2022). Every {@link FunctionalAtoms functional atom} starts a group. Along the bonds
 * that are in no ring: two functional atoms join their groups, a functional atom takes its other neighbour in, and a bond between two others
 * is a group of its own. A group of one ring atom is left out.
 */
final class AtomGroups {

    private final AtomGraph graph;
    private final List<BitSet> groups = new ArrayList<>();
    private final int[] own;

    private AtomGroups(AtomGraph graph) {
        this.graph = graph;
        own = new int[graph.atoms()];
        Arrays.fill(own, -1);
    }

    /** {@return the groups: those of functional atoms by where these stand in {@code starts}, then single bonds by number} */
    static List<BitSet> of(AtomGraph graph, int[] starts) {
        AtomGroups grown = new AtomGroups(graph);
        for (int atom : starts) {
            grown.own[atom] = grown.groups.size();
            grown.add(atom);
        }
        for (int bond = 0; bond < graph.bonds(); bond++) {
            if (!graph.ringBond[bond]) {
                grown.join(Math.min(graph.begin[bond], graph.end[bond]), Math.max(graph.begin[bond], graph.end[bond]));
            }
        }
        return grown.groups.stream().filter(grown::stands).toList();
    }

    private void add(int... atoms) {
        BitSet group = new BitSet();
        for (int atom : atoms) {
            group.set(atom);
        }
        groups.add(group);
    }

    private void join(int low, int high) {
        if (own[low] < 0 && own[high] < 0) {
            add(low, high);
        } else if (own[high] < 0) {
            groups.get(own[low]).set(high);
        } else if (own[low] < 0) {
            groups.get(own[high]).set(low);
        } else if (own[low] != own[high]) {
            groups.get(own[low]).or(groups.get(own[high]));
            groups.get(own[high]).clear();
            own[high] = own[low];
        }
    }

    private boolean stands(BitSet group) {
        return group.cardinality() > 1 || group.cardinality() == 1 && !graph.inRing[group.nextSetBit(0)];
    }
}
