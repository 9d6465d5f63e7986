package dev.trivium.molecular.featurize;

/**
 * All that the features need, worked out in RDKit's order: charges, valences, rings, aromaticity, conjugation, hybridisation, stereo.
 *
 * @param radicals      unpaired electrons of each atom
 * @param conjugated    for each bond
 * @param hybridisation of each atom
 */
record Perception(AtomGraph graph, Rings rings, int[] radicals, boolean[] conjugated, Hybridisation[] hybridisation) {

    /** Works it out, and tells CDK's view of the molecule about charges and aromaticity. */
    static Perception of(Draft draft) throws SmilesRefusedException {
        AtomGraph graph = AtomGraph.of(draft);
        ChargeNormalisation.apply(graph);
        ValenceLimit.check(graph);
        refuseAromaticChains(graph);
        ImpliedHydrogens.adjust(graph);
        WorkBudget budget = new WorkBudget();
        Rings rings = RingSearch.find(graph, budget);
        int[] radicals = Radicals.of(graph);
        int[] electrons = PiElectrons.of(graph, radicals);
        AromaticRings.mark(graph, rings, new RingElectrons(graph, electrons, radicals), budget);
        draft.centres().forEach((atom, centre) -> graph.chirality[atom] = centre.tag(graph, atom));
        boolean[] conjugated = Conjugation.of(graph, electrons);
        Hybridisation[] hybridisation = Hybridisation.of(graph, radicals, conjugated);
        Stereo.settle(graph, rings, hybridisation, budget);
        graph.writeTo(draft.container());
        return new Perception(graph, rings, radicals, conjugated, hybridisation);
    }

    private static void refuseAromaticChains(AtomGraph graph) throws SmilesRefusedException {
        for (int a = 0; a < graph.atoms(); a++) {
            if (graph.writtenAromatic[a] && !graph.inRing[a]) {
                throw new SmilesRefusedException("atom " + (a + 1) + " (" + PeriodicTable.symbol(graph.element[a])
                        + ") is written as aromatic but in no ring");
            }
        }
    }
}
