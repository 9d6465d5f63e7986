package dev.trivium.molecular.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdfTest {

    private static final String ETHANOL = """
            ethanol
              by hand

              3  2  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                1.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
                1.5000    1.0000    0.0000 O   0  0  0  0  0  0  0  0  0  0  0  0
              1  2  1  0  0  0  0
              2  3  1  0  0  0  0
            M  END
            """;

    @TempDir
    private Path folder;

    @Test
    void readsStructuresNamesAndDataItemsInTheOrderOfTheirFirstUse() throws IOException {
        Path file = sdf(ETHANOL + item("logS", "1.1") + "$$$$\n" + ETHANOL + item("year", "1999") + item("logS", "") + "$$$$\n");
        MoleculeReading reading = MoleculeFile.read(file, TableOptions.defaults().withTargets("logS").withKeep("name", "year"));
        assertEquals(List.of("CCO", "CCO"), reading.set().smiles());
        assertEquals(1.1, reading.set().label(0, 0));
        assertTrue(Double.isNaN(reading.set().label(1, 0)));
        assertEquals(List.of("ethanol", "ethanol"), reading.column("name"));
        assertEquals(List.of("", "1999"), reading.column("year"));
        assertEquals(15, reading.line(1));
        try (MoleculeRows rows = MoleculeFile.open(file, TableOptions.defaults())) {
            assertEquals(List.of("smiles", "name", "logS", "year"), rows.columns());
        }
    }

    @Test
    void answersEveryEntryWhateverIsWrongWithIt() throws IOException {
        String broken = ETHANOL.replace("  1  2  1", "  1  9  1");
        Path file = sdf(ETHANOL + "$$$$\n" + broken + item("y", "2") + "$$$$\nnothing\n$$$$\n" + ETHANOL + item("y", "3") + item("y", "4")
                + "$$$$\n" + ETHANOL);
        List<MoleculeRow> rows = rows(file);
        assertEquals(List.of("CCO", "", "", "CCO", "CCO"), rows.stream().map(MoleculeRow::smiles).toList());
        assertEquals(List.of("", "2", "", "3", ""), rows.stream().map(row -> row.cells().get(2)).toList());
        assertEquals(Optional.empty(), rows.get(0).fault());
        assertTrue(rows.get(1).fault().orElse("").startsWith("structure cannot be read: "), rows.get(1).fault()::toString);
        assertTrue(rows.get(2).fault().isPresent());
        assertEquals(Optional.of("data item y must occur once, got it again"), rows.get(3).fault());
        assertEquals(Optional.empty(), rows.get(4).fault());
    }

    @Test
    void readsAFileWithADamagedStructureAndNotesIt() throws IOException {
        Path file = sdf(ETHANOL.replace("  1  2  1", "  1  9  1") + item("y", "2") + "$$$$\n" + ETHANOL + item("y", "1") + "$$$$\n");
        MoleculeReading reading = MoleculeFile.read(file, TableOptions.defaults().withTargets("y"));
        assertEquals(List.of("", "CCO"), reading.set().smiles());
        assertEquals(2.0, reading.set().label(0, 0));
        assertEquals(1, reading.notes().size());
        assertTrue(reading.notes().get(0).startsWith("line 1: structure cannot be read: "), reading.notes()::toString);
    }

    @Test
    void takesSmilesFromADataItemWhereThatIsStated() throws IOException {
        Path file = sdf(ETHANOL + item("smiles", "CCN") + "$$$$\n");
        assertEquals(List.of("CCO"), MoleculeFile.read(file, TableOptions.defaults()).set().smiles());
        assertEquals(List.of("CCN"), MoleculeFile.read(file, TableOptions.defaults().withSmiles("smiles")).set().smiles());
        assertEquals(List.of("CCO"), MoleculeFile.read(file, TableOptions.defaults().withSmiles("structure smiles")).set().smiles());
    }

    @Test
    void refusesALabelWithTheLineOfItsEntry() throws IOException {
        Path file = sdf(ETHANOL + item("y", "1") + "$$$$\n" + ETHANOL + item("y", "high") + "$$$$\n");
        assertEquals(file + ":15: label y must be a number or empty, got high", assertThrows(IOException.class,
                () -> MoleculeFile.read(file, TableOptions.defaults().withTargets("y"))).getMessage());
    }

    private Path sdf(String text) throws IOException {
        return Files.writeString(folder.resolve("x.sdf"), text);
    }

    private static String item(String name, String value) {
        return "> <" + name + "> (1)\n" + value + "\n" + (value.isEmpty() ? "" : "\n");
    }

    private static List<MoleculeRow> rows(Path file) throws IOException {
        List<MoleculeRow> all = new ArrayList<>();
        try (MoleculeRows rows = MoleculeFile.open(file, TableOptions.defaults())) {
            for (Optional<MoleculeRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get());
            }
        }
        return all;
    }
}
