package dev.trivium.molecular.featurize;

/** The rows of {@link AtomFeatures}. */
final class AtomRows {

    private static final int CARBON = 6;
    private static final int LAST = 10;
    private static final int LARGEST_CHARGE = 5;
    private static final int MOST_RADICALS = 5;

    private AtomRows() {}

    static int[] of(Perception perception) {
        AtomGraph graph = perception.graph();
        int[] rows = new int[graph.atoms() * AtomFeatures.COUNT];
        for (int a = 0; a < graph.atoms(); a++) {
            int row = a * AtomFeatures.COUNT;
            rows[row] = Vocabulary.index(graph.element[a]);
            rows[row + 1] = Math.min(LAST, graph.degree(a));
            rows[row + 2] = Math.min(LAST, graph.hydrogens[a]);
            rows[row + 3] = Math.min(LAST, implicitValence(graph, a));
            rows[row + 4] = Math.min(LAST, graph.valence(a));
            rows[row + 5] = Math.abs(graph.charge[a]) > LARGEST_CHARGE ? LAST : graph.charge[a] + LARGEST_CHARGE;
            rows[row + 6] = perception.hybridisation()[a].index();
            rows[row + 7] = Math.min(MOST_RADICALS, perception.radicals()[a]);
            rows[row + 8] = Math.min(StereoCentre.OTHER_GEOMETRY, graph.chirality[a]);
            rows[row + 9] = graph.aromatic[a] ? 1 : 0;
            rows[row + 10] = graph.inRing[a] ? 1 : 0;
        }
        return rows;
    }

    /** The hydrogens SMILES implies; but RDKit takes those of an aromatic atom other than carbon for written ones. */
    private static int implicitValence(AtomGraph graph, int atom) {
        return graph.aromatic[atom] && graph.element[atom] != CARBON ? 0 : graph.implicit[atom];
    }
}
