package dev.trivium.cli.replay;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import dev.trivium.cli.TinyWeights;
import dev.trivium.cli.molecule.MadeMolecules;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of run gives the same bits again. */
class ReplayTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path plant = Path.of("");
    private static Path molecules = Path.of("");

    @BeforeAll
    static void makeData() throws IOException {
        plant = HourlyTable.write(folder.resolve("plant.csv"), 300);
        molecules = MadeMolecules.write(folder.resolve("made.csv"), 6);
    }

    private static Run run(String command, Object... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        for (Object word : more) {
            words.add(word.toString());
        }
        Run run = Run.of(words.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private static void assertSameBits(Path record) {
        Run replay = Run.of("replay", record.toString());
        assertEquals(0, replay.code(), replay.out() + replay.err());
        assertTrue(replay.out().endsWith("result      bit-equal, on the same machine and versions\n"), replay.out());
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void waveRoraAndItsCard() throws IOException {
        Path model = file("wave.trivium");
        Path record = file("wave.json");
        run("forecast fit", "--data", plant, "--lookback", 24, "--horizon", 6, "--epochs", 1, "--out", model, "--record", record);
        assertSameBits(model);
        assertSameBits(record);
        Files.move(model, file("elsewhere.trivium"));
        assertSameBits(record); // by the hashes in it
        Path card = file("wave-card.json");
        run("forecast evaluate", "--data", plant, "--models", file("elsewhere.trivium"), "--stride", 6, "--record", card);
        assertSameBits(card);
    }

    @Test
    void aModelThatIsFittedForItsCard() {
        Path card = file("fitted-card.json");
        run("forecast evaluate", "--data", plant, "--lookback", 24, "--horizon", 6, "--epochs", 1, "--seeds", "1,2", "--stride", 12, "--record", card);
        assertSameBits(card);
    }

    @Test
    void timeTrackerFineTunedAndAsItIs() throws IOException {
        Path weights = TinyWeights.write(file("tiny.trivium"));
        Path model = file("tuned.trivium");
        run("forecast fine-tune", "--data", plant, "--model", weights, "--horizon", 12, "--epochs", 1, "--share", 0.3, "--graph", "soft", "--out", model);
        assertSameBits(model);
        Path card = file("tuned-card.json");
        run("forecast evaluate", "--data", plant, "--models", weights, "--horizon", 12, "--stride", 12, "--record", card);
        assertSameBits(card);
    }

    @Test
    void theSimpleForecasters() {
        for (String name : List.of("last-value", "drift", "seasonal-naive", "linear", "boosted-trees")) {
            Path model = file(name + ".trivium");
            run("forecast fit", "--data", plant, "--model", name, "--lookback", 24, "--horizon", 3, "--out", model);
            assertSameBits(model);
        }
    }

    @Test
    void molGraphAndItsCard() {
        Path model = file("molecules.trivium");
        run("molecule fit", "--data", molecules, "--target", "logS", "--epochs", 1, "--out", model);
        assertSameBits(model);
        Path card = file("molecules-card.json");
        run("molecule evaluate", "--data", molecules, "--target", "acid", "--split-seed", 2, "--epochs", 1, "--record", card);
        assertSameBits(card);
    }

    @Test
    void theSimplePredictors() {
        for (String name : List.of("random-forest", "boosted-trees", "train-mean")) {
            Path model = file("molecules-" + name + ".trivium");
            run("molecule fit", "--data", molecules, "--target", "logS,acid", "--task", "regression", "--model", name, "--out", model);
            assertSameBits(model);
        }
    }

    @Test
    void fgattAndItsCard() {
        Path model = file("cells.trivium");
        run("impute fit", "--data", plant, "--split", "0.7,0.1,0.2", "--window", 12, "--epochs", 1, "--out", model);
        assertSameBits(model);
        Path mask = file("cells.mask");
        Path card = file("cells-card.json");
        run("impute evaluate", "--data", plant, "--model", model, "--pattern", "points:0.25", "--save-mask", mask, "--record", card);
        assertSameBits(card);
        Path again = file("masked-card.json");
        run("impute evaluate", "--data", plant, "--model", "linear", "--pattern", "mask:" + mask, "--record", again);
        assertSameBits(again);
    }

    @Test
    void theSimpleImputers() {
        for (String name : List.of("mean", "last", "linear", "nearest-nodes", "matrix-factorisation", "ridge-ar")) {
            Path model = file("cells-" + name + ".trivium");
            run("impute fit", "--data", plant, "--model", name, "--out", model);
            assertSameBits(model);
        }
    }

    @Test
    void aFileThatMovedAndHasAnotherNameIsTakenByItsHashAndTheResultIsKept() throws IOException {
        Path here = Files.createDirectory(file("here"));
        Path data = Files.copy(plant, here.resolve("sales.csv"));
        Path record = file("moved.json");
        run("forecast evaluate", "--data", data, "--model", "linear", "--lookback", 24, "--horizon", 3, "--record", record);
        assertFalse(Files.readString(record).contains(folder.toString()), "no folders are written down");
        Path archived = Files.move(data, file("archived.csv"));
        Run absent = Run.of("replay", record.toString());
        assertEquals(1, absent.code());
        assertTrue(absent.error().startsWith("trivium: sales.csv, which the run read, must be beside " + record), absent.error());
        Path card = file("moved-card.txt");
        Run replay = Run.of("replay", record.toString(), "--data", archived.toString(), "--keep", card.toString(), "--json");
        assertEquals(0, replay.code(), replay.err());
        assertAll(() -> assertTrue(replay.out().contains("\"verdict\" : \"bit-equal\""), replay.out()),
                () -> assertTrue(Files.readString(card).contains("sales.csv"), Files.readString(card)));
    }

    @Test
    void theModelOfAReplayIsKeptAndIsTheSame() throws IOException {
        Path model = file("kept.trivium");
        Path again = file("again.trivium");
        run("forecast fit", "--data", plant, "--model", "linear", "--lookback", 24, "--horizon", 3, "--out", model);
        run("replay", model, "--keep", again);
        assertEquals(ModelFile.fingerprint(model), ModelFile.fingerprint(again));
        assertSameBits(again);
    }
}
