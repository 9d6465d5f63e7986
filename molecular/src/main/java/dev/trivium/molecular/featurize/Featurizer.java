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
        Perception perception = molecule.perception();
        int[][] motifs = Motifs.of(perception, order);
        return new MoleculeGraph(AtomRows.of(perception), BondRows.ends(perception.graph()), BondRows.of(perception),
                MotifRows.of(perception.graph(), motifs), motifs);
    }
}
