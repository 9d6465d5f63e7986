package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aReadme() throws IOException {
        Files.writeString(folder.resolve("README.md"),
                "# Title\n\n<!-- made from expected.csv by run.sh -->\nold\n<!-- end of what is made -->\n");
    }

    @Test
    void replacesTheRunsOfTheSameSettingAndSeedAndKeepsTheOthers() throws IOException {
        Recorded<SeedRun> recorded = SeedRuns.in(folder, PaperTable.read());
        recorded.add(List.of(Runs.of("ETTh2", 96, 1, 0.3), Runs.of("ETTh1", 96, 2, 0.4)));
        recorded.add(List.of(Runs.of("ETTh1", 96, 1, 0.38), Runs.of("ETTh1", 96, 2, 0.37)));
        assertEquals(List.of(0.38, 0.37, 0.3), recorded.runs().stream().map(run -> run.all().mse()).toList());
        String readme = Files.readString(folder.resolve("README.md"));
        assertTrue(readme.startsWith("# Title\n\n<!-- made from expected.csv by run.sh -->\nMSE / MAE of"), readme);
        assertTrue(readme.contains("0.3750 ± 0.0071") && !readme.contains("old") && readme.endsWith("<!-- end of what is made -->\n"), readme);
    }

    @Test
    void aReadmeWithoutAPlaceForTheTableIsRefused() throws IOException {
        Path readme = folder.resolve("README.md");
        Files.writeString(readme, "# Title\n");
        Recorded<SeedRun> recorded = SeedRuns.in(folder, PaperTable.read());
        var e = assertThrows(IOException.class, () -> recorded.add(List.of(Runs.of("ETTh1", 96, 1, 0.38))));
        assertEquals(readme + ": must hold the lines \"<!-- made from expected.csv by run.sh -->\" and \"<!-- end of what is made -->\","
                + " in this order", e.getMessage());
    }

    @Test
    void theReadmeOfTheRepositoryIsMadeFromItsExpectedFigures() throws IOException {
        Path home = Path.of("waverora-ett").toAbsolutePath(); // tests run in the folder of the module
        assertEquals(Files.readString(home.resolve("README.md")), SeedRuns.in(home, PaperTable.read()).readme());
    }

    @Test
    void theExpectedFiguresOfTheHourlySetsAreWithinTheirLimitsAndAMissedOneIsSaid() throws IOException {
        Path home = Path.of("waverora-ett").toAbsolutePath();
        List<SeedRun> runs = SeedRuns.in(home, PaperTable.read()).runs();
        String readme = Files.readString(home.resolve("README.md"));
        for (PaperRow row : PaperTable.read().rows()) {
            Summary summary = Summary.of(row, runs);
            if (row.setting().dataset().startsWith("ETTh")) {
                assertTrue(!summary.wasRun() || summary.holds(), row + " has an MSE of " + summary.mse());
            } else if (summary.wasRun() && !summary.holds()) {
                assertTrue(readme.contains(" (" + summary.verdict() + ")"), row + " misses its limit: " + summary.verdict());
            }
        }
    }
}
