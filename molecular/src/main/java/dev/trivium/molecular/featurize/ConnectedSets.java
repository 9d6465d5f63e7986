package dev.trivium.molecular.featurize;

import java.util.Arrays;

/**
 * All connected sets of a given number of vertices of a graph, each once (Wernicke 2006): a set grows from its lowest vertex by vertices above
 * it that are neighbours of the newest one and of none before.
 */
final class ConnectedSets {

    /** What is done with a set. */
    @FunctionalInterface
    interface Visitor {
        /** @param vertices not to be kept or changed */
        void visit(int[] vertices) throws SmilesRefusedException;
    }

    private final int[][] neighbours;
    private final int[] set;
    private final int[] touched; // how many members of the set a vertex is or neighbours
    private final WorkBudget budget;
    private final Visitor visitor;

    private ConnectedSets(int[][] neighbours, int size, WorkBudget budget, Visitor visitor) {
        this.neighbours = neighbours;
        this.budget = budget;
        this.visitor = visitor;
        set = new int[size];
        touched = new int[neighbours.length];
    }

    /** @param roots sets are grown from each of these; a set is visited from its lowest vertex */
    static void visit(int[][] neighbours, int[] roots, int size, WorkBudget budget, Visitor visitor) throws SmilesRefusedException {
        ConnectedSets sets = new ConnectedSets(neighbours, size, budget, visitor);
        for (int root : roots) {
            sets.grow(root, 0, new int[0]);
        }
    }

    private void grow(int vertex, int count, int[] reachable) throws SmilesRefusedException {
        set[count] = vertex;
        if (count + 1 == set.length) {
            visitor.visit(set);
            return;
        }
        budget.spend(1 + neighbours[vertex].length + reachable.length);
        int[] next = Arrays.copyOf(reachable, reachable.length + neighbours[vertex].length);
        int size = reachable.length;
        touched[vertex]++;
        for (int other : neighbours[vertex]) {
            if (touched[other]++ == 0 && other > set[0]) {
                next[size++] = other;
            }
        }
        for (int k = size - 1; k >= 0; k--) {
            grow(next[k], count + 1, Arrays.copyOf(next, k));
        }
        touched[vertex]--;
        for (int other : neighbours[vertex]) {
            touched[other]--;
        }
    }
}
