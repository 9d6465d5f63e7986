package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fragments of a molecule. */
final class ConnectedParts {

    private ConnectedParts() {}

    /** {@return the atoms of each fragment in ascending order, fragments by their lowest atom} */
    static List<int[]> of(AtomGraph graph) {
        List<int[]> parts = new ArrayList<>(1);
        boolean[] seen = new boolean[graph.atoms()];
        int[] queue = new int[graph.atoms()];
        for (int first = 0; first < seen.length; first++) {
            if (!seen[first]) {
                parts.add(part(graph, first, seen, queue));
            }
        }
        return parts;
    }

    private static int[] part(AtomGraph graph, int first, boolean[] seen, int[] queue) {
        int tail = 0;
        queue[tail++] = first;
        seen[first] = true;
        for (int head = 0; head < tail; head++) {
            for (int other : graph.neighbours[queue[head]]) {
                if (!seen[other]) {
                    seen[other] = true;
                    queue[tail++] = other;
                }
            }
        }
        int[] part = Arrays.copyOf(queue, tail);
        Arrays.sort(part);
        return part;
    }
}
