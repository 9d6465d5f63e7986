package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;

/**
 * Rings through an atom with three bonds where no atom has two: its smallest rings, and if these are fewer than three, the smallest that
 * avoid the neighbours which are in enough of them.
 */
final class ThreeBondedRoot {

    private ThreeBondedRoot() {}

    static List<int[]> rings(TrimmedGraph trimmed, int root, RingsThroughAtom through) throws SmilesRefusedException {
        List<int[]> rings = new ArrayList<>(through.find(trimmed, root));
        int[] neighbours = activeNeighbours(trimmed, root);
        if (rings.size() == 2) {
            for (int n : neighbours) {
                if (Rings.contains(rings.get(0), n) && Rings.contains(rings.get(1), n)) {
                    rings.addAll(through.find(trimmed, root, n));
                    break;
                }
            }
        } else if (rings.size() == 1) {
            for (int k = 0; k < 3; k++) {
                if (!Rings.contains(rings.get(0), neighbours[k])) {
                    int low = k == 0 ? 1 : 0;
                    int high = k == 2 ? 1 : 2;
                    rings.addAll(through.find(trimmed, root, neighbours[high]));
                    rings.addAll(through.find(trimmed, root, neighbours[low]));
                    break;
                }
            }
        }
        return rings;
    }

    private static int[] activeNeighbours(TrimmedGraph trimmed, int root) {
        AtomGraph graph = trimmed.graph();
        int[] neighbours = new int[3];
        int count = 0;
        for (int k = 0; k < graph.degree(root); k++) {
            if (trimmed.active(graph.incident[root][k])) {
                neighbours[count++] = graph.neighbours[root][k];
            }
        }
        return neighbours;
    }
}
