package dev.trivium.cli.forecast;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import dev.trivium.cli.TinyWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroShotCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path csv = Path.of("");
    private static Path weights = Path.of("");

    @BeforeAll
    static void makeWeights() throws IOException {
        csv = HourlyTable.write(folder.resolve("plant.csv"), 300);
        weights = TinyWeights.write(folder.resolve("tiny.trivium"));
    }

    private static Run run(String command, Object... more) {
        return run(csv, command, more);
    }

    private static Run run(Path table, String command, Object... more) {
        List<String> words = new ArrayList<>(List.of("forecast", command, "--data", table.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void aSeriesIsForecastWithoutFitting() throws IOException {
        Path out = folder.resolve("next.csv");
        Path chart = folder.resolve("next.svg");
        Run run = run("predict", "--model", weights, "--horizon", 30, "--interval", 80, "--out", out, "--chart", chart);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertAll(() -> assertEquals("date,flow (m3/h),flow.q10 (m3/h),flow.q90 (m3/h),head,head.q10,head.q90,power (kW),power.q10 (kW),power.q90 (kW)",
                        lines.get(0)),
                () -> assertEquals(31, lines.size()),
                () -> assertTrue(lines.get(1).startsWith("2024-01-13T12:00:00,"), lines.get(1)),
                () -> assertTrue(run.err().contains("tiny.trivium: zero-shot, weights "), run.err()),
                () -> assertTrue(run.err().contains("; the last 168 rows → 30 steps"), run.err()),
                () -> assertTrue(Files.readString(chart).contains("Model: tiny.trivium, zero-shot"), "names the model"),
                () -> assertTrue(Files.readString(chart).contains("80"), "says which interval"));
    }

    @Test
    void aFewRowsAreEnoughAndAnEmptyColumnIsNamed() throws IOException {
        Path five = Files.writeString(folder.resolve("five.csv"), "day,a,b\n2024-01-01,1,\n2024-01-02,2,\n2024-01-03,,\n2024-01-04,4,\n2024-01-05,5,\n");
        assertEquals(0, run(five, "predict", "--model", weights, "--horizon", 7, "--columns", "a").code());
        Run empty = run(five, "predict", "--model", weights, "--horizon", 7, "--columns", "a,b");
        assertEquals(1, empty.code());
        assertEquals("trivium: history must hold an observed value of every series in its last 5 rows, got none of b", empty.error());
    }

    @Test
    void theAnswerAsJsonHoldsTheQuantilesThatWereAskedFor() throws IOException {
        JsonNode series = new ObjectMapper().readTree(run("predict", "--model", weights, "--horizon", 5, "--interval", 80, "--json").out())
                .get("forecast").get("series").get(1);
        assertEquals("head", series.get("name").asText());
        assertEquals(5, series.get("values").size());
        assertEquals(5, series.get("quantiles").get("0.1").size());
        assertTrue(series.get("quantiles").get("0.1").get(0).asDouble() <= series.get("quantiles").get("0.9").get(0).asDouble());
    }

    @Test
    void theHorizonIsNeededAndInRange() {
        assertEquals("trivium: --horizon must say how many steps to forecast with timetracker (see trivium forecast predict --help)",
                run("predict", "--model", "timetracker").error());
        assertEquals("trivium: --horizon must be between 1 and 2000, got 0 (see trivium forecast predict --help)",
                run("predict", "--model", weights, "--horizon", 0).error());
    }

    @Test
    void whatIsReadIsNotWrittenOverEvenByForce() throws IOException {
        Path table = Files.copy(csv, folder.resolve("read.csv"));
        assertEquals("trivium: --out must be another file than that of --data, got " + table + " (see trivium forecast predict --help)",
                run(table, "predict", "--model", weights, "--horizon", 5, "--out", table, "--force").error());
        Path picture = folder.resolve("same.svg");
        assertEquals("trivium: --chart must be another file than that of --experts, got " + picture + " (see trivium forecast predict --help)",
                run(table, "predict", "--model", weights, "--horizon", 5, "--chart", picture, "--experts", picture).error());
        assertEquals(Files.mismatch(csv, table), -1);
    }

    @Test
    void withoutWeightsTheNameIsRefusedInOneLine() {
        Run run = run("predict", "--model", "timetracker", "--horizon", 24);
        boolean shipped = run.code() == 0;
        assertTrue(shipped || run.err().lines().count() == 1 && run.error().startsWith("trivium: this build holds no weights of timetracker"), run.err());
    }

    @Test
    void aModelThatIsNoFileIsAMatterOfUsage() {
        assertEquals("trivium: --model must be timetracker or a file that trivium forecast fit wrote and that is there, got waverora (see trivium"
                + " forecast predict --help)", run("predict", "--model", "waverora", "--horizon", 24).error());
        Path none = folder.resolve("none.trivium");
        assertEquals("trivium: --model must be timetracker or a file that trivium forecast fit wrote and that is there, got " + none
                + " (see trivium forecast predict --help)", run("predict", "--model", none, "--horizon", 24).error());
        Run fit = run("fit", "--model", "timetracker", "--out", folder.resolve("t.trivium"));
        assertEquals(2, fit.code());
        assertTrue(fit.error().contains("got timetracker, which is used as it is"), fit.error());
    }

    @Test
    void aFittedModelKeepsItsHorizon() {
        Path naive = folder.resolve("naive.trivium");
        assertEquals(0, run("fit", "--model", "last-value", "--lookback", 24, "--horizon", 6, "--out", naive).code());
        assertEquals("trivium: --horizon is that of the fitted model " + naive + "; leave it out, got 12 (see trivium forecast predict --help)",
                run("predict", "--model", naive, "--horizon", 12).error());
        theScoreCardSaysThatNothingWasLearnt(run("evaluate", "--models", naive + "," + weights + ",linear", "--stride", 3));
    }

    private static void theScoreCardSaysThatNothingWasLearnt(Run card) {
        assertEquals(0, card.code(), card.err());
        assertTrue(card.out().contains("look-back 24, horizon 6"), card.out());
        for (String row : List.of("last-value", "seasonal-naive", "drift", "linear", "boosted-trees", "naive.trivium", "tiny.trivium")) {
            assertTrue(card.out().lines().anyMatch(line -> line.startsWith("  " + row)), row + " in " + card.out());
        }
        assertTrue(card.out().matches("(?s).*tiny.trivium: zero-shot, weights [0-9a-f]{8}.*"), card.out());
        assertTrue(card.out().startsWith("naive.trivium") || card.out().startsWith("tiny.trivium"), "linear stays a baseline: " + card.out());
    }

    @Test
    void modelsThatDoNotFitTogetherAreRefused() {
        assertEquals("trivium: --models must differ, got linear twice (see trivium forecast evaluate --help)",
                run("evaluate", "--models", "linear,linear").error());
        assertEquals("trivium: --models must be one model if it is given known columns, got [boosted-trees, boosted-trees] (see trivium forecast"
                + " evaluate --help)", run("evaluate", "--models", "boosted-trees,Boosted-Trees", "--known", "head").error().replace("Boosted-Trees", "boosted-trees"));
    }
}
