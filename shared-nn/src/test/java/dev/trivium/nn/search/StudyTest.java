package dev.trivium.nn.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    private static final SearchSpace SPACE = SearchSpace.of(Real.log("rate", 1e-5, 1e-1), Choice.of("wavelet", "haar", "sym3"));
    private static final Settings STANDARD = Settings.none().with("rate", 1e-3).with("wavelet", "sym3");
    private static final int TRIALS = 16;

    @TempDir
    private Path folder = Path.of("");

    private static StudyPlan plan(Strategy strategy) {
        return new StudyPlan(Map.of("model", "test"), SPACE, STANDARD, strategy, 11);
    }

    private static StudyPlan tpe(int trials) {
        return plan(new Sequential(new TpeSampler(), trials));
    }

    private static void run(Study study, int most) throws IOException {
        Study.Next next = study.next();
        for (int i = 0; i < most && next instanceof Study.Run run; i++, next = study.next()) {
            int number = run.trial().number();
            if (number == 5) {
                study.failed(number, "training loss must be finite,\nsecond line");
            } else {
                study.scored(number, Math.abs(Math.log10(run.trial().settings().real("rate")) + 2.5) + 1.0 / (1 + run.epochs()));
            }
        }
    }

    private byte[] whole(StudyPlan plan) throws IOException {
        Path file = Files.createTempFile(folder, "whole", ".jsonl");
        Files.delete(file);
        try (Study study = Study.open(file, plan)) {
            run(study, 1000);
            assertTrue(study.next() instanceof Study.Done);
        }
        return Files.readAllBytes(file);
    }

    @Test
    void theStandardRecipeIsTheFirstTrialAndTheBestIsNeverWorse() throws IOException {
        try (Study study = Study.open(folder.resolve("a.jsonl"), tpe(TRIALS))) {
            run(study, 1000);
            assertEquals(STANDARD, study.trials().get(0).settings());
            assertEquals(TRIALS, study.trials().size());
            assertEquals(TRIALS, study.trials().stream().map(Trial::settings).distinct().count(), "nothing is tried twice");
            assertTrue(study.best().orElseThrow().score().orElseThrow().value() <= study.trials().get(0).score().orElseThrow().value());
            assertEquals("training loss must be finite,", study.trials().get(4).failure().orElseThrow());
            assertFalse(study.ranking().contains(study.trials().get(4)));
        }
    }

    @Test
    void aStudyKilledAfterAnyByteEndsInTheSameJournal() throws IOException {
        for (Strategy strategy : List.of(new Sequential(new TpeSampler(), TRIALS), new Sequential(new RandomSampler(), 6), Halving.of(9, 9))) {
            byte[] whole = whole(plan(strategy));
            int header = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
            for (int kept = 0; kept < whole.length; kept += kept < header ? 97 : 23) {
                Path file = folder.resolve("cut.jsonl");
                Files.deleteIfExists(file); // a new one is not sent to the disk at once
                Files.write(file, Arrays.copyOf(whole, kept));
                try (Study study = Study.open(file, plan(strategy))) {
                    run(study, 1000);
                }
                assertArrayEquals(whole, Files.readAllBytes(file), "killed after " + kept + " bytes");
            }
        }
    }

    @Test
    void aTornLineIsLeftOutAndSaid() throws IOException {
        Path file = folder.resolve("torn.jsonl");
        try (Study study = Study.open(file, tpe(TRIALS))) {
            assertEquals(Optional.empty(), study.note());
            run(study, 3);
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 7));
        try (Study study = Study.open(file, tpe(TRIALS))) {
            String note = study.note().orElseThrow();
            assertTrue(note.startsWith("goes on with " + file + ": 3 trials have ended, 0 are run again; its last line, of "), note);
            assertTrue(note.endsWith(" had no end and was left out"), note);
        }
    }

    @Test
    void aTrialThatWasRunningIsRunAgainWithItsSettings() throws IOException {
        Path file = folder.resolve("running.jsonl");
        Settings settings;
        try (Study study = Study.open(file, tpe(TRIALS))) {
            run(study, 2); // the third has begun
            settings = study.trials().get(2).settings();
        }
        try (Study study = Study.open(file, tpe(TRIALS))) {
            Study.Run again = (Study.Run) study.next();
            assertEquals(3, again.trial().number());
            assertEquals(settings, again.trial().settings());
        }
    }

    @Test
    void moreTrialsMayBeAskedForLaterAndOtherThingsMayNot() throws IOException {
        Path file = folder.resolve("more.jsonl");
        try (Study study = Study.open(file, tpe(4))) {
            run(study, 1000);
        }
        try (Study study = Study.open(file, tpe(8))) {
            run(study, 1000);
            assertEquals(8, study.trials().size());
        }
        assertEquals("strategy must be that of the study in " + file + " (or use another folder): there it is sampler \"tpe\", got \"random\"",
                assertThrows(IllegalArgumentException.class, () -> Study.open(file, plan(new Sequential(new RandomSampler(), 8)))).getMessage());
        StudyPlan other = new StudyPlan(Map.of("model", "other"), SPACE, STANDARD, new Sequential(new TpeSampler(), 8), 11);
        assertEquals("identity must be that of the study in " + file + " (or use another folder): there it is model \"test\", got \"other\"",
                assertThrows(IllegalArgumentException.class, () -> Study.open(file, other)).getMessage());
    }

    @Test
    void aSmallSpaceEndsWhenEverythingWasTried() throws IOException {
        SearchSpace small = SearchSpace.of(Choice.of("k", 1, 2, 3), Choice.of("l", "a", "b"));
        StudyPlan plan = new StudyPlan(Map.of(), small, Settings.none().with("k", 2).with("l", "a"), new Sequential(new TpeSampler(), 100), 1);
        try (Study study = Study.open(folder.resolve("small.jsonl"), plan)) {
            for (Study.Next next = study.next(); next instanceof Study.Run run; next = study.next()) {
                study.scored(run.trial().number(), run.trial().settings().whole("k"));
            }
            assertEquals(6, study.trials().size());
        }
    }

    @Test
    void twoSearchesCannotShareAJournal() throws IOException {
        Path file = folder.resolve("busy.jsonl");
        try (Study study = Study.open(file, tpe(2))) {
            assertEquals(file + " is in use by another search of this process",
                    assertThrows(IOException.class, () -> Study.open(file, tpe(2))).getMessage());
            assertTrue(study.trials().isEmpty());
        }
    }

    private static String sealed(String json) {
        CRC32 crc = new CRC32();
        String open = json.substring(0, json.length() - 1);
        crc.update(open.getBytes(StandardCharsets.UTF_8));
        return open + String.format(java.util.Locale.ROOT, ",\"crc\":\"%08x\"}", crc.getValue());
    }

    private void refused(String expected, Path good, String... more) throws IOException {
        Path file = folder.resolve("hostile.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(good));
        lines.addAll(List.of(more));
        Files.writeString(file, String.join("\n", lines) + "\n");
        assertEquals(file + " line " + (lines.size()) + ": " + expected,
                assertThrows(IOException.class, () -> Study.open(file, tpe(TRIALS)), expected).getMessage());
    }

    @Test
    void aHostileJournalIsRefusedByItsLine() throws IOException {
        Path good = folder.resolve("good.jsonl");
        try (Study study = Study.open(good, tpe(TRIALS))) {
            run(study, 2); // and the third is running
        }
        String sum = "must end in the checksum of what stands before it";
        refused(sum, good, "");
        refused(sum, good, "null");
        refused(sum, good, "{\"event\":\"score\",\"trial\":3,\"score\":0.1,\"crc\":\"00000000\"}");
        refused("must be a JSON object in UTF-8", good, sealed("{\"event\":\"score\",\"trial\":3,\"trial\":3}"));
        refused("must be a JSON object in UTF-8", good, sealed("[".repeat(40) + "}"));
        refused("score must be a finite number, got null", good, sealed("{\"event\":\"score\",\"trial\":3,\"score\":null}"));
        refused("score must be a finite number, got NaN", good, sealed("{\"event\":\"score\",\"trial\":3,\"score\":\"NaN\"}"));
        refused("trial must be one that is running, got 1", good, sealed("{\"event\":\"score\",\"trial\":1,\"score\":0}"));
        refused("trial must be between 1 and 3, got 9", good, sealed("{\"event\":\"score\",\"trial\":9,\"score\":0}"));
        refused("trial must be a whole number from 0 up, got 99999999999", good, sealed("{\"event\":\"score\",\"trial\":99999999999,\"score\":0}"));
        refused("event must be start, score or failure, got stop", good, sealed("{\"event\":\"stop\",\"trial\":3}"));
        refused("line must have [event, reason, trial], got [event, reason, trial, x]", good,
                sealed("{\"event\":\"failure\",\"trial\":3,\"reason\":\"\",\"x\":1}"));
        refused("settings must have a finite number for rate, got null", good,
                sealed("{\"event\":\"start\",\"trial\":4,\"epochs\":0,\"settings\":{\"wavelet\":\"haar\"}}"));
        refused("settings must have values of [rate, wavelet] alone, got [rate, wavelet, extra]", good,
                sealed("{\"event\":\"start\",\"trial\":4,\"epochs\":0,\"settings\":{\"rate\":0.1,\"wavelet\":\"haar\",\"extra\":1}}"));
        refused("trial must be the next one, 4, or one with a score that goes on with the same settings for more epochs, got 1", good,
                sealed("{\"event\":\"start\",\"trial\":1,\"epochs\":0,\"settings\":{\"rate\":0.1,\"wavelet\":\"haar\"}}"));
    }

    @Test
    void anotherFormatOrANewerVersionIsRefused() throws IOException {
        Path file = folder.resolve("newer.jsonl");
        Files.writeString(file, sealed("{\"format\":\"trivium search journal\",\"version\":2}") + "\n", StandardOpenOption.CREATE);
        assertEquals(file + " line 1: version must be 1, got 2", assertThrows(IOException.class, () -> Study.open(file, tpe(2))).getMessage());
        Files.writeString(file, sealed("{\"format\":\"diary\"}") + "\n");
        assertEquals(file + " line 1: format must be trivium search journal, got diary",
                assertThrows(IOException.class, () -> Study.open(file, tpe(2))).getMessage());
    }
}
