package dev.trivium.molecular.featurize;

/**
 * Writes some neutral groups as the charged ones chemists draw, as RDKit does before all else:
 *
 * <ul>
 *   <li>nitrogen of valence 5: the first double bond to a neutral O becomes single, or the first triple bond to a neutral N double, with
 *       N⁺ and O⁻ or N⁻; one bond only (nitro groups, N-oxides, azides);
 *   <li>phosphorus of valence 5 with three neighbours, one =O and one =C or =N that has other neighbours: P⁺–O⁻;
 *   <li>chlorine, bromine, iodine of valence 3, 5 or 7 with only oxygen around: every =O becomes –O⁻.
 * </ul>
 */
final class ChargeNormalisation {

    private static final int CARBON = 6;
    private static final int NITROGEN = 7;
    private static final int OXYGEN = 8;
    private static final int PHOSPHORUS = 15;

    private ChargeNormalisation() {}

    static void apply(AtomGraph graph) {
        for (int a = 0; a < graph.atoms(); a++) {
            if (graph.charge[a] != 0) {
                continue;
            }
            switch (graph.element[a]) {
                case NITROGEN -> nitrogen(graph, a);
                case PHOSPHORUS -> phosphorus(graph, a);
                case 17, 35, 53 -> halogen(graph, a);
                default -> { }
            }
        }
    }

    private static int explicitValence(AtomGraph graph, int atom) {
        return graph.valence(atom) - graph.implicit[atom];
    }

    private static void nitrogen(AtomGraph graph, int atom) {
        if (explicitValence(graph, atom) != 5) {
            return;
        }
        for (int b : graph.incident[atom]) {
            int other = graph.other(b, atom);
            boolean oxygen = graph.element[other] == OXYGEN && graph.order[b] == 2;
            boolean nitrogen = graph.element[other] == NITROGEN && graph.order[b] == 3;
            if (graph.charge[other] == 0 && (oxygen || nitrogen)) {
                separate(graph, atom, b);
                return;
            }
        }
    }

    private static void separate(AtomGraph graph, int atom, int bond) {
        graph.order[bond]--;
        graph.charge[atom]++;
        graph.charge[graph.other(bond, atom)]--;
    }

    private static void phosphorus(AtomGraph graph, int atom) {
        if (explicitValence(graph, atom) != 5 || graph.degree(atom) != 3) {
            return;
        }
        int oxygenBond = -1;
        boolean carbonOrNitrogen = false;
        for (int b : graph.incident[atom]) {
            int other = graph.other(b, atom);
            if (graph.order[b] != 2) {
                continue;
            }
            if (graph.element[other] == OXYGEN && graph.degree(other) == 1 && graph.charge[other] == 0) {
                oxygenBond = b;
            } else if ((graph.element[other] == CARBON || graph.element[other] == NITROGEN) && graph.degree(other) >= 2) {
                carbonOrNitrogen = true;
            }
        }
        if (oxygenBond >= 0 && carbonOrNitrogen) {
            separate(graph, atom, oxygenBond);
        }
    }

    private static void halogen(AtomGraph graph, int atom) {
        int valence = explicitValence(graph, atom);
        if (valence != 3 && valence != 5 && valence != 7) {
            return;
        }
        for (int other : graph.neighbours[atom]) {
            if (graph.element[other] != OXYGEN) {
                return;
            }
        }
        for (int b : graph.incident[atom]) {
            if (graph.order[b] == 2) {
                separate(graph, atom, b);
            }
        }
    }
}
