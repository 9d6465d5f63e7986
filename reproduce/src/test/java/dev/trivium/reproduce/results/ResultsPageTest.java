package dev.trivium.reproduce.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {

    @Test
    void thePageIsWhatTheRecordedRunsSay() throws IOException {
        Path root = root();
        assertEquals(ResultsPage.text(root.resolve("reproduce")), Files.readString(root.resolve("docs/results.md")),
                "docs/results.md must be made anew: reproduce/results.sh");
    }

    @Test
    void everyStudyWithRecordedRunsIsOnThePage() throws IOException {
        String page = Files.readString(root().resolve("docs/results.md"));
        try (var studies = Files.list(root().resolve("reproduce"))) {
            studies.filter(study -> Files.exists(study.resolve("expected.csv")))
                    .forEach(study -> assertTrue(page.contains("(../reproduce/" + study.getFileName() + "/README.md)"), study + " must be on the page"));
        }
    }

    @Test
    void theBestOfALineIsBoldAndWhatWasNotRunIsSaid(@TempDir Path folder) throws IOException {
        Runs runs = Runs.read(Files.writeString(folder.resolve("expected.csv"), "set,split,method,rmse_or_auroc\nESOL,1,forest,0.5\nESOL,2,forest,0.7\n"
                + "ESOL,1,network,0.55\nBBBP,1,network,0.9\n"));
        String tables = OtherTables.molecules(runs);
        assertTrue(tables.contains("| ESOL, RMSE | 0.600 ± 0.141 | **0.550** |"), tables);
        assertTrue(tables.contains("| BBBP, AUROC | not run | **0.900** |"), tables);
    }

    @Test
    void aColumnThatIsNotThereIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("expected.csv"), "set,mase\na,1\n");
        assertEquals(file + ": must have a column method, got [set, mase]",
                assertThrows(IllegalArgumentException.class, () -> Runs.read(file).distinct("method")).getMessage());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".ci"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }
}
