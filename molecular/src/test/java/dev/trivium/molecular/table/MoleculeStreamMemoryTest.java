package dev.trivium.molecular.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200,000 rows of 500 bytes are 100 MB of text; a heap of 40 MB holds no large share of them. */
class MoleculeStreamMemoryTest {

    private static final int ROWS = 200_000;

    @TempDir
    private Path folder;

    @Test
    void twoHundredThousandRowsStreamThroughASmallHeap() throws IOException, InterruptedException {
        Path table = folder.resolve("table.csv");
        String note = "x".repeat(480);
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            out.write("smiles,note,number\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(i % 100 == 7 ? "broken\n" : "CCO," + note + "," + i + "\n");
            }
        }
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx40m", "-cp",
                System.getProperty("java.class.path"), MoleculeStreamMemoryTest.class.getName(), table.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "reading took more than two minutes");
        String said = Files.readString(log);
        assertEquals(0, process.exitValue(), said);
    }

    /** Goes through a table in a process of its own; fails unless every row arrives in order. */
    public static void main(String[] arguments) throws IOException {
        long rows = 0;
        long damaged = 0;
        try (MoleculeRows table = MoleculeFile.open(Path.of(arguments[0]), TableOptions.defaults())) {
            for (Optional<MoleculeRow> row = table.next(); row.isPresent(); row = table.next()) {
                boolean whole = row.get().fault().isEmpty();
                if (row.get().number() != rows || whole && !row.get().cells().get(2).equals(Long.toString(rows))) {
                    throw new IllegalStateException("got " + row.get() + " as row " + rows);
                }
                damaged += whole ? 0 : 1;
                rows++;
            }
        }
        if (rows != ROWS || damaged != ROWS / 100) {
            throw new IllegalStateException("got " + rows + " rows, " + damaged + " of them damaged");
        }
    }
}
