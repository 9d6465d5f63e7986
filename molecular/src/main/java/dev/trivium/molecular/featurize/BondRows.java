package dev.trivium.molecular.featurize;

/** The rows of {@link BondFeatures}. */
final class BondRows {

    private static final int OTHER = 3;

    private BondRows() {}

    static int[] of(AtomGraph graph) {
        int[] rows = new int[graph.bonds() * BondFeatures.COUNT];
        for (int b = 0; b < graph.bonds(); b++) {
            rows[b * BondFeatures.COUNT] = type(graph, b);
        }
        return rows;
    }

    /** {@return single 0, double 1, triple 2, aromatic or any other 3} */
    static int type(AtomGraph graph, int bond) {
        return graph.aromaticBond[bond] ? OTHER : Math.min(OTHER, graph.order[bond] - 1);
    }
}
