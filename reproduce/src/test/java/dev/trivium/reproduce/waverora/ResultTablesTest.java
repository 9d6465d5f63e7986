package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTablesTest {

    private static ResultTables tables(SeedRun... runs) throws IOException {
        return ResultTables.of(PaperTable.read(), List.of(runs));
    }

    @Test
    void aRowThatWasRunStandsBesideThePaper() throws IOException {
        String text = tables(Runs.of("ETTh1", 96, 2025, 0.3741)).markdown();
        assertTrue(text.contains("| ETTh1 | 96 | 0.374 / 0.396 | 0.3754 | **0.3741 / 0.3950** | 0.380 (held) | +0.0 % | 0.3742 / 0.3960"
                + " | 1.2940 / 0.7130 | 0.5120 / 0.4330 | 0.3840 / 0.3920 | 1 |\n"), text);
        assertTrue(text.contains("| ETTh1 | 96 | 2025 | 0.3741 / 0.3950 | 2785 (2784) | 14 | 11 | 68 | 1 | 0123456789 |"), text);
        assertTrue(text.endsWith("Made with engine 1, Java 17.\n"), text);
    }

    @Test
    void everyOtherRowSaysNotRun() throws IOException {
        String text = tables(Runs.of("ETTh1", 96, 2025, 0.3741)).markdown();
        assertEquals(31, text.lines().filter(line -> line.contains("| not run | ") && line.endsWith("| – |")).count());
        assertTrue(text.contains("| Solar | 720 | 0.244 / 0.268 | – | not run | 0.254 | not run | – | – | – | – | – |\n"), text);
    }

    @Test
    void seedsAreAveragedWithTheirDeviation() throws IOException {
        String text = tables(Runs.of("ETTh2", 96, 1, 0.28), Runs.of("ETTh2", 96, 2, 0.29), Runs.of("ETTh2", 96, 3, 0.30)).markdown();
        assertTrue(text.contains("| **0.2900 ± 0.0100 / 0.3950** | 0.290 (held) | +3.6 % |"), text);
    }

    @Test
    void aScoreAboveTheLimitIsMissed() throws IOException {
        String text = tables(Runs.of("ETTh2", 96, 1, 0.29001)).markdown();
        assertTrue(text.contains("| 0.290 (missed) |"), text);
    }

    @Test
    void theCsvHasTheSameCellsInEveryLine() throws IOException {
        List<String> lines = tables(Runs.of("ETTh1", 96, 1, 0.374), Runs.of("ETTh1", 96, 2, 0.376)).csv().lines().toList();
        assertEquals(33, lines.size());
        assertTrue(lines.get(1).startsWith("ETTh1,96,0.374,0.396,0.3754,0.375000,0.395000,0.001414,0.000000,0.380,held,0.27,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("ETTh1,192,0.428,0.427,,not run,not run,,,0.445,not run,,"), lines.get(2));
        long cells = lines.get(0).chars().filter(c -> c == ',').count();
        assertEquals(cells, lines.get(2).chars().filter(c -> c == ',').count());
    }
}
