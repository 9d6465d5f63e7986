package dev.trivium.molecular.featurize;

import java.util.Arrays;

/**
 * Priorities of atoms for naming stereo centres, as RDKit ranks them (after Labute 1996): atoms start with element, isotope and atom class; in
 * each round atoms of equal rank are told apart by the ranks of their neighbours, highest first, each repeated twice the bond order (3 times
 * for an aromatic bond, once for a double bond to a P with three or four neighbours), then a 0 for each hydrogen. It ends when a round
 * changes nothing, or after half as many rounds as there are atoms.
 */
final class StereoRanks {

    private static final int CLASSES = 1024;
    private static final int MASSES = 1024;
    private static final int PHOSPHORUS = 15;

    private final AtomGraph graph;
    private final WorkBudget budget;
    private final int[] rank;

    StereoRanks(AtomGraph graph, WorkBudget budget) throws SmilesRefusedException {
        this.graph = graph;
        this.budget = budget;
        rank = new int[graph.atoms()];
        long[] start = new long[rank.length];
        for (int a = 0; a < start.length; a++) {
            start[a] = ((long) graph.element[a] * MASSES + mass(a)) * CLASSES + graph.label[a] % CLASSES;
        }
        refine(start);
    }

    private int mass(int atom) {
        int mass = 0;
        if (graph.isotope[atom] != 0) {
            mass = graph.isotope[atom] - PeriodicTable.commonestIsotope(graph.element[atom]);
            mass += mass >= 0 ? 1 : 0;
        }
        return Math.max(0, mass + MASSES / 2) % MASSES;
    }

    int of(int atom) {
        return rank[atom];
    }

    /** Ranks again, atoms of one rank first by what is added here, which is below 100. */
    void refineBy(int[] added) throws SmilesRefusedException {
        long[] start = new long[rank.length];
        for (int a = 0; a < start.length; a++) {
            start[a] = 100L * rank[a] + added[a];
        }
        refine(start);
    }

    private void refine(long[] start) throws SmilesRefusedException {
        Integer[] order = new Integer[rank.length];
        Arrays.setAll(order, a -> a);
        Arrays.sort(order, (a, b) -> Long.compare(start[a], start[b]));
        int ranks = 1;
        for (int k = 0; k < order.length; k++) {
            ranks += k > 0 && start[order[k]] != start[order[k - 1]] ? 1 : 0;
            rank[order[k]] = ranks - 1;
        }
        for (int round = 0, before = -1; ranks < rank.length && round <= rank.length / 2 && before < ranks; round++) {
            before = ranks;
            ranks = round(order);
        }
    }

    private int round(Integer[] order) throws SmilesRefusedException {
        budget.spend(20L * order.length);
        int[][] entries = new int[rank.length][];
        for (int a = 0; a < entries.length; a++) {
            entries[a] = entry(a);
        }
        Arrays.sort(order, (a, b) -> Arrays.compare(entries[a], entries[b]));
        int[] refined = new int[rank.length];
        for (int k = 1; k < order.length; k++) {
            refined[order[k]] = refined[order[k - 1]] + (Arrays.equals(entries[order[k]], entries[order[k - 1]]) ? 0 : 1);
        }
        System.arraycopy(refined, 0, rank, 0, refined.length);
        return refined[order[order.length - 1]] + 1;
    }

    /** {@return the rank of an atom, then those of its neighbours, then a 0 for each hydrogen} */
    private int[] entry(int atom) {
        int[] neighbours = graph.neighbours[atom];
        int[] ranked = new int[neighbours.length]; // rank, times: packed to sort
        int length = 1 + graph.hydrogens[atom];
        for (int k = 0; k < neighbours.length; k++) {
            int times = times(graph.incident[atom][k], neighbours[k]);
            ranked[k] = rank[neighbours[k]] * 16 + times;
            length += times;
        }
        Arrays.sort(ranked);
        int[] entry = new int[length];
        entry[0] = rank[atom];
        int at = 1;
        for (int k = ranked.length - 1; k >= 0; k--) {
            int times = ranked[k] % 16;
            Arrays.fill(entry, at, at + times, ranked[k] / 16 + 1);
            at += times;
        }
        return entry;
    }

    private int times(int bond, int neighbour) {
        if (graph.aromaticBond[bond]) {
            return 3;
        }
        boolean phosphorus = graph.element[neighbour] == PHOSPHORUS && graph.order[bond] == 2
                && (graph.degree(neighbour) == 3 || graph.degree(neighbour) == 4);
        return phosphorus ? 1 : 2 * graph.order[bond];
    }
}
