package dev.trivium.molecular.featurize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmilesScannerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "CCX         | unexpected 'X' at character 3",
        "C>C         | unexpected '>' at character 2",
        "C~C         | unexpected '~' at character 2",
        "C\u00e9     | unexpected character with code 233 at character 2",
        "C(C         | branch that is not closed at character 2",
        "C)C         | branch closed that was not opened at character 2",
        "(C)         | branch without an atom before it at character 1",
        "C()C        | branch without an atom in it at character 3",
        "C(=)C       | bond without an atom after it at character 3",
        "C1CC        | ring that is not closed at character 2",
        "C11         | ring of one atom at character 3",
        "C12CC12     | second bond between two atoms at character 7",
        "1CC1        | ring number without an atom before it at character 1",
        "C%1         | '%' without two digits after it at character 2",
        "=C          | bond without an atom before it at character 1",
        "C==C        | bond without an atom after it at character 2",
        "CC=         | bond without an atom after it at character 3",
        ".C          | dot without an atom before it at character 1",
        "C..C        | dot without an atom before it at character 3",
        "C.          | dot without an atom after it at character 2",
        "C=.C        | bond without an atom after it at character 2",
        "[C          | bracket that is not closed at character 1",
        "C[]         | bracket that holds no atom at character 2",
        "[CH99]      | bracket that holds no atom at character 1",
        "[C@@@H]     | bracket that holds no atom at character 1",
        "[1234C]     | bracket that holds no atom at character 1",
        "[Xx]        | bracket that holds no known element at character 1",
        "[Cl2]       | bracket that holds no atom at character 1",
        "[aC]        | bracket that holds no atom at character 1",
        "[bc]        | bracket that holds no known element at character 1",
        "[#119]      | bracket that holds no known element at character 1",
    })
    void tellsTheCharacterAtWhichAStringBreaksTheGrammar(String smiles, String reason) {
        assertEquals(reason, Read.refusal(smiles));
    }

    @Test
    void refusesAnEmptyString() {
        assertEquals("empty", Read.refusal(""));
        assertEquals("empty", Read.refusal(" \t\n"));
    }

    @Test
    void ignoresWhatFollowsAStringWithANote() {
        assertEquals(1, Read.notes("CCO ethanol").size());
        assertEquals("CCO", Read.parsed("  CCO\tethanol").molecule().smiles());
        assertEquals(0, Read.notes(" CCO ").size());
    }

    @Test
    void numbersBondsAlongTheStringThenRingClosuresByNumber() {
        int[] ends = Read.graph("C2CC1CCCC1C2").bondEnds();
        int[] closures = {6, 2, 7, 0};
        for (int k = 0; k < 4; k++) {
            assertEquals(closures[k], ends[ends.length - 4 + k]);
        }
    }

    @Test
    void readsTwoDigitRingNumbersAndUsesNumbersAgain() {
        assertEquals(Read.rings("C1CC1C1CC1").size(), Read.rings("C%10CC%10C%01CC1").size());
    }

    @Test
    void takesADoubledBackslashForOne() {
        assertEquals(Read.bonds("C/C=C\\C", Read.STEREO), Read.bonds("C/C=C\\\\C", Read.STEREO));
    }

    @Test
    void refusesMoreAtomsThanAllowedWithoutReadingOn() {
        assertEquals(new Parsed.Refused("more than 5 atoms"), Molecule.parse("C".repeat(1_000_000), ParseSettings.standard().withMaxAtoms(5)));
        assertEquals(5, Read.parsed("CCCCC").molecule().atoms());
    }
}
