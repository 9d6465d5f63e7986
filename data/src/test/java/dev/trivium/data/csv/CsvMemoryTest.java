package dev.trivium.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million rows of 20 columns are 160 MB of numbers; a heap of 512 MB is room for them twice and for little else. */
class CsvMemoryTest {

    private static final int ROWS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void aMillionRowsOfTwentyColumnsFitIntoHalfAGigabyte() throws IOException, InterruptedException {
        Path table = writeTable();
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), CsvMemoryTest.class.getName(), table.toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "reading took more than two minutes");
        assertEquals(0, process.exitValue(), () -> text(log));
    }

    /** Reads a table in a process of its own; fails unless all of it arrives. */
    public static void main(String[] arguments) throws IOException {
        CsvReading reading = CsvSeries.read(Path.of(arguments[0]), CsvOptions.defaults());
        if (reading.series().length() != ROWS || reading.series().width() != 20 || reading.missingCells() != 0) {
            throw new IllegalStateException("got " + reading.series());
        }
    }

    private Path writeTable() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        byte[][] cells = new byte[997][];
        for (int i = 0; i < cells.length; i++) {
            StringBuilder row = new StringBuilder();
            for (int s = 0; s < 20; s++) {
                row.append(',').append(random.nextDouble(-100, 100));
            }
            cells[i] = row.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        }
        Path path = folder.resolve("table.csv.gz");
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(path)) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }, 1 << 16)) {
            StringBuilder header = new StringBuilder("date");
            for (int s = 0; s < 20; s++) {
                header.append(",v").append(s);
            }
            out.write(header.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            LocalDateTime start = LocalDateTime.of(2020, 1, 1, 0, 0);
            for (int i = 0; i < ROWS; i++) {
                out.write(start.plusMinutes(i).toString().getBytes(StandardCharsets.UTF_8));
                out.write(cells[i % cells.length]);
            }
        }
        return path;
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return log + " cannot be read: " + e.getMessage();
        }
    }
}
