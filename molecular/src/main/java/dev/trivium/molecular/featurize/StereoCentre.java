package dev.trivium.molecular.featurize;

/** Which atoms RDKit takes for possible stereo centres, and their names R and S. */
final class StereoCentre {

    /** Tags of a centre, relative to the order of its bonds; also the index of the feature. */
    static final int CLOCKWISE = 1;
    static final int COUNTERCLOCKWISE = 2;

    /** Other geometries, which are not looked into; the feature has one index for all. */
    static final int OTHER_GEOMETRY = 4;
    static final int SQUARE_PLANAR = 4;
    static final int TRIGONAL_BIPYRAMIDAL = 5;
    static final int OCTAHEDRAL = 6;

    /** Names of a centre. */
    static final int S = 1;
    static final int R = 2;

    private StereoCentre() {}

    /**
     * {@return whether an atom may be a centre, its neighbours' ranks aside} It needs three or four neighbours, hydrogens counted, of which
     * at least three (two at P and As) are atoms; one of three must be a hydrogen, and then no other neighbour a written protium, unless the
     * atom is a P or As, an S or Se of explicit valence 4, or 3 with a positive charge, or an N that is a bridgehead or in a ring of three.
     */
    static boolean possible(AtomGraph graph, Rings rings, int atom) {
        int element = graph.element[atom];
        int degree = graph.degree(atom);
        boolean phosphorusLike = element == 15 || element == 33;
        if (graph.connections(atom) > 4 || graph.connections(atom) < 3 || degree < 3 && !phosphorusLike) {
            return false;
        }
        if (degree != 3) {
            return true;
        }
        if (graph.hydrogens[atom] == 1) {
            return !hasProtium(graph, atom);
        }
        return switch (element) {
            case 7 -> rings.atomInRingOfSize(atom, 3) || Bridgehead.is(graph, rings, atom);
            case 15, 33 -> true;
            case 16, 34 -> {
                int valence = graph.valence(atom) - graph.implicit[atom];
                yield valence == 4 || valence == 3 && graph.charge[atom] == 1;
            }
            default -> false;
        };
    }

    private static boolean hasProtium(AtomGraph graph, int atom) {
        for (int other : graph.neighbours[atom]) {
            if (graph.element[other] == 1 && graph.isotope[other] == 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether all neighbours of an atom have different ranks} */
    static boolean neighboursDiffer(AtomGraph graph, StereoRanks ranks, int atom) {
        int[] neighbours = graph.neighbours[atom];
        for (int k = 0; k < neighbours.length; k++) {
            for (int l = 0; l < k; l++) {
                if (ranks.of(neighbours[k]) == ranks.of(neighbours[l])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return {@link #R} or {@link #S} of a centre whose neighbours all differ in rank} */
    static int name(AtomGraph graph, StereoRanks ranks, int atom, int tag) {
        int[] neighbours = graph.neighbours[atom];
        boolean odd = neighbours.length == 3 && graph.hydrogens[atom] == 1;
        for (int k = 0; k < neighbours.length; k++) {
            for (int l = 0; l < k; l++) {
                odd ^= ranks.of(neighbours[l]) > ranks.of(neighbours[k]);
            }
        }
        return (tag == COUNTERCLOCKWISE) != odd ? S : R;
    }
}
