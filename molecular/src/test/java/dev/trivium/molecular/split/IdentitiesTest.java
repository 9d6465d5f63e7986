package dev.trivium.molecular.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.molecular.MoleculeSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final double NAN = Double.NaN;

    private final Identities identities = Identities.of(MoleculeSet.of(
            List.of("CCO", "c1ccccc1", "OCC", "not one", "C1=CC=CC=C1", "not one", "C(C)O"), List.of("a", "b"),
            new double[] {1, 0.5, 0, 0, 1, -0.25, 0, 1, NAN, 0, 1, 0, 1, NAN}));

    @Test
    void groupsRowsOfOneMoleculeHoweverWritten() {
        List<int[]> groups = identities.groups();
        assertEquals(4, groups.size());
        assertArrayEquals(new int[] {0, 2, 6}, groups.get(0));
        assertArrayEquals(new int[] {1, 4}, groups.get(1));
        assertArrayEquals(new int[] {3}, groups.get(2));
        assertArrayEquals(new int[] {5}, groups.get(3));
        assertEquals(2, identities.repeated().size());
        assertEquals(2, identities.unreadable());
    }

    @Test
    void findsLabelsThatDifferForOneMolecule() {
        assertEquals(List.of(new Identities.Conflict("CCO", "b", List.of(0, 2), -0.25, 0.5)), identities.conflicts());
    }

    @Test
    void saysWhatAReaderShouldKnow() {
        assertEquals(List.of("2 of 7 rows cannot be read as a molecule, the first is row 3 (counted from 0): \"not one\"",
                "2 molecules occur more than once, in 5 of 7 rows (counted from 0), such as CCO in rows [0, 2, 6]; c1ccccc1 in rows [1, 4]",
                "1 time one molecule has different labels, such as CCO in rows [0, 2]: b from -0.25 to 0.5"), identities.notes());
        assertEquals(List.of(), Identities.of(MoleculeSet.unlabelled(List.of("C", "CC"))).notes());
    }
}
