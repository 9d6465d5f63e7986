package dev.trivium.molecular.featurize;

/**
 * Hybridisation as RDKit assigns it, by the number n of orbitals. With d the neighbours, hydrogens counted, v the valence, o the outer
 * electrons, q the charge, r the radical electrons:
 *
 * <pre>n = d                               for hydrogen and from actinium on
 * n = d + (o - v - q - r) / 2 + r     if v + o - q &lt; 8; divisions are truncated
 * n = d + (o - v - q) / 2             else</pre>
 *
 * <p>n ≤ 1: s, 2: sp, 3: sp², 5: sp³d, 6: sp³d²; 4: sp² if d ≤ 3 and a bond of the atom is conjugated, such as the N of an amide, else sp³. A
 * centre written as tetrahedral with four neighbours is sp³, one written as trigonal bipyramidal sp³d, as octahedral sp³d², as square planar
 * none of these.
 */
enum Hybridisation {
    SP, SP2, SP3, SP3D, SP3D2,
    /** s, none of these, or the atom {@code *}. */
    OTHER,
    /** s, for lone ions and hydrogens; below sp where that matters. */
    S;

    private static final int OCTET = 8;
    private static final int ACTINIUM = 89;

    /** {@return the index of the feature} */
    int index() {
        return this == S ? OTHER.ordinal() : ordinal();
    }

    /** {@return whether an atom of this kind has no tetrahedral stereo} */
    boolean planar() {
        return this != SP3 && this != SP3D && this != SP3D2;
    }

    static Hybridisation[] of(AtomGraph graph, int[] radicals, boolean[] conjugated) {
        Hybridisation[] all = new Hybridisation[graph.atoms()];
        for (int a = 0; a < all.length; a++) {
            all[a] = of(graph, a, radicals[a], conjugated);
        }
        return all;
    }

    private static Hybridisation of(AtomGraph graph, int atom, int radicals, boolean[] conjugated) {
        if (graph.element[atom] == 0) {
            return OTHER;
        }
        int neighbours = graph.connections(atom);
        switch (graph.chirality[atom]) {
            case StereoCentre.CLOCKWISE, StereoCentre.COUNTERCLOCKWISE -> {
                if (neighbours == 4) {
                    return SP3;
                }
            }
            case StereoCentre.SQUARE_PLANAR -> {
                return OTHER;
            }
            case StereoCentre.TRIGONAL_BIPYRAMIDAL -> {
                return SP3D;
            }
            case StereoCentre.OCTAHEDRAL -> {
                return SP3D2;
            }
            default -> { }
        }
        return switch (orbitals(graph, atom, radicals)) {
            case 0, 1 -> S;
            case 2 -> SP;
            case 3 -> SP2;
            case 4 -> neighbours <= 3 && hasConjugated(graph, atom, conjugated) ? SP2 : SP3;
            case 5 -> SP3D;
            case 6 -> SP3D2;
            default -> OTHER;
        };
    }

    private static int orbitals(AtomGraph graph, int atom, int radicals) {
        int element = graph.element[atom];
        int neighbours = graph.connections(atom);
        if (element <= 1 || element >= ACTINIUM) {
            return neighbours;
        }
        int outer = PeriodicTable.outerElectrons(element);
        int free = outer - graph.valence(atom) - graph.charge[atom];
        return graph.valence(atom) + outer - graph.charge[atom] < OCTET
                ? neighbours + (free - radicals) / 2 + radicals : neighbours + free / 2;
    }

    private static boolean hasConjugated(AtomGraph graph, int atom, boolean[] conjugated) {
        for (int bond : graph.incident[atom]) {
            if (conjugated[bond]) {
                return true;
            }
        }
        return false;
    }
}
