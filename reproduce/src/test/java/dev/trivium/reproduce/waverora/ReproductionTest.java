package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    private static final String CACHE = "trivium.cache";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void forgetTheCache() {
        System.clearProperty(CACHE);
    }

    private int run(String... options) {
        System.setProperty(CACHE, folder.resolve("cache").toString());
        List<String> all = new ArrayList<>(List.of("--out", folder.resolve("out").toString(), "--home", folder.toString()));
        all.addAll(List.of(options));
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Program.run(Reproduction::new, stream, stream, all.toArray(String[]::new));
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void refusesASettingThatIsNotInThePaper() {
        assertEquals(1, run("--settings", "ETTh3:96"));
        assertEquals("run.sh: setting must be one of the paper's, [ETTh1, ETTh2, ETTm1, ETTm2, Weather, Electricity, Traffic, Solar]"
                + " with a horizon of 96, 192, 336 or 720, got ETTh3:96\n", text());
    }

    @Test
    void refusesAMirrorThatIsNotThere() {
        assertEquals(1, run("--settings", "ETTh1:96", "--mirror", folder.resolve("none").toString()));
        assertTrue(text().endsWith("run.sh: mirror must be a folder, got " + folder.resolve("none") + "\n"), text());
    }

    @Test
    void doesNotRecordATrainingThatWasCutShort() {
        assertEquals(2, run("--record", "--epochs", "1"));
    }

    @Test
    void oneEpochGivesTheTableWithAllTestWindows() throws IOException {
        Optional<Path> shared = shared();
        Assumptions.assumeTrue(shared.isPresent(), "skipped: ../shared is absent");
        assertEquals(0, run("--mirror", shared.orElseThrow().resolve("data").toString(), "--settings", "etth1:96", "--seeds", "2025", "--epochs", "1"), this::text);
        SeedRun run = SeedRuns.file(PaperTable.read()).read(folder.resolve("out").resolve("runs.csv")).get(0);
        assertEquals(new Setting("ETTh1", 96), run.setting());
        assertEquals(2025, run.seed());
        assertEquals(new SeedRun.Windows(2785, 2784), run.windows());
        assertEquals(new Score(1.294371, 0.713181), run.simple().lastValue()); // known: 1.2944 / 0.7132
        assertEquals(1, run.fit().epochs());
        assertTrue(run.all().mse() < 0.9 && run.all().mse() != run.kept().mse(), run.toString());
        assertEquals(33, Files.readString(folder.resolve("out").resolve("table.csv")).lines().count());
        assertTrue(text().endsWith("at most 0.380: not checked, as --epochs was given\n"), text());
    }

    private static Optional<Path> shared() {
        String named = System.getenv("TRIVIUM_SHARED");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".ci"))) {
                return Optional.of(at.resolveSibling("shared")).filter(Files::isDirectory);
            }
        }
        return Optional.empty();
    }
}
