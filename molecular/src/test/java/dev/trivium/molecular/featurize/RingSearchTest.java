package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingSearchTest {

    private static List<Integer> sizes(String smiles) {
        return Read.rings(smiles).atoms().stream().map(ring -> ring.length).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CCO | []", "C1CC1 | [3]", "C1CC1.C1CCC1 | [3, 4]",
        "c1ccc2ccccc2c1 | [6, 6]",
        "C1CC2CCC1C2 | [5, 5]", // norbornane
        "C1CCC2(CC1)CCC2 | [4, 6]", // spiro
        "C1C2CC3CC1CC(C2)C3 | [6, 6, 6, 6]", // adamantane: three are independent, four of equal standing
        "C12C3C4C1C5C2C3C45 | [4, 4, 4, 4, 4, 4]", // cubane: five are independent
        "C1CC2CCC1CC2 | [6, 6, 6]", // bicyclooctane
        "C1CC11CC1 | [3, 3]",
    })
    void findsTheSmallestRingsAndThoseOfEqualStanding(String smiles, String expected) {
        assertEquals(expected, sizes(smiles).toString());
    }

    @Test
    void listsTheAtomsOfARingAlongIt() {
        AtomGraph graph = Read.atomGraph("C1CC2CCC1C2");
        Rings rings = Read.rings("C1CC2CCC1C2");
        for (int r = 0; r < rings.size(); r++) {
            for (int k = 0; k < rings.atoms().get(r).length; k++) {
                int next = rings.atoms().get(r)[(k + 1) % rings.atoms().get(r).length];
                assertEquals(rings.bonds().get(r)[k], graph.bond(rings.atoms().get(r)[k], next));
            }
        }
    }

    @Test
    void findsThirtyTwoRingsOfBuckminsterfullerene() {
        String fullerene = "c12c3c4c5c1c6c7c8c2c9c1c3c2c3c4c4c%10c5c5c6c6c7c7c%11c8c9c8c9c1c2c1c2c3c4c3c4c%10c5c5c6c6c7c7c%11c8c8c9c1c1c2"
                + "c3c2c4c5c6c3c7c8c1c23";
        List<Integer> sizes = sizes(fullerene);
        assertEquals(32, sizes.size());
        assertEquals(12, sizes.stream().filter(size -> size == 5).count());
        assertEquals(20, sizes.stream().filter(size -> size == 6).count());
    }
}
