package dev.trivium.molecular.featurize;

import java.util.Arrays;
import java.util.NavigableSet;

/** A molecule of which bonds are taken away while its rings are searched: which bonds are left, and the degree of each atom by these. */
final class TrimmedGraph {

    private final AtomGraph graph;
    private final boolean[] active;
    private final int[] degree;

    TrimmedGraph(AtomGraph graph) {
        this.graph = graph;
        active = new boolean[graph.bonds()];
        Arrays.fill(active, true);
        degree = new int[graph.atoms()];
        for (int a = 0; a < degree.length; a++) {
            degree[a] = graph.degree(a);
        }
    }

    private TrimmedGraph(TrimmedGraph other) {
        graph = other.graph;
        active = other.active.clone();
        degree = other.degree.clone();
    }

    TrimmedGraph copy() {
        return new TrimmedGraph(this);
    }

    AtomGraph graph() {
        return graph;
    }

    boolean active(int bond) {
        return active[bond];
    }

    int degree(int atom) {
        return degree[atom];
    }

    /** Takes away the bonds of an atom; neighbours left with fewer than two are added to the set. */
    void isolate(int atom, NavigableSet<Integer> loose) {
        for (int k = 0; k < graph.degree(atom); k++) {
            int bond = graph.incident[atom][k];
            if (active[bond]) {
                int other = graph.neighbours[atom][k];
                if (degree[other] <= 2) {
                    loose.add(other);
                }
                active[bond] = false;
                degree[other]--;
                degree[atom]--;
            }
        }
    }
}
