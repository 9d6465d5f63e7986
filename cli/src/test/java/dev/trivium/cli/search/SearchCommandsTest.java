package dev.trivium.cli.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import dev.trivium.cli.molecule.MadeMolecules;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.baseline.RandomForestSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandsTest {

    private static final int ROWS = 500;
    private static final String JOURNAL = "journal.jsonl";
    private static final String HISTORY = "history.csv";

    @TempDir
    private Path folder = Path.of("");

    private static List<String> forecast(Path csv, Path out, int trials) {
        return List.of("forecast", "search", "--data", csv.toString(), "--model", "linear", "--lookback", "48", "--horizon", "12", "--trials", "" + trials,
                "--out", out.toString());
    }

    private static Run run(List<String> words, String... more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return Run.of(all.toArray(String[]::new));
    }

    /** The same table, with the last fifth made absurd and full of holes. */
    private static Path poisoned(Path csv) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        for (int row = (int) (0.8 * ROWS) + 1; row < lines.size(); row++) {
            String stamp = lines.get(row).substring(0, lines.get(row).indexOf(','));
            lines.set(row, stamp + (row % 3 == 0 ? ",,-9e8,1e9" : ",7e7,,-1e9"));
        }
        return Files.write(csv.resolveSibling("poisoned.csv"), lines);
    }

    @Test
    void testRowsReachNoTrialAndASearchKilledHardGoesOnToTheSameBytes() throws IOException, InterruptedException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        Path clean = folder.resolve("clean");
        Run run = run(forecast(csv, clean, 2));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith("search      best of 2 trials by MSE in training standard deviations over 14 windows of the validation rows"), run.out());
        assertFalse(run.out().contains("--calibration"), run.out());
        Run all = run(forecast(csv, folder.resolve("all"), 1), "--calibration", "none");
        assertTrue(all.out().contains(" --horizon 12 --calibration none --out forecast.trivium"), "rows that chose must not calibrate: " + all.out());
        assertTrue(all.out().stripTrailing().endsWith("forecast evaluate --model forecast.trivium --data " + csv + " --calibration none"), all.out());
        assertTrue(run.out().contains("standard recipe") && run.out().contains("so it is too good") && run.out().contains("forecast evaluate --model"));
        assertFalse(Files.exists(clean.resolve("data")), "the data are taken away at the end");

        Path other = poisoned(csv); // killed as well: the bytes are those of the clean table only if neither matters
        Path killed = folder.resolve("killed");
        Child search = Child.start(forecast(other, killed, 2), 256 * MemorySize.MEBIBYTE, folder.resolve("log.txt"), ProcessBuilder.Redirect.DISCARD);
        while (lines(killed) < 4 && !search.ended()) { // header, first trial, and the second has begun
            Thread.sleep(20);
        }
        List<ProcessHandle> trials = search.process().children().toList();
        search.process().destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        for (ProcessHandle trial : trials) {
            trial.onExit().orTimeout(20, TimeUnit.SECONDS).join(); // they end by themselves
        }
        Run resumed = run(forecast(other, killed, 2));
        assertEquals(0, resumed.code(), resumed.err());
        assertTrue(resumed.err().contains("study       goes on with "), resumed.err());
        assertArrayEquals(Files.readAllBytes(clean.resolve(JOURNAL)), Files.readAllBytes(killed.resolve(JOURNAL)));
        assertArrayEquals(Files.readAllBytes(clean.resolve(HISTORY)), Files.readAllBytes(killed.resolve(HISTORY)));
    }

    private static long lines(Path study) throws IOException {
        Path journal = study.resolve(JOURNAL);
        return Files.exists(journal) ? Files.readString(journal).lines().count() : 0;
    }

    @Test
    void aTrialThatFailsIsKeptWithItsReasonAndIsNotTheEnd() throws IOException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        Path space = Files.writeString(folder.resolve("space.json"), "{\"batch\": 32}");
        Path out = folder.resolve("study");
        List<String> trees = List.of("forecast", "search", "--data", csv.toString(), "--model", "waverora", "--lookback", "24", "--horizon", "4",
                "--sampler", "random", "--trials", "2", "--epochs", "1", "--device", "gpu:77", "--out", out.toString(), "--space", space.toString());
        Run run = run(trees, "--jobs", "2");
        assertEquals(1, run.code());
        assertTrue(run.error().startsWith("trivium: no trial has a score; the first one failed: "), run.error());
        List<String> history = Files.readAllLines(out.resolve(HISTORY));
        assertEquals("trial,state,epochs,score,lookback,rate,width,hidden,embedding,layers,levels,wavelet,dropout,batch,failure", history.get(0));
        assertTrue(history.get(1).startsWith("1,failed,,,24,5e-4,256,256,64,1,1,sym3,0.2,32,") && history.get(1).contains("gpu:77"), history.get(1));
        assertEquals(3, history.size());
    }

    @Test
    void moleculesAreSearchedAndTheirBestIsFitted() throws IOException {
        Path csv = MadeMolecules.write(folder.resolve("made.csv"), 4);
        Path out = folder.resolve("study");
        Path best = folder.resolve("best.trivium");
        Path page = folder.resolve("search.html");
        Path space = Files.writeString(folder.resolve("space.json"), "{\"trees\": 100, \"leaf\": 3}");
        Run run = Run.of("molecule", "search", "--space", space.toString(), "--data", csv.toString(), "--target", "logS", "--model", "random-forest", "--trials", "1", "--out",
                out.toString(), "--best", best.toString(), "--report", page.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(Files.exists(best), run.err());
        assertTrue(Files.readString(page).contains("Every trial") && Files.readString(out.resolve("history.svg")).contains("Search of random-forest"));
        assertTrue(run.out().contains("best of 1 trial by RMSE over "), run.out());
        try (PropertyPredictor fitted = PropertyPredictor.load(best)) {
            RandomForestSpec spec = (RandomForestSpec) fitted.spec();
            assertEquals("100 trees, leaves of 3", spec.trees() + " trees, leaves of " + spec.leastRows(), "what the file fixed is fitted");
        }
    }

    @Test
    void imputersAreSearchedWithoutTestRows() throws IOException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        List<byte[]> histories = new ArrayList<>();
        for (Path file : List.of(csv, poisoned(csv))) {
            Path out = folder.resolve("study-" + file.getFileName());
            Run run = Run.of("impute", "search", "--data", file.toString(), "--model", "ridge-ar", "--pattern", "points:0.2", "--trials", "1", "--out",
                    out.toString());
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("best of 1 trial by MAE in training standard deviations over "), run.out());
            histories.add(Files.readAllBytes(out.resolve(HISTORY)));
        }
        assertArrayEquals(histories.get(0), histories.get(1));
    }

    @Test
    void aChildThatRunsOutOfMemoryIsToldFromOneThatWasRefused() throws IOException, InterruptedException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        long little = 6 * MemorySize.MEBIBYTE; // not even the command line fits in
        Child child = Child.start(forecast(csv, folder.resolve("study"), 1), little, folder.resolve("log.txt"), ProcessBuilder.Redirect.DISCARD);
        assertTrue(child.process().waitFor(60, TimeUnit.SECONDS));
        assertEquals("out of memory: its heap may have 6 MiB; a larger --memory or fewer --jobs give more", child.reason(little));
        Child refused = Child.start(List.of("search-trial", folder.toString()), 64 * MemorySize.MEBIBYTE, folder.resolve("other.txt"),
                ProcessBuilder.Redirect.DISCARD);
        assertTrue(refused.process().waitFor(60, TimeUnit.SECONDS));
        assertEquals(folder.resolve("request.json") + ": no such file", refused.reason(little));
    }

    @Test
    void aFitThatASearchStartedEndsWithTheSearch() throws IOException, InterruptedException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        Path model = folder.resolve("best.trivium");
        Child fit = Child.start(List.of("forecast", "fit", "--data", csv.toString(), "--model", "waverora", "--horizon", "12", "--epochs", "500", "--out",
                model.toString()), 256 * MemorySize.MEBIBYTE, folder.resolve("log.txt"), ProcessBuilder.Redirect.DISCARD);
        fit.process().getOutputStream().close(); // as the system does where the search is killed
        assertTrue(fit.process().waitFor(60, TimeUnit.SECONDS), "it goes on by itself");
        assertEquals(130, fit.process().exitValue());
        assertFalse(Files.exists(model));
    }

    @Test
    void aFitOfTheBestThatWasStoppedGoesOnWhereItWas() throws IOException {
        Path out = folder.resolve("best.trivium");
        Path checkpoint = folder.resolve("best.trivium.checkpoint");
        List<String> words = List.of("forecast", "fit", "--set", "rate=1e-3", "--out", out.toString());
        Files.writeString(checkpoint, "of a fit that somebody typed");
        assertEquals(words, new BestFit(folder, out, words).begin(), "which the fit refuses");
        assertTrue(Files.exists(checkpoint));
        List<String> goesOn = new ArrayList<>(words);
        goesOn.addAll(List.of("--resume", checkpoint.toString()));
        assertEquals(goesOn, new BestFit(folder, out, words).begin());
        List<String> others = List.of("forecast", "fit", "--set", "rate=2e-3", "--out", out.toString());
        assertEquals(others, new BestFit(folder, out, others).begin(), "more trials found better settings");
        assertFalse(Files.exists(checkpoint));
    }

    private void refused(int code, String message, List<String> words, String... more) {
        Run run = run(words, more);
        assertEquals(code, run.code(), run.err());
        assertTrue(run.error().startsWith("trivium: " + message), run.error());
    }

    @Test
    void whatCannotBeSearchedIsRefusedByName() throws IOException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        Path out = folder.resolve("study");
        List<String> good = forecast(csv, out, 3);
        refused(2, "--sampler halving must be used with a model that is trained in epochs, got linear", good, "--sampler", "halving");
        refused(2, "--epochs must be used with a model that is trained in epochs, got linear", good, "--epochs", "3");
        refused(2, "--calibration must be a share above 0 and below 1, or none, got 1.5", good, "--calibration", "1.5");
        refused(2, "--calibration must leave at least 13 of 50 for either part of validation, got 0.9", good, "--calibration", "0.9");
        refused(2, "--calibration must leave at least 19 values for the intervals of the model that is fitted afterwards, got 9 with 0.28", good,
                "--calibration", "0.28");
        refused(2, "--jobs must be between 1 and 1024, got 0", good, "--jobs", "0");
        refused(2, "Invalid value for option '--memory': must be an amount such as 4g or 512m, at least 256m, got 9", good, "--memory", "9");
        refused(2, "--out must be in a folder that is there, got ", forecast(csv, folder.resolve("a/b"), 3));
        refused(2, "--report must be in a folder that is there, got ", good, "--report", folder.resolve("none/search.html").toString());
        refused(2, "--report must be a file, got the folder ", good, "--report", Files.createDirectory(folder.resolve("folder.html")).toString());
        refused(2, "--out must be a new or empty folder, or that of a search, got ", forecast(csv, folder, 3));
        refused(2, "--model must be waverora, timetracker-tuned, linear or boosted-trees to be searched, got drift",
                List.of("forecast", "search", "--data", csv.toString(), "--model", "drift", "--out", out.toString()));
        refused(2, "--model must be fgatt, nearest-nodes, matrix-factorisation or ridge-ar to be searched, got mean",
                List.of("impute", "search", "--data", csv.toString(), "--model", "mean", "--out", out.toString()));
        refused(2, "--pattern must be one that is drawn, for a mask in a file is of test rows too, got mask:m.bin",
                List.of("impute", "search", "--data", csv.toString(), "--pattern", "mask:m.bin", "--out", out.toString()));
        Path space = Files.writeString(folder.resolve("space.json"), "{\"lookback\": {\"low\": 1, \"high\": 5}}");
        refused(1, space + ": lookback must be within 12 to 175, log, got 1", good, "--space", space.toString());
        Files.writeString(space, "{\"rate\": 1}");
        refused(1, space + ": parameter must be one of lookback, got rate", good, "--space", space.toString());
        Files.writeString(space, "{\n\"lookback\": 30,\n}");
        refused(1, space + " line 3 must be a JSON object: ", good, "--space", space.toString());
        assertFalse(Files.exists(out), "nothing was begun");
    }

    @Test
    void theSpaceIsShownAndSettingsCanBeTyped() throws IOException {
        Path csv = HourlyTable.write(folder.resolve("plant.csv"), ROWS);
        Run shown = run(forecast(csv, folder.resolve("study"), 3), "--show-space");
        assertEquals("space       lookback  12 to 175, log\nstandard    lookback=48\n", shown.out());
        Path model = folder.resolve("linear.trivium");
        List<String> fit = List.of("forecast", "fit", "--data", csv.toString(), "--model", "linear", "--horizon", "12", "--out", model.toString());
        Run fitted = run(fit, "--set", "lookback=30", "--json");
        assertEquals(0, fitted.code(), fitted.err());
        assertTrue(fitted.out().contains("\"lookback\" : 30"), fitted.out());
        refused(2, "--set: parameter must be one of lookback, got rate", fit, "--set", "rate=3", "--force");
        refused(2, "--set: model must be waverora, timetracker-tuned, linear or boosted-trees to be searched, got drift",
                List.of("forecast", "fit", "--data", csv.toString(), "--model", "drift", "--out", model.toString(), "--force", "--set", "a=1"));
    }
}
