package dev.trivium.reproduce.intervals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.trivium.reproduce.record.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... options) throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("README.md"), "# Study\n<!-- made from expected.csv by run.sh -->\n<!-- end of what is made -->\nEnd\n");
        List<String> words = new ArrayList<>(List.of("--out", folder.resolve("out").toString(), "--home", home.toString(), "--commit", "abc"));
        words.addAll(List.of(options));
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Program.run(Reproduction::new, stream, stream, words.toArray(String[]::new));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNaiveForecastOfRealDataIsCountedRecordedAndNotRunAgain() throws IOException {
        Path mirror = root().resolveSibling("shared").resolve("data");
        assumeTrue(Files.isDirectory(mirror), "skipped: ../shared is absent");
        assertEquals(0, run("--mirror", mirror.toString(), "--cases", "etth1-24", "--methods", "seasonal-naive", "--seeds", "1", "--record"), printed());
        List<Line> lines = Lines.FILE.read(folder.resolve("home/expected.csv"));
        assertEquals(4 * 2 * (1 + 5 + 7), lines.size()); // variants, shares, and all, groups of steps, series
        assertEquals(2857L * 24 * 7, lines.get(0).points());
        assertTrue(lines.get(0).share() > 0.5 && lines.get(0).share() < 1, "share " + lines.get(0).share());
        String readme = Files.readString(folder.resolve("home/README.md"));
        assertTrue(readme.contains("| seasonal-naive | fixed | 1 | – | "), readme);
        assertTrue(readme.contains("**etth1-96** – ") && readme.contains("\nnot run\n"), readme);
        assertTrue(readme.endsWith("<!-- end of what is made -->\nEnd\n"), readme);
        int before = printed.size();
        assertEquals(0, run("--mirror", mirror.toString(), "--cases", "etth1-24", "--methods", "seasonal-naive", "--seeds", "1"));
        assertTrue(!printed().substring(before).contains("inside, width"), "what was run is kept");
    }

    @Test
    void whatIsNotKnownIsRefused() throws IOException {
        assertEquals(2, run("--cases", "moon"));
        assertTrue(printed().contains("--cases: case must be one of etth1-24, etth1-96"), printed());
        assertEquals(2, run("--cases", "etth1-24", "--methods", "oracle"));
        assertTrue(printed().contains("--methods must be among [seasonal-naive, linear, waverora], got [oracle]"), printed());
    }

    @Test
    void theTablesOfTheRepositoryAreThoseOfItsRuns() throws IOException {
        Path home = root().resolve("reproduce/intervals");
        assertEquals(Files.readString(home.resolve("README.md")), Lines.in(home).readme());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }
}
