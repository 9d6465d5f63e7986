package dev.trivium.molecular.featurize;

/** The rows of {@link AtomFeatures}. */
final class AtomRows {

    private AtomRows() {}

    static int[] of(AtomGraph graph) {
        int[] rows = new int[graph.atoms() * AtomFeatures.COUNT];
        for (int a = 0; a < graph.atoms(); a++) {
            int row = a * AtomFeatures.COUNT;
            rows[row] = Vocabulary.index(graph.element[a]);
            rows[row + 1] = Math.min(10, graph.degree(a));
            rows[row + 2] = Math.min(10, graph.hydrogens[a]);
            rows[row + 3] = Math.min(10, implicitValence(graph, a));
            rows[row + 4] = Math.min(10, graph.valence(a));
            rows[row + 5] = Math.abs(graph.charge[a]) > 5 ? 10 : graph.charge[a] + 5;
            rows[row + 9] = graph.aromatic[a] ? 1 : 0;
            rows[row + 10] = graph.inRing[a] ? 1 : 0;
        }
        return rows;
    }

    /** Hydrogens that RDKit does not count as explicit: none in brackets, and none on an aromatic atom other than carbon. */
    private static int implicitValence(AtomGraph graph, int atom) {
        return graph.bracket[atom] || graph.aromatic[atom] && graph.element[atom] != 6 ? 0 : graph.hydrogens[atom];
    }
}
