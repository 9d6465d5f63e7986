package dev.trivium.molecular.featurize;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Centres that are stereogenic only together with another one of their ring system, such as the two of 1,4-dimethylcyclohexane: RDKit keeps
 * their tags. A candidate is a ring atom with two neighbours outside the ring of different rank, or with one and at least two in it, or with
 * none and four ring neighbours of three ranks or three of two; a nitrogen with three neighbours must be a bridgehead or in a ring of three.
 */
final class RingStereo {

    private final AtomGraph graph;
    private final Rings rings;
    private final StereoRanks ranks;
    private final BitSet open; // tagged, without a code of their own
    private final BitSet seen = new BitSet();
    private final BitSet used = new BitSet();
    private final BitSet seenBonds = new BitSet();

    private RingStereo(AtomGraph graph, Rings rings, StereoRanks ranks, BitSet open) {
        this.graph = graph;
        this.rings = rings;
        this.ranks = ranks;
        this.open = open;
    }

    /** {@return which of the open centres keep their tags} */
    static BitSet among(BitSet open, AtomGraph graph, Rings rings, StereoRanks ranks) {
        RingStereo search = new RingStereo(graph, rings, ranks, open);
        BitSet kept = new BitSet();
        for (int a = open.nextSetBit(0); a >= 0; a = open.nextSetBit(a + 1)) {
            if (!search.seen.get(a) && search.candidate(a)) {
                List<Integer> partners = search.partners(a);
                if (!partners.isEmpty()) {
                    kept.set(a);
                    partners.forEach(kept::set);
                }
                search.seen.set(a);
            }
        }
        return kept;
    }

    /** {@return the candidates that are reached along ring bonds; what was passed once is not passed again} */
    private List<Integer> partners(int root) {
        List<Integer> partners = new ArrayList<>();
        Deque<Integer> queue = new ArrayDeque<>();
        extend(root, queue, true);
        while (!queue.isEmpty()) {
            int atom = queue.poll();
            seen.set(atom);
            if (open.get(atom) && candidate(atom)) {
                partners.add(atom);
            }
            extend(atom, queue, false);
        }
        return partners;
    }

    private void extend(int atom, Deque<Integer> queue, boolean root) {
        for (int bond : graph.incident[atom]) {
            if (seenBonds.get(bond)) {
                continue;
            }
            seenBonds.set(bond);
            int other = graph.other(bond, atom);
            if (graph.ringBond[bond] && !seen.get(other) && (root || !used.get(other))) {
                queue.add(other);
                used.set(other);
            }
        }
    }

    private boolean candidate(int atom) {
        if (!graph.inRing[atom] || graph.element[atom] == 7 && graph.connections(atom) == 3
                && !rings.atomInRingOfSize(atom, 3) && !Bridgehead.is(graph, rings, atom)) {
            return false;
        }
        List<Integer> outside = new ArrayList<>(2);
        BitSet insideRanks = new BitSet();
        int inside = 0;
        for (int bond : graph.incident[atom]) {
            int rank = ranks.of(graph.other(bond, atom));
            if (graph.ringBond[bond]) {
                inside++;
                insideRanks.set(rank);
            } else {
                outside.add(rank);
            }
        }
        return switch (outside.size()) {
            case 0 -> inside == 4 && insideRanks.cardinality() == 3 || inside == 3 && insideRanks.cardinality() == 2;
            case 1 -> inside >= 2;
            case 2 -> !outside.get(0).equals(outside.get(1));
            default -> false;
        };
    }
}
