package dev.trivium.molecular.featurize;

/** The rows of {@link BondFeatures}. */
final class BondRows {

    /** Type of an aromatic bond, and of any other. */
    static final int AROMATIC = 3;

    private BondRows() {}

    static int[] of(Perception perception) {
        AtomGraph graph = perception.graph();
        int[] rows = new int[graph.bonds() * BondFeatures.COUNT];
        for (int b = 0; b < graph.bonds(); b++) {
            int row = b * BondFeatures.COUNT;
            rows[row] = type(graph, b);
            rows[row + 1] = perception.conjugated()[b] ? 1 : 0;
            rows[row + 2] = graph.doubleBond[b];
        }
        return rows;
    }

    /** {@return single 0, double 1, triple 2, aromatic or any other 3} */
    static int type(AtomGraph graph, int bond) {
        return graph.aromaticBond[bond] ? AROMATIC : Math.min(AROMATIC, graph.order[bond] - 1);
    }

    /** {@return (bonds, 2): the atoms of each bond} */
    static int[] ends(AtomGraph graph) {
        int[] ends = new int[2 * graph.bonds()];
        for (int b = 0; b < graph.bonds(); b++) {
            ends[2 * b] = graph.begin[b];
            ends[2 * b + 1] = graph.end[b];
        }
        return ends;
    }
}
