package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Aromaticity of Daylight's kind, as RDKit decides it: a ring, or up to six fused rings together, is aromatic if its atoms give 4n + 2
 * electrons ({@link RingElectrons}). Of fused rings, atoms in one or two of them count, and the bonds in only one become aromatic. Sets of
 * rings are tried from small to large until all bonds of the fused system are aromatic; rings of more than 24 bonds fuse with none.
 */
final class AromaticRings {

    private static final int LARGEST_FUSED_RING = 24;
    private static final int MOST_RINGS_TOGETHER = 6;
    private static final int LARGE_SYSTEM = 300;

    private final AtomGraph graph;
    private final WorkBudget budget;
    private final int[] given;
    private final List<int[]> atoms = new ArrayList<>();
    private final List<int[]> bonds = new ArrayList<>();
    private final int[] timesSeen;
    private int[][] fusedWith = new int[0][];

    private AromaticRings(AtomGraph graph, Rings rings, int[] given, WorkBudget budget) {
        this.graph = graph;
        this.budget = budget;
        this.given = given;
        timesSeen = new int[Math.max(graph.atoms(), graph.bonds())];
        for (int r = 0; r < rings.size(); r++) {
            if (candidate(rings.atoms().get(r))) {
                atoms.add(rings.atoms().get(r));
                bonds.add(rings.bonds().get(r));
            }
        }
    }

    /** Sets the aromatic flags of atoms and bonds. */
    static void mark(AtomGraph graph, Rings rings, RingElectrons electrons, WorkBudget budget) throws SmilesRefusedException {
        if (rings.size() == 0) {
            return;
        }
        int[] given = new int[graph.atoms()];
        for (int a = 0; a < given.length; a++) {
            given[a] = graph.inRing[a] ? electrons.of(a) : RingElectrons.NOT_AROMATIC;
        }
        new AromaticRings(graph, rings, given, budget).mark();
    }

    private boolean candidate(int[] ring) {
        boolean element = false;
        for (int a : ring) {
            if (given[a] == RingElectrons.NOT_AROMATIC) {
                return false;
            }
            element |= graph.element[a] != 0;
        }
        return element;
    }

    private void mark() throws SmilesRefusedException {
        fuse();
        boolean[] done = new boolean[atoms.size()];
        for (int r = 0; r < done.length; r++) {
            if (!done[r]) {
                BitSet system = new BitSet();
                gather(r, done, system);
                markSystem(system.stream().toArray());
            }
        }
    }

    /** Two rings are fused if they share one bond; rings that share more, as in bridged systems, are not. */
    private void fuse() throws SmilesRefusedException {
        BitSet[] sets = bonds.stream().map(ring -> new BitSet()).toArray(BitSet[]::new);
        for (int r = 0; r < sets.length; r++) {
            for (int bond : bonds.get(r)) {
                sets[r].set(bond);
            }
        }
        budget.spend((long) sets.length * sets.length);
        fusedWith = new int[sets.length][];
        for (int r = 0; r < sets.length; r++) {
            int[] others = new int[sets.length];
            int count = 0;
            for (int s = 0; s < sets.length; s++) {
                boolean small = Math.max(bonds.get(r).length, bonds.get(s).length) <= LARGEST_FUSED_RING;
                if (s != r && small && sets[r].intersects(sets[s]) && shared(sets[r], sets[s]) == 1) {
                    others[count++] = s;
                }
            }
            fusedWith[r] = Arrays.copyOf(others, count);
        }
    }

    private static int shared(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    private void gather(int ring, boolean[] done, BitSet system) {
        done[ring] = true;
        system.set(ring);
        for (int other : fusedWith[ring]) {
            if (!done[other]) {
                gather(other, done, system);
            }
        }
    }

    private void markSystem(int[] system) throws SmilesRefusedException {
        BitSet all = new BitSet();
        for (int r : system) {
            for (int bond : bonds.get(r)) {
                all.set(bond);
            }
        }
        BitSet done = new BitSet();
        int most = Math.min(system.length, system.length > LARGE_SYSTEM ? 2 : MOST_RINGS_TOGETHER);
        for (int size = 1; size <= most && done.cardinality() < all.cardinality(); size++) {
            ConnectedSets.visit(fusedWith, system, size, budget, rings -> {
                if (aromatic(rings)) {
                    markBonds(rings, done);
                }
            });
        }
    }

    private boolean aromatic(int[] rings) throws SmilesRefusedException {
        for (int r : rings) {
            budget.spend(atoms.get(r).length);
            for (int a : atoms.get(r)) {
                timesSeen[a]++;
            }
        }
        int lowest = 0;
        int highest = 0;
        int any = 0;
        for (int r : rings) {
            for (int a : atoms.get(r)) {
                if (timesSeen[a] == 1 || timesSeen[a] == 2) {
                    boolean unknown = given[a] == RingElectrons.ONE_OR_TWO;
                    lowest += unknown ? 1 : given[a];
                    highest += unknown ? 2 : given[a];
                    any += unknown ? 1 : 0;
                }
                timesSeen[a] = 0;
            }
        }
        return any <= 1 && fourNPlusTwo(lowest, highest);
    }

    private static boolean fourNPlusTwo(int lowest, int highest) {
        if (highest < 6) {
            return highest == 2;
        }
        for (int electrons = lowest; electrons <= highest; electrons++) {
            if (electrons % 4 == 2) {
                return true;
            }
        }
        return false;
    }

    private void markBonds(int[] rings, BitSet done) {
        for (int r : rings) {
            for (int a : atoms.get(r)) {
                graph.aromatic[a] = true;
            }
            for (int bond : bonds.get(r)) {
                timesSeen[bond]++;
            }
        }
        for (int r : rings) {
            for (int bond : bonds.get(r)) {
                if (timesSeen[bond] == 1) {
                    graph.aromaticBond[bond] = true;
                    done.set(bond);
                }
                timesSeen[bond] = 0;
            }
        }
    }
}
