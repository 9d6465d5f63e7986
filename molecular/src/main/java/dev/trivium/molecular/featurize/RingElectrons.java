package dev.trivium.molecular.featurize;

/**
 * What an atom gives to an aromatic ring, as RDKit decides it from its π electrons: none where a double bond out of the ring takes them to a
 * more electronegative atom (the C of a quinone) or the orbital is empty (tropylium), one where it has a double bond in the ring, two from a
 * lone pair (the N of pyrrole). Some atoms cannot be in an aromatic ring at all.
 */
final class RingElectrons {

    /** Not in an aromatic ring. */
    static final int NOT_AROMATIC = -1;
    /** The atom {@code *}: one or two. */
    static final int ONE_OR_TWO = 3;

    private static final int LAST_OF_THIRD_ROW = 18;
    private static final int SELENIUM = 34;
    private static final int TELLURIUM = 52;
    private static final int CARBON = 6;

    private final AtomGraph graph;
    private final int[] electrons;
    private final int[] radicals;

    RingElectrons(AtomGraph graph, int[] electrons, int[] radicals) {
        this.graph = graph;
        this.electrons = electrons;
        this.radicals = radicals;
    }

    /** {@return 0, 1 or 2, {@link #ONE_OR_TWO} or {@link #NOT_AROMATIC}} */
    int of(int atom) {
        int given = given(atom);
        return given != NOT_AROMATIC && possible(atom) ? given : NOT_AROMATIC;
    }

    private int given(int atom) {
        boolean inside = multipleBond(atom, true) >= 0;
        if (graph.element[atom] == 0) {
            return inside ? 1 : ONE_OR_TWO;
        }
        int outside = multipleBond(atom, false);
        boolean taken = outside >= 0 && PeriodicTable.moreElectronegative(graph.element[outside], graph.element[atom]);
        return switch (electrons[atom]) {
            case 0 -> outside >= 0 ? 0 : inside ? 1 : NOT_AROMATIC;
            case 1 -> {
                if (outside >= 0) {
                    yield taken ? 0 : 1;
                }
                boolean multiple = PiElectrons.unsaturations(graph, atom) != graph.hydrogens[atom] - graph.implicit[atom];
                yield multiple ? 1 : graph.charge[atom] == 1 ? 0 : NOT_AROMATIC;
            }
            default -> electrons[atom] < 0 ? NOT_AROMATIC : (electrons[atom] - (taken ? 1 : 0)) % 2 == 1 ? 1 : 2;
        };
    }

    /** {@return the neighbour by a double or triple bond in a ring or not; -1 if there is none} */
    private int multipleBond(int atom, boolean inRing) {
        for (int k = 0; k < graph.degree(atom); k++) {
            int bond = graph.incident[atom][k];
            if (graph.order[bond] >= 2 && graph.ringBond[bond] == inRing) {
                return graph.neighbours[atom][k];
            }
        }
        return -1;
    }

    /** First three rows, Se and Te; not above the valence of its electron count; no radical but a neutral C; at most one multiple bond. */
    private boolean possible(int atom) {
        int element = graph.element[atom];
        if (element > LAST_OF_THIRD_ROW && element != SELENIUM && element != TELLURIUM) {
            return false;
        }
        int alike = Math.max(0, Math.min(PeriodicTable.ELEMENTS - 1, element - graph.charge[atom]));
        if (PeriodicTable.defaultValence(element) > 0 && graph.valence(atom) > PeriodicTable.defaultValence(alike)) {
            return false;
        }
        if (radicals[atom] > 0 && (element != CARBON || graph.charge[atom] != 0)) {
            return false;
        }
        int multiple = 0;
        for (int bond : graph.incident[atom]) {
            multiple += graph.order[bond] == 2 || graph.order[bond] == 3 ? 1 : 0;
        }
        return multiple < 2;
    }
}
