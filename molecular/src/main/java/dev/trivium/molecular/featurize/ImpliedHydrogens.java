package dev.trivium.molecular.featurize;

/**
 * Hydrogens that SMILES implies, where RDKit differs from CDK:
 *
 * <ul>
 *   <li>iodine and phosphorus without brackets are filled up to any of their valences, 1, 3, 5 and 3, 5, 7;
 *   <li>the hydrogen of a neutral N or P written as aromatic, such as {@code [nH]}, counts as implied; should the atom turn out aromatic, it
 *       counts as written all the same.
 * </ul>
 */
final class ImpliedHydrogens {

    private static final int NITROGEN = 7;
    private static final int PHOSPHORUS = 15;
    private static final int IODINE = 53;

    private ImpliedHydrogens() {}

    static void adjust(AtomGraph graph) {
        for (int a = 0; a < graph.atoms(); a++) {
            int element = graph.element[a];
            if (graph.writtenAromatic[a]) {
                boolean one = graph.hydrogens[a] == 1 && graph.charge[a] == 0;
                if (one && (element == NITROGEN || element == PHOSPHORUS)) {
                    graph.implicit[a] = 1;
                    graph.bracket[a] = false;
                }
            } else if (!graph.bracket[a] && (element == PHOSPHORUS || element == IODINE)) {
                fill(graph, a);
            }
        }
    }

    private static void fill(AtomGraph graph, int atom) {
        int valence = graph.valence(atom) - graph.implicit[atom];
        for (int possible : PeriodicTable.valences(graph.element[atom])) {
            if (possible >= valence) {
                graph.hydrogens[atom] += possible - valence - graph.implicit[atom];
                graph.implicit[atom] = possible - valence;
                return;
            }
        }
    }
}
