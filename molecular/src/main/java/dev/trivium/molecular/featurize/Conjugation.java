package dev.trivium.molecular.featurize;

/**
 * Conjugated bonds, as RDKit marks them: aromatic ones, and for every candidate atom with two or three neighbours, hydrogens counted, each
 * multiple or aromatic bond of it together with each other bond of it that leads to a candidate with at most three. A candidate has
 * {@link PiElectrons π electrons} and is of the first two rows, or has not 5 or 6 outer electrons, or has 6 and fewer than two neighbours.
 */
final class Conjugation {

    private static final int NEON = 10;

    private Conjugation() {}

    /** {@return for each bond whether it is conjugated} */
    static boolean[] of(AtomGraph graph, int[] electrons) {
        boolean[] conjugated = graph.aromaticBond.clone();
        boolean[] candidate = new boolean[graph.atoms()];
        for (int a = 0; a < candidate.length; a++) {
            candidate[a] = electrons[a] > 0 && canConjugate(graph, a) && graph.connections(a) <= 3;
        }
        for (int a = 0; a < candidate.length; a++) {
            if (candidate[a] && graph.connections(a) >= 2) {
                mark(graph, a, candidate, conjugated);
            }
        }
        return conjugated;
    }

    private static boolean canConjugate(AtomGraph graph, int atom) {
        int outer = PeriodicTable.outerElectrons(graph.element[atom]);
        return graph.element[atom] <= NEON || outer != 5 && outer != 6 || outer == 6 && graph.connections(atom) < 2;
    }

    private static void mark(AtomGraph graph, int atom, boolean[] candidate, boolean[] conjugated) {
        for (int multiple : graph.incident[atom]) {
            if (!graph.aromaticBond[multiple] && graph.order[multiple] < 2) {
                continue;
            }
            for (int k = 0; k < graph.degree(atom); k++) {
                int bond = graph.incident[atom][k];
                if (bond != multiple && candidate[graph.neighbours[atom][k]]) {
                    conjugated[multiple] = true;
                    conjugated[bond] = true;
                }
            }
        }
    }
}
