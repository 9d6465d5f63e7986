package dev.trivium.molecular.featurize;

import java.util.ArrayList;
import java.util.List;

/**
 * The atoms from which groups grow: all but carbon; both ends of a double or triple bond that is not aromatic; carbons with four neighbours,
 * hydrogens counted, and two or more single bonds to O, N or S, none of them aromatic (acetals and the like).
 */
final class FunctionalAtoms {

    private static final int CARBON = 6;

    private FunctionalAtoms() {}

    /** {@return these atoms, kind by kind; an atom of two kinds stands twice} */
    static List<Integer> of(AtomGraph graph) {
        List<Integer> atoms = new ArrayList<>();
        for (int a = 0; a < graph.atoms(); a++) {
            if (graph.element[a] != CARBON) {
                atoms.add(a);
            }
        }
        boolean[] listed = new boolean[graph.bonds()];
        for (int a = 0; a < graph.atoms(); a++) {
            for (int bond : graph.incident[a]) {
                boolean multiple = !graph.aromaticBond[bond] && (graph.order[bond] == 2 || graph.order[bond] == 3);
                if (multiple && !listed[bond]) {
                    listed[bond] = true;
                    atoms.add(a);
                    atoms.add(graph.other(bond, a));
                }
            }
        }
        for (int a = 0; a < graph.atoms(); a++) {
            if (acetal(graph, a)) {
                atoms.add(a);
            }
        }
        return atoms;
    }

    private static boolean acetal(AtomGraph graph, int atom) {
        if (graph.element[atom] != CARBON || graph.aromatic[atom] || graph.connections(atom) != 4) {
            return false;
        }
        int count = 0;
        for (int k = 0; k < graph.degree(atom); k++) {
            int other = graph.neighbours[atom][k];
            boolean oxygenLike = graph.element[other] == 7 || graph.element[other] == 8 || graph.element[other] == 16;
            boolean single = graph.order[graph.incident[atom][k]] == 1;
            count += oxygenLike && single && !graph.aromatic[other] ? 1 : 0;
        }
        return count >= 2;
    }
}
