package dev.trivium.molecular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MoleculeHashTest {

    private static MoleculeSet set(List<String> smiles, String task, double... labels) {
        return MoleculeSet.of(smiles, List.of(task), labels);
    }

    @Test
    void equalMoleculesHaveEqualHashes() {
        MoleculeSet all = set(List.of("C", "CC", "O"), "y", 1, Double.NaN, 3);
        assertEquals(set(List.of("C", "O"), "y", 1, 3).sha256(), all.select(0, 2).sha256());
        assertTrue(all.sha256().matches("[0-9a-f]{64}"), all.sha256());
    }

    @Test
    void whateverDiffersChangesTheHash() {
        String hash = set(List.of("C", "CC"), "y", 1, 2).sha256();
        assertNotEquals(hash, set(List.of("C", "CO"), "y", 1, 2).sha256());
        assertNotEquals(hash, set(List.of("CC", "C"), "y", 1, 2).sha256());
        assertNotEquals(hash, set(List.of("CC", "C"), "y", 2, 1).sha256());
        assertNotEquals(hash, set(List.of("CCC", ""), "y", 1, 2).sha256());
        assertNotEquals(hash, set(List.of("C", "CC"), "z", 1, 2).sha256());
        assertNotEquals(hash, set(List.of("C", "CC"), "y", 1, Double.NaN).sha256());
    }
}
