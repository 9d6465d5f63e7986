package dev.trivium.molecular.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsSmilesLabelsAndKeptColumns() throws IOException {
        Path file = csv("tox.csv", "id,smiles,NR-AR,NR-ER,year\n1,CCO,1,0.0,2001\n2, c1ccccc1 ,,1e0,2003\n3,C,NA,?,2002\n");
        MoleculeReading reading = MoleculeFile.read(file, TableOptions.defaults().withTargets("NR-ER", "NR-AR").withKeep("year"));
        MoleculeSet set = reading.set();
        assertEquals(List.of("CCO", "c1ccccc1", "C"), set.smiles());
        assertEquals(List.of("NR-ER", "NR-AR"), set.tasks());
        assertEquals(List.of(0.0, 1.0, 1.0, Double.NaN, Double.NaN, Double.NaN),
                List.of(set.label(0, 0), set.label(0, 1), set.label(1, 0), set.label(1, 1), set.label(2, 0), set.label(2, 1)));
        assertEquals(List.of("2001", "2003", "2002"), reading.column("year"));
        assertEquals("smiles", reading.smilesColumn());
        assertEquals(3, reading.line(1));
        assertEquals(List.of(), reading.notes());
    }

    @Test
    void findsDelimiterCompressionAndTheColumnsOfBaceAndTdc() throws IOException {
        Path tab = csv("caco2_wang.tab", "Drug_ID\tDrug\tY\nx\tCCO\t-4.5\n");
        assertEquals(List.of("CCO"), MoleculeFile.read(tab, TableOptions.defaults().withTargets("Y")).set().smiles());
        Path packed = folder.resolve("bace.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("mol;CID;Class;Model\nCCN;BACE_1;1;Train\n".getBytes(StandardCharsets.UTF_8));
        }
        MoleculeReading bace = MoleculeFile.read(packed, TableOptions.defaults().withTargets("class"));
        assertEquals(List.of("CCN"), bace.set().smiles());
        assertEquals(List.of("Class"), bace.set().tasks());
        assertEquals("mol", bace.smilesColumn());
    }

    @Test
    void refusesALabelThatIsNoNumberWithItsLine() throws IOException {
        Path file = csv("tox.csv", "smiles,NR-AR\nCCO,1\nCC,yes\n");
        assertEquals(file + ":3: label NR-AR must be a number or empty, got yes", refused(file, TableOptions.defaults().withTargets("NR-AR")));
        assertEquals(file + ":4: label NR-AR must be a number or empty, got >5",
                refused(csv("tox.csv", "smiles,NR-AR\n\"C\nC\",1\nC,>5\n"), TableOptions.defaults().withTargets("NR-AR")));
        assertEquals(file + ":2: label NR-AR must be finite, got 1e999",
                refused(csv("tox.csv", "smiles,NR-AR\nC,1e999\n"), TableOptions.defaults().withTargets("NR-AR")));
        for (String text : List.of("0x1p3", "1d", "Infinity", "1_000", "--1", "1.2.3", "nan.")) {
            assertEquals(file + ":2: label NR-AR must be a number or empty, got " + text,
                    refused(csv("tox.csv", "smiles,NR-AR\nC," + text + "\n"), TableOptions.defaults().withTargets("NR-AR")));
        }
    }

    @Test
    void readsADecimalCommaOnlyWhereItIsStated() throws IOException {
        Path file = csv("l.csv", "smiles;logS\nCCO;-1,5\n");
        TableOptions options = TableOptions.defaults().withTargets("logS");
        assertEquals(file + ":2: label logS must be a number or empty, got -1,5; a decimal comma has to be stated", refused(file, options));
        assertEquals(-1.5, MoleculeFile.read(file, options.withDecimal(',')).set().label(0, 0));
        Path point = csv("p.csv", "smiles;logS\nCCO;-1.5\n");
        assertEquals(point + ":2: label logS must be a number or empty, got -1.5", refused(point, options.withDecimal(',')));
    }

    @Test
    void listsTheColumnsWhereOneIsAbsentOrAmbiguous() throws IOException {
        Path none = csv("a.csv", "name,logS\nx,1\n");
        assertEquals(none + ": SMILES column must be named, for no column is called smiles; the columns are name, logS",
                refused(none, TableOptions.defaults()));
        Path two = csv("b.csv", "canonical_smiles,SMILES_raw,logS\nC,C,1\n");
        assertEquals(two + ": SMILES column must be named, for 2 columns may hold SMILES strings: canonical_smiles, SMILES_raw",
                refused(two, TableOptions.defaults()));
        assertEquals(List.of("C"), MoleculeFile.read(two, TableOptions.defaults().withSmiles("smiles_RAW")).set().smiles());
        assertEquals(two + ": target must be one column, got logP; the columns are canonical_smiles, SMILES_raw, logS",
                refused(two, TableOptions.defaults().withSmiles("SMILES_raw").withTargets("logP")));
        Path twice = csv("c.csv", "smiles,y,y\nC,1,2\n");
        assertEquals(twice + ": target must be one column, got y, which 2 columns are called: the 2. and the 3.",
                refused(twice, TableOptions.defaults().withTargets("y")));
        assertEquals(twice + ": kept column must be one column, got date; the columns are smiles, y, y",
                refused(twice, TableOptions.defaults().withKeep("date")));
        StringBuilder wide = new StringBuilder("c0");
        for (int i = 1; i < 595; i++) {
            wide.append(",c").append(i);
        }
        assertTrue(refused(csv("w.csv", wide + "\n"), TableOptions.defaults()).endsWith("c38, c39 and 555 more"));
    }

    @Test
    void refusesARowOfAnotherWidthWithItsLineAndAnEmptyFile() throws IOException {
        Path file = csv("r.csv", "smiles,y\nC,1\nCC\n");
        assertEquals(file + ":3: row must have 2 cells like the first line, got 1", refused(file, TableOptions.defaults().withTargets("y")));
        Path header = csv("h.csv", "smiles,y\n");
        assertEquals(header + ": must hold molecules, got none", refused(header, TableOptions.defaults()));
        Path empty = csv("e.csv", "");
        assertEquals(empty + ": must hold a table, got an empty file", refused(empty, TableOptions.defaults()));
        Path absent = folder.resolve("absent.csv");
        assertEquals(absent + ": no such file", refused(absent, TableOptions.defaults()));
    }

    @Test
    void goesThroughRowsWithoutStoppingAtDamagedOnes() throws IOException {
        Path file = csv("s.csv", "id,smiles\n1,CCO\n2\n\n3,CC,extra\n4,\n5,not a molecule\n");
        List<MoleculeRow> rows = rows(file);
        assertEquals(List.of(0L, 1L, 2L, 3L, 4L), rows.stream().map(MoleculeRow::number).toList());
        assertEquals(List.of(2L, 3L, 5L, 6L, 7L), rows.stream().map(MoleculeRow::line).toList());
        assertEquals(List.of("CCO", "", "CC", "", "not a molecule"), rows.stream().map(MoleculeRow::smiles).toList());
        assertEquals(Optional.of("row must have 2 cells like the first line, got 3"), rows.get(2).fault());
        assertEquals(List.of("3", "CC", "extra"), rows.get(2).cells());
        assertEquals(List.of(true, false, false, true, true), rows.stream().map(row -> row.fault().isEmpty()).toList());
    }

    @Test
    void keepsEmptyLinesOfATableOfOneColumn() throws IOException {
        List<MoleculeRow> rows = rows(csv("one.csv", "\nsmiles\nC\n\n\nCC\n\n\n"));
        assertEquals(List.of("C", "", "", "CC"), rows.stream().map(MoleculeRow::smiles).toList());
        assertEquals(List.of(3L, 4L, 5L, 6L), rows.stream().map(MoleculeRow::line).toList());
    }

    @Test
    void readsOldEncodingsAndSaysSo() throws IOException {
        Path file = Files.write(folder.resolve("latin.csv"), "smiles,name\nC,M\u00e9than\n".getBytes(StandardCharsets.ISO_8859_1));
        MoleculeReading reading = MoleculeFile.read(file, TableOptions.defaults().withKeep("name"));
        assertEquals(List.of("M\u00e9than"), reading.column("name"));
        assertEquals(List.of("the text is read as ISO-8859-1, for line 2 is not UTF-8; another encoding can be stated"), reading.notes());
        assertEquals(file + ": must be text in UTF-8, but line 2 is not UTF-8",
                refused(file, TableOptions.defaults().withEncoding(StandardCharsets.UTF_8)));
    }

    @Test
    void readsATableWithoutHeader() throws IOException {
        MoleculeReading reading = MoleculeFile.read(csv("n.csv", "CCO,1\nCC,2\n"),
                TableOptions.defaults().withoutHeader().withSmiles("c1").withTargets("c2"));
        assertEquals(2, reading.set().size());
        assertEquals(2.0, reading.set().label(1, 0));
    }

    @Test
    void readsSmiFilesWithNamesEmptyLinesAndAHeader() throws IOException {
        List<MoleculeRow> rows = rows(csv("x.smi", "SMILES Name\nCCO ethyl alcohol\n\nc1ccccc1\tbenzene\n\n"));
        assertEquals(List.of("CCO", "", "c1ccccc1"), rows.stream().map(MoleculeRow::smiles).toList());
        assertEquals(List.of("ethyl alcohol", "", "benzene"), rows.stream().map(row -> row.cells().get(1)).toList());
        assertEquals(List.of(2L, 3L, 4L), rows.stream().map(MoleculeRow::line).toList());
    }

    @Test
    void refusesTargetsNamedTwiceAndColumnsThatWereNotKept() throws IOException {
        assertEquals("targets must be different columns, got [y, y]",
                assertThrows(IllegalArgumentException.class, () -> TableOptions.defaults().withTargets("y", "y")).getMessage());
        MoleculeReading reading = MoleculeFile.read(csv("k.csv", "smiles,y\nC,1\n"), TableOptions.defaults().withKeep("y"));
        assertEquals("name must be a kept column, one of [y], got z",
                assertThrows(IllegalArgumentException.class, () -> reading.column("z")).getMessage());
    }

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
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

    private static String refused(Path file, TableOptions options) {
        return assertThrows(IOException.class, () -> MoleculeFile.read(file, options)).getMessage();
    }
}
