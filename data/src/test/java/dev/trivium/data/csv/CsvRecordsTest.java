package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRecordsTest {

    @TempDir
    private Path folder;

    @Test
    void givesTextsWithoutBlanksAroundThemAndTheirLines() throws IOException {
        Path file = CsvText.of(folder, "\na ; b;c\n\n 1;\"two\nlines\"; 3 \n;;\nshort\n1;2;3;4\n").path();
        try (CsvRecords records = CsvRecords.open(file, Dialect.defaults())) {
            assertEquals(List.of("a", "b", "c"), records.header());
            assertEquals(';', records.delimiter());
            assertEquals(List.of(new CsvRecord(4, List.of("1", "two\nlines", "3")), new CsvRecord(6, List.of("", "", "")),
                    new CsvRecord(7, List.of("short")), new CsvRecord(8, List.of("1", "2", "3", "4"))), rest(records));
            assertEquals(Optional.empty(), records.next());
        }
    }

    @Test
    void keepsEmptyLinesWithinATableOfOneColumn() throws IOException {
        Path file = CsvText.of(folder, "a\n\nx\n\n\"\"\ny\n\n").path();
        try (CsvRecords records = CsvRecords.open(file, Dialect.defaults())) {
            assertEquals(List.of("", "x", "", "", "y"), rest(records).stream().map(record -> record.cells().get(0)).toList());
        }
    }

    @Test
    void unpacksAndDecodes() throws IOException {
        Path packed = folder.resolve("t.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a,b\n\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        try (CsvRecords records = CsvRecords.open(packed, Dialect.defaults())) {
            assertEquals(List.of(new CsvRecord(2, List.of("\u00e9", "2"))), rest(records));
            assertEquals(List.of("the text is read as ISO-8859-1, for line 2 is not UTF-8; another encoding can be stated"), records.notes());
        }
        Path marked = CsvText.of(folder, "\ufeffa,b\n1,2\n", StandardCharsets.UTF_8).path();
        try (CsvRecords records = CsvRecords.open(marked, Dialect.defaults())) {
            assertEquals(List.of("a", "b"), records.header());
        }
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        Path absent = folder.resolve("absent.csv");
        assertEquals(absent + ": no such file", refused(absent));
        Path damaged = folder.resolve("damaged.csv.gz");
        byte[] whole;
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("a,b\n1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            out.close();
            whole = bytes.toByteArray();
        }
        Files.write(damaged, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refused(damaged).startsWith(damaged + ": is a damaged compressed file: "), () -> refused(damaged));
        Path open = CsvText.of(folder, "a,b\n1,2\n\"3,4\n5,6\n").path();
        assertTrue(refused(open).startsWith(open + ": cannot be cut into fields after line 2"), () -> refused(open));
    }

    private static String refused(Path file) {
        return assertThrows(CsvFormatException.class, () -> {
            try (CsvRecords records = CsvRecords.open(file, Dialect.defaults())) {
                rest(records);
            }
        }).getMessage();
    }

    private static List<CsvRecord> rest(CsvRecords records) throws IOException {
        List<CsvRecord> rest = new ArrayList<>();
        for (Optional<CsvRecord> record = records.next(); record.isPresent(); record = records.next()) {
            rest.add(record.get());
        }
        return rest;
    }
}
