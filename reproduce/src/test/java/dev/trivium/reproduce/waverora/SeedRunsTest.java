package dev.trivium.reproduce.waverora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.reproduce.record.RunsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedRunsTest {

    @TempDir
    Path folder;

    private static RunsFile<SeedRun> runsFile() throws IOException {
        return SeedRuns.file(PaperTable.read());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        Path file = folder.resolve("runs.csv");
        List<SeedRun> runs = List.of(Runs.of("ETTh1", 96, 2025, 0.3741), Runs.of("ETTm2", 720, 1, 0.4));
        runsFile().write(file, runs);
        assertEquals(runs.get(0).all(), runsFile().read(file).get(0).all());
        runsFile().write(folder.resolve("again.csv"), runsFile().read(file));
        assertEquals(Files.readString(file), Files.readString(folder.resolve("again.csv")));
    }

    @Test
    void anAbsentFileHoldsNoRun() throws IOException {
        assertEquals(List.of(), runsFile().read(folder.resolve("none.csv")));
    }

    @Test
    void namesTheLineThatIsNoRun() throws IOException {
        Path file = folder.resolve("runs.csv");
        runsFile().write(file, List.of(Runs.of("ETTh1", 96, 2025, 0.3741)));
        Files.writeString(file, Files.readString(file).replace("2025", "many"));
        RunsFile<SeedRun> runs = runsFile();
        var e = assertThrows(IOException.class, () -> runs.read(file));
        assertEquals(file + ", line 2: For input string: \"many\"", e.getMessage());
    }

    @Test
    void keepsTheWindowsThatFillBatches() {
        assertEquals(new SeedRun.Windows(2785, 2784), SeedRun.Windows.of(2785));
        assertEquals(new SeedRun.Windows(2545, 2528), SeedRun.Windows.of(2545)); // ETTh, horizon 336
        assertEquals(new SeedRun.Windows(10432, 10432), SeedRun.Windows.of(10432));
    }

    @Test
    void anUnwritableFileIsNamed() throws IOException {
        Path file = folder.resolve("absent").resolve("runs.csv");
        RunsFile<SeedRun> runs = runsFile();
        var e = assertThrows(IOException.class, () -> runs.write(file, List.of()));
        assertTrue(e.getMessage().startsWith(file + ": cannot be written: "), e.getMessage());
    }
}
