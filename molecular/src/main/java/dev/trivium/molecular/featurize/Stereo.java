package dev.trivium.molecular.featurize;

import java.util.BitSet;
import java.util.List;

/**
 * Which of the written stereo centres and double bonds are any, as RDKit decides it: a centre loses its tag if it is planar or if two of its
 * neighbours are equal, unless another centre of the ring makes it one ({@link RingStereo}). Centres and double bonds with different
 * neighbours are named (R, S, E, Z); the names tell more neighbours apart, and so on until nothing changes.
 */
final class Stereo {

    private final AtomGraph graph;
    private final Rings rings;
    private final List<Integer> doubleBonds;
    private final int[] tag;
    private final int[] name;
    private final int[] bondName;
    private final StereoRanks ranks;
    private boolean unnamedAtoms;
    private boolean unnamedBonds;

    private Stereo(AtomGraph graph, Rings rings, WorkBudget budget) throws SmilesRefusedException {
        this.graph = graph;
        this.rings = rings;
        tag = graph.chirality;
        doubleBonds = DoubleBond.candidates(graph, rings);
        name = new int[graph.atoms()];
        bondName = new int[graph.bonds()];
        ranks = new StereoRanks(graph, budget);
    }

    /** Clears tags of centres that are none and sets the stereo of double bonds. */
    static void settle(AtomGraph graph, Rings rings, Hybridisation[] hybridisation, WorkBudget budget) throws SmilesRefusedException {
        boolean centres = false;
        for (int a = 0; a < graph.atoms(); a++) {
            if (tetrahedral(graph, a) && hybridisation[a].planar()) {
                graph.chirality[a] = 0;
            }
            centres |= tetrahedral(graph, a);
        }
        boolean bonds = DoubleBond.anyMarked(graph);
        if (!centres && !bonds) {
            return;
        }
        Stereo stereo = new Stereo(graph, rings, budget);
        stereo.unnamedAtoms = centres;
        stereo.unnamedBonds = bonds;
        stereo.nameAll();
        stereo.clear();
        System.arraycopy(stereo.bondName, 0, graph.doubleBond, 0, graph.bonds());
    }

    private static boolean tetrahedral(AtomGraph graph, int atom) {
        return graph.chirality[atom] == StereoCentre.CLOCKWISE || graph.chirality[atom] == StereoCentre.COUNTERCLOCKWISE;
    }

    private void nameAll() throws SmilesRefusedException {
        while (true) {
            boolean changed = unnamedAtoms && nameAtoms();
            changed |= unnamedBonds && nameBonds();
            if (!changed || !unnamedAtoms && !unnamedBonds) {
                return;
            }
            ranks.refineBy(added());
        }
    }

    private boolean nameAtoms() {
        boolean changed = false;
        unnamedAtoms = false;
        for (int a = 0; a < tag.length; a++) {
            if (!tetrahedral(graph, a) || name[a] != 0 || !StereoCentre.possible(graph, rings, a)) {
                continue;
            }
            if (StereoCentre.neighboursDiffer(graph, ranks, a)) {
                name[a] = StereoCentre.name(graph, ranks, a, tag[a]);
                changed = true;
            } else {
                unnamedAtoms = true;
            }
        }
        return changed;
    }

    private boolean nameBonds() {
        boolean changed = false;
        unnamedBonds = false;
        for (int bond : doubleBonds) {
            if (bondName[bond] == 0) {
                bondName[bond] = DoubleBond.name(graph, ranks, bond);
                changed |= bondName[bond] != 0;
                unnamedBonds |= bondName[bond] == 0;
            }
        }
        return changed;
    }

    /** {@return what names add to the ranks: R 20, S 10, a double bond Z 2, E 1} */
    private int[] added() {
        int[] added = new int[tag.length];
        for (int a = 0; a < added.length; a++) {
            added[a] = 10 * name[a];
            for (int bond : graph.incident[a]) {
                added[a] += bondName[bond] == DoubleBond.E ? 1 : bondName[bond] == DoubleBond.Z ? 2 : 0;
            }
        }
        return added;
    }

    /** A hydrogen written in brackets only for the sake of a tag counts as implied when the tag goes. */
    private void clear() {
        BitSet open = new BitSet();
        for (int a = 0; a < tag.length; a++) {
            open.set(a, tetrahedral(graph, a) && name[a] == 0);
        }
        BitSet kept = RingStereo.among(open, graph, rings, ranks);
        open.andNot(kept);
        for (int a = open.nextSetBit(0); a >= 0; a = open.nextSetBit(a + 1)) {
            tag[a] = 0;
            boolean oneExplicit = graph.hydrogens[a] - graph.implicit[a] == 1;
            if (oneExplicit && graph.charge[a] == 0 && !graph.aromatic[a]) {
                graph.implicit[a] = graph.hydrogens[a];
            }
        }
    }
}
