package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All smallest rings through an atom, by a breadth-first search from it (Figueras 1996). Two fronts that meet close a ring if their paths have
 * no atom in common but the root; the search ends when no ring as small can follow.
 */
final class RingsThroughAtom {

    private static final byte NEW = 0;
    private static final byte QUEUED = 1;
    private static final byte DONE = 2;

    private final WorkBudget budget;
    private final byte[] state;
    private final int[] parent;
    private final int[] depth;
    private final int[] queue;
    private final int[] mark;
    private int marks;
    private int smallest;
    private int head;
    private int tail;

    RingsThroughAtom(int atoms, WorkBudget budget) {
        this.budget = budget;
        state = new byte[atoms];
        parent = new int[atoms];
        depth = new int[atoms];
        queue = new int[atoms];
        mark = new int[atoms];
    }

    /**
     * {@return the atoms of each ring, along the ring from the root, in the order found}
     *
     * @param forbidden atoms that no ring may hold
     */
    List<int[]> find(TrimmedGraph trimmed, int root, int... forbidden) throws SmilesRefusedException {
        start(trimmed.graph(), root, forbidden);
        List<int[]> rings = new ArrayList<>(2);
        while (head < tail) {
            int atom = queue[head++];
            state[atom] = DONE;
            if (depth[atom] + 1 > smallest || !visit(trimmed, root, atom, rings)) {
                break;
            }
        }
        return rings;
    }

    private void start(AtomGraph graph, int root, int[] forbidden) throws SmilesRefusedException {
        budget.spend(graph.atoms());
        Arrays.fill(state, NEW);
        for (int atom : forbidden) {
            state[atom] = DONE;
        }
        parent[root] = -1;
        depth[root] = 0;
        smallest = Integer.MAX_VALUE;
        head = 0;
        tail = 0;
        queue[tail++] = root;
    }

    /** {@return false if the smallest rings are all found} */
    private boolean visit(TrimmedGraph trimmed, int root, int atom, List<int[]> rings) throws SmilesRefusedException {
        AtomGraph graph = trimmed.graph();
        budget.spend(graph.degree(atom));
        for (int k = 0; k < graph.degree(atom); k++) {
            int other = graph.neighbours[atom][k];
            if (!trimmed.active(graph.incident[atom][k]) || state[other] == DONE || parent[atom] == other) {
                continue;
            }
            if (state[other] == NEW) {
                parent[other] = atom;
                state[other] = QUEUED;
                depth[other] = depth[atom] + 1;
                queue[tail++] = other;
                continue;
            }
            int[] ring = close(root, atom, other);
            if (ring.length > smallest) {
                return false;
            }
            if (ring.length > 0) {
                smallest = ring.length;
                rings.add(ring);
            }
        }
        return true;
    }

    /** {@return the ring root … atom, other … back to the root; empty if the two paths meet before the root} */
    private int[] close(int root, int atom, int other) throws SmilesRefusedException {
        marks++;
        int after = 0;
        for (int a = other; a != -1 && a != root; a = parent[a]) {
            mark[a] = marks;
            after++;
        }
        int before = 0;
        for (int a = atom; a != -1; a = parent[a]) {
            if (mark[a] == marks) {
                return new int[0];
            }
            before++;
        }
        budget.spend(before + after);
        int[] ring = new int[before + after];
        for (int a = atom, k = before - 1; a != -1; a = parent[a], k--) {
            ring[k] = a;
        }
        for (int a = other, k = before; a != -1 && a != root; a = parent[a], k++) {
            ring[k] = a;
        }
        return ring;
    }
}
