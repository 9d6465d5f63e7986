package dev.trivium.molecular.featurize;

/**
 * From molecules to the numbers a model reads. Safe from many threads at once.
 *
 * @param order in which order the motifs stand
 */
public record Featurizer(MotifOrder order) {

    /** {@return motifs in ascending order} */
    public static Featurizer standard() {
        return new Featurizer(MotifOrder.ASCENDING);
    }

    /** {@return the features of a molecule} */
    public MoleculeGraph graph(Molecule molecule) {
        AtomGraph graph = molecule.graph();
        int[] bondEnds = new int[2 * graph.bonds()];
        for (int b = 0; b < graph.bonds(); b++) {
            bondEnds[2 * b] = graph.begin[b];
            bondEnds[2 * b + 1] = graph.end[b];
        }
        int[][] motifs = new int[graph.bonds() == 0 ? graph.atoms() : graph.bonds()][];
        int[] motifFeatures = new int[motifs.length * MotifFeatures.COUNT];
        for (int m = 0; m < motifs.length; m++) {
            motifs[m] = graph.bonds() == 0 ? new int[] {m} : new int[] {graph.begin[m], graph.end[m]};
        }
        return new MoleculeGraph(AtomRows.of(graph), bondEnds, BondRows.of(graph), motifFeatures, motifs);
    }
}
