package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * What becomes of rings found beyond the cyclomatic number. By size, a ring is kept if it adds a bond to those of the rings kept before;
 * among rings of one size the one that overlaps these most comes first. A ring not kept is of equal standing with one of its size that is kept
 * if they share a bond and it holds all bonds that only that one provides.
 */
final class ExtraRings {

    private ExtraRings() {}

    /** {@return the rings to keep, by size; the others are added to {@code extra}} */
    static List<int[]> separate(AtomGraph graph, List<int[]> found, List<int[]> extra, WorkBudget budget) throws SmilesRefusedException {
        List<int[]> rings = new ArrayList<>(found);
        rings.sort(Comparator.comparingInt(ring -> ring.length)); // stable
        List<BitSet> bonds = rings.stream().map(ring -> bits(Rings.bondsAlong(graph, ring))).toList();
        BitSet covered = new BitSet(graph.bonds());
        BitSet keep = new BitSet(rings.size());
        for (int start = 0; start < rings.size(); ) {
            int end = start;
            BitSet candidates = new BitSet();
            while (end < rings.size() && rings.get(end).length == rings.get(start).length) {
                candidates.set(end++);
            }
            keepOfOneSize(bonds, candidates, covered, keep, budget);
            start = end;
        }
        List<int[]> kept = new ArrayList<>();
        for (int i = 0; i < rings.size(); i++) {
            (keep.get(i) ? kept : extra).add(rings.get(i));
        }
        return kept;
    }

    private static BitSet bits(int[] values) {
        BitSet bits = new BitSet();
        for (int value : values) {
            bits.set(value);
        }
        return bits;
    }

    /** The first ring that adds a bond is kept, then always the one of most overlap. */
    private static void keepOfOneSize(List<BitSet> bonds, BitSet candidates, BitSet covered, BitSet keep, WorkBudget budget)
            throws SmilesRefusedException {
        for (int first = candidates.nextSetBit(0); first >= 0; first = candidates.nextSetBit(0)) {
            candidates.clear(first);
            if (adds(bonds.get(first), covered)) {
                covered.or(bonds.get(first));
                keep.set(first);
                break;
            }
        }
        while (!candidates.isEmpty()) {
            int best = -1;
            int most = -1;
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                budget.spend(1 + bonds.get(i).size() / Long.SIZE);
                int overlap = common(bonds.get(i), covered);
                if (overlap > most) {
                    most = overlap;
                    best = i;
                }
            }
            candidates.clear(best);
            if (adds(bonds.get(best), covered)) {
                covered.or(bonds.get(best));
                keep.set(best);
            }
        }
    }

    private static boolean adds(BitSet bonds, BitSet covered) {
        return common(bonds, covered) < bonds.cardinality();
    }

    private static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    /** {@return the extra rings that could stand for one of the rings, in their order} */
    static List<int[]> ofEqualStanding(AtomGraph graph, List<int[]> rings, List<int[]> extra) {
        if (extra.isEmpty()) {
            return List.of();
        }
        List<int[]> bonds = rings.stream().map(ring -> Rings.bondsAlong(graph, ring)).toList();
        int[] providers = new int[graph.bonds()];
        bonds.forEach(ring -> {
            for (int bond : ring) {
                providers[bond]++;
            }
        });
        return extra.stream().filter(ring -> {
            BitSet own = bits(Rings.bondsAlong(graph, ring));
            return bonds.stream().anyMatch(each -> each.length == ring.length && canReplace(own, each, providers));
        }).toList();
    }

    private static boolean canReplace(BitSet extra, int[] ring, int[] providers) {
        boolean shares = false;
        for (int bond : ring) {
            if (extra.get(bond)) {
                shares = true;
            } else if (providers[bond] == 1) {
                return false;
            }
        }
        return shares;
    }
}
