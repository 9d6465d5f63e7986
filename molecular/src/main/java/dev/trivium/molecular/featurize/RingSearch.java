package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest rings that describe a molecule, with those of equal standing (RDKit's symmetrised smallest set of smallest rings), found as
 * RDKit finds them, so in its order. In each connected part, by its lowest atom:
 *
 * <ol>
 *   <li>strip atoms with fewer than two bonds;
 *   <li>take as roots the atoms with two bonds, of each chain of such atoms the lowest, and find all smallest rings through each root; where
 *       roots found the same ring, look again through each of them with the others stripped; then strip the roots;
 *   <li>if no atom has two bonds, take the first atom with three: its smallest rings, and others until all three of its bonds are in two;
 *       strip it.
 * </ol>
 *
 * <p>{@link ExtraRings} then tells rings beyond the cyclomatic number from those that are needed. Work is bounded by a budget.
 */
final class RingSearch {

    private final AtomGraph graph;
    private final WorkBudget budget;
    private final TrimmedGraph trimmed;
    private final RingsThroughAtom through;
    private final Set<BitSet> known = new HashSet<>();
    private final BitSet stripped = new BitSet();

    private RingSearch(AtomGraph graph, WorkBudget budget) {
        this.graph = graph;
        this.budget = budget;
        trimmed = new TrimmedGraph(graph);
        through = new RingsThroughAtom(graph.atoms(), budget);
    }

    /** @throws SmilesRefusedException if the work is more than the budget allows, or rings are missed */
    static Rings find(AtomGraph graph, WorkBudget budget) throws SmilesRefusedException {
        RingSearch search = new RingSearch(graph, budget);
        List<int[]> rings = new ArrayList<>();
        List<int[]> extra = new ArrayList<>();
        for (int[] part : ConnectedParts.of(graph)) {
            search.part(part, rings, extra);
        }
        rings.addAll(ExtraRings.ofEqualStanding(graph, rings, extra));
        return Rings.of(graph, rings);
    }

    private void part(int[] atoms, List<int[]> rings, List<int[]> extra) throws SmilesRefusedException {
        int ends = Arrays.stream(atoms).map(graph::degree).sum();
        int expected = ends / 2 - atoms.length + 1;
        if (expected < 1) {
            return;
        }
        List<int[]> found = search(atoms);
        if (found.size() < expected) {
            throw new SmilesRefusedException("too complex: a system of " + expected + " rings that cannot be resolved");
        }
        if (found.size() > expected) {
            found = ExtraRings.separate(graph, found, extra, budget);
        }
        rings.addAll(found);
    }

    private List<int[]> search(int[] atoms) throws SmilesRefusedException {
        List<int[]> found = new ArrayList<>();
        NavigableSet<Integer> loose = new TreeSet<>();
        for (int a : atoms) {
            if (graph.degree(a) < 2) {
                loose.add(a);
            }
        }
        for (int left = atoms.length; left > 0; ) {
            budget.spend(atoms.length);
            left -= strip(loose);
            List<Integer> roots = roots(atoms);
            if (!roots.isEmpty()) {
                throughRoots(roots, found);
                for (int root : roots) {
                    strip(root, loose);
                }
                left -= roots.size();
            } else if (left > 0) {
                int root = firstWithThree(atoms);
                if (root < 0) {
                    break;
                }
                ThreeBondedRoot.rings(trimmed, root, through).forEach(ring -> addNew(ring, found));
                strip(root, loose);
                left--;
            }
        }
        return found;
    }

    private int strip(NavigableSet<Integer> loose) {
        int count = 0;
        while (!loose.isEmpty()) {
            int atom = loose.pollFirst();
            if (!stripped.get(atom)) {
                strip(atom, loose);
                count++;
            }
        }
        return count;
    }

    private void strip(int atom, NavigableSet<Integer> loose) {
        stripped.set(atom);
        trimmed.isolate(atom, loose);
    }

    private int firstWithThree(int[] atoms) {
        for (int a : atoms) {
            if (trimmed.degree(a) == 3) {
                return a;
            }
        }
        return -1;
    }

    /** {@return atoms with two bonds, of each chain of them the lowest} */
    private List<Integer> roots(int[] atoms) {
        List<Integer> roots = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int a : atoms) {
            if (trimmed.degree(a) == 2 && !seen.get(a)) {
                roots.add(a);
                seen.set(a);
                followChain(a, seen);
            }
        }
        return roots;
    }

    private void followChain(int root, BitSet seen) {
        List<Integer> chain = new ArrayList<>(List.of(root));
        for (int next = 0; next < chain.size(); next++) {
            int atom = chain.get(next);
            for (int k = 0; k < graph.degree(atom); k++) {
                int other = graph.neighbours[atom][k];
                if (trimmed.active(graph.incident[atom][k]) && trimmed.degree(other) == 2 && !seen.get(other)) {
                    seen.set(other);
                    chain.add(other);
                }
            }
        }
    }

    private void throughRoots(List<Integer> roots, List<int[]> found) throws SmilesRefusedException {
        Map<Integer, List<BitSet>> ringsOfRoot = new TreeMap<>();
        Map<Integer, List<Integer>> sharing = new TreeMap<>();
        Map<BitSet, List<Integer>> rootsOfRing = new TreeMap<>(RingSearch::compare);
        for (int root : roots) {
            List<int[]> rings = through.find(trimmed, root);
            for (int[] ring : rings) {
                BitSet set = addNew(ring, found);
                ringsOfRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(set);
                for (Map.Entry<Integer, List<BitSet>> other : ringsOfRoot.entrySet()) {
                    budget.spend(1);
                    if (other.getKey() != root && other.getValue().contains(set)) {
                        sharing.computeIfAbsent(root, r -> new ArrayList<>()).add(other.getKey());
                        sharing.computeIfAbsent(other.getKey(), r -> new ArrayList<>()).add(root);
                    }
                }
                rootsOfRing.computeIfAbsent(set, s -> new ArrayList<>()).add(root);
            }
            if (rings.isEmpty()) {
                unravel(root);
            }
        }
        for (List<Integer> same : rootsOfRing.values()) {
            if (same.size() > 1) {
                lookAgain(same, sharing, found);
            }
        }
    }

    /** Takes away a chain that closes no ring. */
    private void unravel(int root) {
        NavigableSet<Integer> loose = new TreeSet<>(Set.of(root));
        while (!loose.isEmpty()) {
            trimmed.isolate(loose.pollFirst(), loose);
        }
    }

    private void lookAgain(List<Integer> roots, Map<Integer, List<Integer>> sharing, List<int[]> found) throws SmilesRefusedException {
        List<int[]> rings = new ArrayList<>();
        for (int root : roots) {
            TrimmedGraph without = trimmed.copy();
            budget.spend(graph.atoms());
            for (int other : sharing.get(root)) {
                without.isolate(other, new TreeSet<>());
            }
            rings.addAll(through.find(without, root));
        }
        int smallest = rings.stream().mapToInt(ring -> ring.length).min().orElse(0);
        rings.stream().filter(ring -> ring.length == smallest).forEach(ring -> addNew(ring, found));
    }

    private BitSet addNew(int[] ring, List<int[]> found) {
        BitSet set = new BitSet(graph.atoms());
        for (int atom : ring) {
            set.set(atom);
        }
        if (known.add(set)) {
            found.add(ring);
        }
        return set;
    }

    /** Sets of atoms as binary numbers. */
    private static int compare(BitSet one, BitSet other) {
        BitSet different = (BitSet) one.clone();
        different.xor(other);
        int highest = different.length() - 1;
        return highest < 0 ? 0 : one.get(highest) ? 1 : -1;
    }
}
