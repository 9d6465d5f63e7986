package dev.trivium.molecular.featurize;

/**
 * Refuses an atom with more bonds than its element can have, as RDKit does: with q its charge, its valence v without implied hydrogens
 * counts as v - q, or as v + q if the element has fewer than four outer electrons, and must not exceed the highest valence of the element.
 */
final class ValenceLimit {

    private static final int HALF = 4;

    private ValenceLimit() {}

    static void check(AtomGraph graph) throws SmilesRefusedException {
        for (int a = 0; a < graph.atoms(); a++) {
            int element = graph.element[a];
            int highest = PeriodicTable.highestValence(element);
            int charge = PeriodicTable.outerElectrons(element) >= HALF ? graph.charge[a] : -graph.charge[a];
            int valence = graph.valence(a) - graph.implicit[a];
            if (highest > 0 && valence - charge > highest) {
                throw new SmilesRefusedException("atom " + (a + 1) + " (" + PeriodicTable.symbol(element) + ") has valence " + valence
                        + ", more than it can have");
            }
        }
    }
}
