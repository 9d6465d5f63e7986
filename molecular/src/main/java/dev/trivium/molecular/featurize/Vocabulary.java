package dev.trivium.molecular.featurize;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Elements by their index in {@link AtomFeatures#ELEMENTS}. */
final class Vocabulary {

    static final int UNKNOWN = AtomFeatures.ELEMENTS.size() - 1;
    private static final int[] INDEX = new int[PeriodicTable.ELEMENTS];

    static {
        for (int element = 0; element < INDEX.length; element++) {
            int index = AtomFeatures.ELEMENTS.indexOf(PeriodicTable.symbol(element));
            INDEX[element] = index < 0 ? UNKNOWN : index;
        }
    }

    private Vocabulary() {}

    static int index(int element) {
        return INDEX[element];
    }

    /** Notes the elements that have no index of their own. */
    static void noteUnknown(AtomGraph graph, List<String> notes) {
        Set<String> unknown = new LinkedHashSet<>();
        for (int element : graph.element) {
            if (INDEX[element] == UNKNOWN) {
                unknown.add(PeriodicTable.symbol(element));
            }
        }
        if (!unknown.isEmpty()) {
            notes.add("elements outside the vocabulary: " + String.join(", ", unknown));
        }
    }
}
