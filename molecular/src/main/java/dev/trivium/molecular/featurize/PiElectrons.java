package dev.trivium.molecular.featurize;

/**
 * Electrons that an atom can give to a π system, as RDKit counts them. With dv the first valence of the element, o its outer electrons, q the
 * charge, d the neighbours with hydrogens, r the radical electrons:
 *
 * <pre>-1                         if dv ≤ 1 or d > 3
 * dv - d + max(o - dv - q, 0) - r,
 *                            but 1 if that is above 1 and the explicit valence exceeds the degree by more than 1</pre>
 *
 * <p>Hydrogens implied by the string are in d but not in the explicit valence.
 */
final class PiElectrons {

    /** The atom takes no part. */
    static final int NONE = -1;

    private PiElectrons() {}

    static int[] of(AtomGraph graph, int[] radicals) {
        int[] electrons = new int[graph.atoms()];
        for (int a = 0; a < electrons.length; a++) {
            electrons[a] = of(graph, a, radicals[a]);
        }
        return electrons;
    }

    private static int of(AtomGraph graph, int atom, int radicals) {
        int valence = PeriodicTable.defaultValence(graph.element[atom]);
        if (valence <= 1 || graph.connections(atom) > 3) {
            return NONE;
        }
        int lone = PeriodicTable.outerElectrons(graph.element[atom]) - valence - graph.charge[atom];
        int electrons = valence - graph.connections(atom) + Math.max(lone, 0) - radicals;
        return electrons > 1 && unsaturations(graph, atom) > 1 ? 1 : electrons;
    }

    /** {@return explicit valence less degree} */
    static int unsaturations(AtomGraph graph, int atom) {
        return graph.valence(atom) - graph.implicit[atom] - graph.degree(atom);
    }
}
