package dev.trivium.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.trivium.molecular.featurize.Molecule;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.featurize.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRowsTest {

    private static final ManyRows ROWS = new ManyRows(List.of("CCO", "c1ccccc1", "CC(=O)O"), 3000);

    @Test
    void oneRowInAHundredIsBroken() {
        assertEquals(30, IntStream.range(0, ROWS.rows()).filter(ROWS::broken).count());
    }

    @Test
    void brokenRowsAreNoMoleculesAndTheOthersAre() {
        for (int row = 0; row < ROWS.rows(); row++) {
            Parsed parsed = Molecule.parse(ROWS.smiles(row), ParseSettings.standard());
            assertEquals(ROWS.broken(row), parsed instanceof Parsed.Refused, "row " + row + ": " + ROWS.smiles(row));
        }
    }

    @Test
    void answersInTheRightOrderAreGood(@TempDir Path folder) throws IOException {
        assertEquals("3,000 of 3,000 rows answered in order, 0 answered wrongly, 0 too many", check(folder, answers()).toString());
    }

    @Test
    void twoAnswersThatChangedPlacesAreSeen(@TempDir Path folder) throws IOException {
        String[] lines = answers();
        String first = lines[1];
        lines[1] = lines[2];
        lines[2] = first;
        assertEquals("2,998 of 3,000 rows answered in order, 2 answered wrongly, 0 too many", check(folder, lines).toString());
    }

    @Test
    void aBrokenRowWithANumberIsWrong(@TempDir Path folder) throws IOException {
        String[] lines = answers();
        lines[51] = lines[51].replace(",,refused,", ",1.5,ok,");
        assertEquals("3,000 of 3,000 rows answered in order, 1 answered wrongly, 0 too many", check(folder, lines).toString());
    }

    @Test
    void aMissingAnswerIsSeen(@TempDir Path folder) throws IOException {
        String[] lines = answers();
        lines[lines.length - 1] = null;
        assertEquals("2,999 of 3,000 rows answered in order, 0 answered wrongly, 0 too many", check(folder, lines).toString());
    }

    private static Answers check(Path folder, String[] lines) throws IOException {
        Path file = folder.resolve("answers.csv");
        Files.write(file, Arrays.stream(lines).filter(Objects::nonNull).toList());
        return Answers.check(ROWS, file);
    }

    /** What the command would say. */
    private static String[] answers() {
        String[] lines = new String[ROWS.rows() + 1];
        lines[0] = "id,smiles,atoms_predicted,outcome,note";
        for (int row = 0; row < ROWS.rows(); row++) {
            lines[row + 1] = row + "," + "\"" + ROWS.smiles(row).replace("\"", "\"\"") + "\""
                    + (ROWS.broken(row) ? ",,refused,no molecule" : ",1.25,ok,");
        }
        return lines;
    }
}
