package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotifsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CCCC             | [[0, 1], [1, 2], [2, 3]]", // plain carbons: a motif for each bond
        "CCCO             | [[2, 3], [0, 1], [1, 2]]",
        "CC(=O)OC         | [[0, 1, 2, 3, 4]]", // functional atoms in a chain are one group
        "CCC(=O)CCN       | [[1, 2, 3, 4], [5, 6], [0, 1], [4, 5]]",
        "COCOC            | [[0, 1, 2, 3, 4]]", // an acetal carbon joins its oxygens
        "COCCOC           | [[0, 1, 2], [3, 4, 5], [2, 3]]",
        "C1CC1            | [[0, 1, 2]]",
        "C1CC1C           | [[2, 3], [0, 1, 2]]",
        "c1ccncc1         | [[0, 1, 2, 3, 4, 5]]", // a ring atom alone is no group
        "Oc1ccccc1        | [[0, 1], [1, 2, 3, 4, 5, 6]]",
        "O=C1CCCC1        | [[0, 1], [1, 2, 3, 4, 5]]",
        "c1ccc2ccccc2c1   | [[0, 1, 2, 3, 8, 9], [3, 4, 5, 6, 7, 8]]", // fused rings share two atoms and stay apart
        "C1CCC2(CC1)CCC2  | [[0, 1, 2, 3, 4, 5], [3, 6, 7, 8]]", // spiro
        "C1CC2CCC1C2      | [[0, 1, 2, 3, 4, 5, 6]]", // bridged rings are one
        "C1C2CC3CC1CC(C2)C3 | [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]]", // a cage
        "C1CC11CC1        | [[0, 1, 2], [2, 3, 4]]",
        "[Na+].[Cl-]      | [[0], [1]]",
        "CC(=O)[O-].[Na+] | [[0, 1, 2, 3], [4]]",
        "C                | [[0]]", "O | [[0]]", "C.C | [[]]",
    })
    void cutsAMoleculeIntoGroupsBondsAndRings(String smiles, String motifs) {
        assertEquals(motifs, Read.motifs(smiles));
    }

    @Test
    void countsAtomsAndBondsOfAMotif() {
        // acetic acid: C2 O2, two single bonds and a double one
        assertArrayEquals(new int[] {2, 2, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0}, Read.graph("CC(=O)O").motifFeatures());
        // a silyl bromide: a halogen, another element, the carbon taken in
        assertArrayEquals(new int[] {1, 0, 0, 0, 0, 1, 1, 2, 0, 0, 0, 0}, Read.graph("Br[SiH2]C").motifFeatures());
        // pyridine: a ring of five C and one N
        assertArrayEquals(new int[] {5, 0, 1, 0, 0, 0, 0, 0, 0, 0, 6, 1}, Read.graph("c1ccncc1").motifFeatures());
    }

    @Test
    void leavesTheFeaturesOfMethaneAtZeroButNotOfWater() {
        assertArrayEquals(new int[12], Read.graph("C").motifFeatures());
        assertArrayEquals(new int[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Read.graph("O").motifFeatures());
        assertArrayEquals(new int[12], Read.graph("C.C").motifFeatures());
    }

    @Test
    void clampsCountsAtTheLastIndex() {
        int[] ring = Read.graph("C1" + "C".repeat(19) + "1").motifFeatures();
        assertEquals(10, ring[0]);
        assertEquals(10, ring[7]);
        int[] polyether = Read.graph("C" + "OCOC".repeat(5)).motifFeatures();
        assertEquals(5, polyether[1]);
    }

    @Test
    void keepsTheSameMotifsInBothOrders() {
        String smiles = "CC(=O)Nc1ccc(cc1)S(=O)(=O)NC2CC2CCC(C(=O)OC)N3C4CCC3CC4";
        Molecule molecule = Read.parsed(smiles).molecule();
        int[][] ascending = Featurizer.standard().graph(molecule).motifAtoms();
        int[][] reference = new Featurizer(MotifOrder.REFERENCE).graph(molecule).motifAtoms();
        Arrays.sort(ascending, Arrays::compare);
        Arrays.sort(reference, Arrays::compare);
        assertEquals(Arrays.deepToString(ascending), Arrays.deepToString(reference));
    }

    @Test
    void handsOutCopies() {
        MoleculeGraph graph = Read.graph("CCO");
        graph.atomFeatures()[0] = 9;
        graph.motifAtoms()[0][0] = 9;
        assertEquals(0, graph.atomFeatures()[0]);
        assertEquals(1, graph.motifAtoms()[0][0]);
    }
}
