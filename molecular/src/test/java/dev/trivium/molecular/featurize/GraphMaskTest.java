package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GraphMaskTest {

    private static MoleculeGraph graph(String smiles) {
        return Featurizer.standard().graph(((Parsed.Ok) Molecule.parse(smiles, ParseSettings.standard())).molecule());
    }

    @Test
    void aMotifGoesWithItsAtomsAndTheirBondsAndTheRestKeepsItsFeatures() {
        MoleculeGraph whole = graph("c1ccccc1CCO");
        int ring = whole.motifs() - 1;
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, whole.motifAtoms()[ring]);
        MoleculeGraph rest = whole.without(ring).orElseThrow();
        assertEquals(3, rest.atoms());
        assertEquals(whole.motifs() - 1, rest.motifs());
        assertArrayEquals(new int[] {0, 1, 1, 2}, rest.bondEnds());
        assertArrayEquals(Arrays.copyOfRange(whole.atomFeatures(), 6 * AtomFeatures.COUNT, 9 * AtomFeatures.COUNT), rest.atomFeatures());
        assertArrayEquals(Arrays.copyOf(whole.motifFeatures(), ring * MotifFeatures.COUNT), rest.motifFeatures());
        for (int[] atoms : rest.motifAtoms()) {
            assertTrue(Arrays.stream(atoms).allMatch(a -> a >= 0 && a < 3));
        }
    }

    @Test
    void nothingIsLeftOfAMoleculeOfOneMotif() {
        assertTrue(graph("c1ccccc1").without(0).isEmpty());
        assertTrue(graph("O").without(0).isEmpty());
    }
}
