package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentsTest {

    private static Parsed.Ok largest(String smiles) {
        return (Parsed.Ok) Molecule.parse(smiles, ParseSettings.standard().withFragments(Fragments.LARGEST));
    }

    @Test
    void keepsAllFragmentsByDefault() {
        assertEquals(5, Read.parsed("CC(=O)[O-].[Na+]").molecule().atoms());
        assertEquals(List.of(), Read.notes("CC(=O)[O-].[Na+]"));
    }

    @Test
    void keepsTheLargestFragmentOnRequestWithANote() {
        Parsed.Ok acetate = largest("[Na+].CC(=O)[O-].O");
        assertEquals(4, acetate.molecule().atoms());
        assertEquals(List.of("2 smaller fragments left out"), acetate.notes());
        assertEquals(List.of(), largest("CC(=O)O").notes());
    }

    @Test
    void keepsTheFirstOfSeveralLargestAndCountsNoHydrogens() {
        assertEquals(AtomFeatures.ELEMENTS.indexOf("N"), Featurizer.standard().graph(largest("CN.CO").molecule()).atomFeatures()[AtomFeatures.COUNT]);
        assertEquals(2, largest("[2H]O[2H].CC").molecule().atoms());
    }

    @Test
    void keepsStereoOfTheFragmentThatStays() {
        assertEquals(Read.atoms("C[C@H](F)Cl", Read.CHIRALITY),
                List.of(0, Featurizer.standard().graph(largest("[Na+].C[C@H](F)Cl").molecule()).atomFeatures()[AtomFeatures.COUNT + 8], 0, 0));
        assertEquals(DoubleBond.E, Featurizer.standard().graph(largest("[Na+].C/C=C/C").molecule()).bondFeatures()[BondFeatures.COUNT + 2]);
    }

    @Test
    void refusesALimitOutOfRange() {
        assertEquals("maxAtoms must be between 1 and 2000, got 0",
                assertThrows(IllegalArgumentException.class, () -> ParseSettings.standard().withMaxAtoms(0)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> ParseSettings.standard().withMaxAtoms(2001));
    }
}
