package dev.trivium.reproduce.timetracker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingRunTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--small", "--out", folder.toString()));
        all.addAll(List.of(arguments));
        return Program.run(PretrainingRun::new, new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8), all.toArray(String[]::new));
    }

    private static String printed(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void twoSittingsAndADecayEndInWeightsWithACardAndALog() throws Exception {
        assertEquals(0, run("--epochs", "2"), () -> printed(errors));
        assertEquals(0, run("--epochs", "3"), () -> printed(errors));
        byte[] stable = Files.readAllBytes(folder.resolve("stable.trivium"));
        assertEquals(0, run("--finish", "2", "--commit", "abc"), () -> printed(errors));
        assertArrayEquals(stable, Files.readAllBytes(folder.resolve("stable.trivium")));
        assertEquals(List.of("epoch", "1", "2", "3"), lines("sittings.csv").stream().map(line -> line.split(",")[0]).toList());
        assertEquals(List.of("epoch", "4", "5"), lines("decay.csv").stream().map(line -> line.split(",")[0]).toList());
        byte[] weights = Files.readAllBytes(folder.resolve("timetracker.trivium"));
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(weights));
        assertEquals(List.of(sha256 + "  timetracker.trivium"), lines("timetracker.trivium.sha256"));
        String card = Files.readString(folder.resolve("card.md"));
        assertTrue(card.contains(sha256) && card.contains("20 steps of 8 draws of 104 points") && card.contains("commit abc")
                && card.contains("- excluded: [ETTh1, "), card);
        assertTrue(printed(output).contains("epoch   5  train "), () -> printed(output));
    }

    @Test
    void timeEndsASittingAfterAnEpoch() throws IOException {
        assertEquals(0, run("--minutes", "0.000001"), () -> printed(errors));
        assertEquals(2, lines("sittings.csv").size());
    }

    @Test
    void anEpochThatIsTrainedAgainIsLoggedOnce() throws IOException {
        assertEquals(0, run("--epochs", "1"), () -> printed(errors));
        Files.copy(folder.resolve("stable.trivium"), folder.resolve("earlier"));
        assertEquals(0, run("--epochs", "3"), () -> printed(errors));
        List<String> twice = lines("sittings.csv");
        assertEquals(0, run("--epochs", "3", "--checkpoint", folder.resolve("earlier").toString()), () -> printed(errors));
        assertEquals(twice.stream().map(PretrainingRunTest::withoutSeconds).toList(),
                lines("sittings.csv").stream().map(PretrainingRunTest::withoutSeconds).toList());
    }

    private static String withoutSeconds(String line) {
        return line.substring(0, line.lastIndexOf(','));
    }

    @Test
    void aCheckpointOfAnotherSeedIsRefused() {
        assertEquals(0, run("--epochs", "1"), () -> printed(errors));
        assertEquals(1, run("--epochs", "2", "--seed", "2"));
        assertTrue(printed(errors).startsWith("run.sh: resume must continue the same run: "), () -> printed(errors));
    }

    @Test
    void namesOptionsThatDoNotGoTogether() {
        assertEquals(2, run("--finish", "1", "--epochs", "2"));
        assertTrue(printed(errors).startsWith("--finish must be used without --minutes and --epochs"));
        assertEquals(2, run("--finish", "1"));
        assertTrue(printed(errors).contains("--finish must have a checkpoint of a sitting, got "));
        assertEquals(2, run("--minutes", "-1"));
        assertTrue(printed(errors).contains("--minutes must be above 0, got -1.0"));
    }
}
