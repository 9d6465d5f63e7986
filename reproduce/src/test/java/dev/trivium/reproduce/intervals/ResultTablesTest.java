package dev.trivium.reproduce.intervals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Origin;
import dev.trivium.reproduce.record.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {

    @TempDir
    private Path folder;

    private static Line line(String method, long seed, String variant, double nominal, String over, double share) {
        return new Line("etth1-24", method, seed, variant, nominal, over, 100, Math.round(share * 1e5) / 1e5, 1.5, new Line.Fit(2, 1, 10), new Origin(1, "abc", "m", "v"));
    }

    private static List<Line> lines(double first, double second) {
        List<Line> lines = new ArrayList<>();
        for (long seed : new long[] {1, 2}) {
            double share = seed == 1 ? first : second;
            for (String variant : List.of("fixed", "adaptive")) {
                lines.add(line("waverora", seed, variant, 0.8, "all", variant.equals("fixed") ? share - 0.1 : share));
                lines.add(line("waverora", seed, variant, 0.8, "step 1", 0.5));
                lines.add(line("waverora", seed, variant, 0.95, "all", 0.95));
            }
        }
        return lines;
    }

    @Test
    void seedsAreAveragedAndWhatIsOffIsMarked() {
        String text = new ResultTables(lines(0.79, 0.82)).markdown();
        assertTrue(text.contains("| waverora | adaptive | 2 | 2 | 80.5 % | 79.0 – 82.0 | 1.500 | 95.0 % | 95.0 – 95.0 | 1.500 |"), text);
        assertTrue(text.contains("| waverora | fixed | 2 | 2 | 70.5 % (off) | 69.0 – 72.0 | 1.500 |"), text);
        assertTrue(text.contains("- etth1-24: the adaptive intervals of waverora hold their shares within 3 points, 2 of 5 seeds so far. fixed 80 % → 70.5 % (**off**);"), text);
        assertTrue(text.contains("| waverora | fixed | 50.0 |"), text);
        assertTrue(text.contains("- etth1-96: not run"), text);
        assertTrue(new ResultTables(lines(0.70, 0.72)).markdown().contains("the adaptive intervals of waverora do **not** hold"));
    }

    @Test
    void threePointsAreWithinAndMoreIsNot() {
        assertTrue(Summary.of(List.of(line("linear", 1, "fixed", 0.8, "all", 0.83))).get(0).holds());
        assertTrue(Summary.of(List.of(line("linear", 1, "fixed", 0.8, "all", 0.77))).get(0).holds());
        assertTrue(!Summary.of(List.of(line("linear", 1, "fixed", 0.8, "all", 0.8301))).get(0).holds());
    }

    @Test
    void linesComeBackFromTheirFileAndBadOnesAreNamed() throws IOException {
        Path file = folder.resolve("runs.csv");
        Lines.FILE.write(file, lines(0.79, 0.82));
        assertEquals(lines(0.79, 0.82), Lines.FILE.read(file));
        Files.writeString(file, Files.readString(file).replaceFirst("etth1-24", "moon"));
        var e = assertThrows(IOException.class, () -> Lines.FILE.read(file));
        assertEquals(file + ", line 2: case must be one of etth1-24, etth1-96, esol-scaffold, esol-random, 5g-blocks, got moon", e.getMessage());
    }

    @Test
    void recordingReplacesTheSameFitsAndKeepsTheOrder() throws IOException {
        Files.writeString(folder.resolve("README.md"), "<!-- made from expected.csv by run.sh -->\n<!-- end of what is made -->\n");
        Recorded<Line> recorded = Lines.in(folder);
        recorded.add(lines(0.5, 0.5));
        recorded.add(List.of(line("waverora", 2, "fixed", 0.8, "all", 0.7), line("linear", 1, "fixed", 0.8, "all", 0.9)));
        List<Line> all = recorded.runs();
        assertEquals("linear", all.get(0).method());
        assertEquals(1, all.stream().filter(line -> line.run().equals(Line.run("etth1-24", "waverora", 2))).count());
        assertEquals(6, all.stream().filter(line -> line.run().equals(Line.run("etth1-24", "waverora", 1))).count());
    }
}
