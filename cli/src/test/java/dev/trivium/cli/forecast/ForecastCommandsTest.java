package dev.trivium.cli.forecast;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path csv = Path.of("");
    private static Path model = Path.of("");
    private static Run fit = new Run(-1, "", "");

    @BeforeAll
    static void fitOnce() throws IOException {
        csv = HourlyTable.write(folder.resolve("plant.csv"), 500);
        model = folder.resolve("plant.trivium");
        fit = Run.of("forecast", "fit", "--data", csv.toString(), "--lookback", "48", "--horizon", "12", "--epochs", "2", "--out", model.toString());
    }

    private static Run run(String command, Object... more) {
        List<String> words = new ArrayList<>(List.of("forecast", command, "--data", csv.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void fitSaysWhatItReadAndWhatItWrote() {
        assertEquals(0, fit.code(), fit.err());
        assertAll(() -> assertTrue(fit.err().contains("data        plant.csv: 500 rows × 3 series, 2024-01-01T00:00:00 … 2024-01-21T19:00:00, step 1 h"), fit.err()),
                () -> assertTrue(fit.err().contains("series      flow (m3/h), head, power (kW)"), fit.err()),
                () -> assertTrue(fit.err().contains("train       2024-01-01T00:00:00 … 2024-01-15T13:00:00 (350 rows)"), fit.err()),
                () -> assertTrue(fit.err().contains("291 train, 14 validation, 14 calibration, 89 test, each of 48 → 12 steps"), fit.err()),
                () -> assertTrue(fit.err().contains("epoch 2/2  train loss "), fit.err()),
                () -> assertTrue(fit.out().startsWith("fitted      waverora, 48 → 12 steps, best epoch "), fit.out()),
                () -> assertTrue(fit.out().contains("written     " + model), fit.out()),
                () -> assertTrue(Files.size(model) > 100_000),
                () -> assertFalse(Files.exists(folder.resolve("plant.trivium.checkpoint")), "the checkpoint is removed"));
    }

    @Test
    void aModelIsNotOverwrittenWithoutForce() throws IOException {
        byte[] before = Files.readAllBytes(model);
        Run run = run("fit", "--out", model);
        assertEquals(2, run.code());
        assertEquals("trivium: --out must not be there already (--force replaces it), got " + model + " (see trivium forecast fit --help)", run.error());
        assertArrayEquals(before, Files.readAllBytes(model));
    }

    @Test
    void theStateOfAnInterruptedRunIsNotThrownAwayWithoutForce() throws IOException {
        Path checkpoint = Files.writeString(folder.resolve("other.trivium.checkpoint"), "state");
        Run run = run("fit", "--out", folder.resolve("other.trivium"));
        assertEquals(2, run.code());
        assertTrue(run.error().contains("go on with --resume " + checkpoint + ", or begin anew with --force"), run.error());
    }

    @Test
    void predictWritesDatedRowsInTheUnitsOfTheDataAndAPicture() throws IOException {
        Path out = folder.resolve("next.csv");
        Path chart = folder.resolve("next.svg");
        Run run = run("predict", "--model", model, "--out", out, "--chart", chart);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertAll(() -> assertEquals("date,flow (m3/h),head,power (kW)", lines.get(0)),
                () -> assertEquals(13, lines.size()),
                () -> assertTrue(lines.get(1).startsWith("2024-01-21T20:00:00,"), lines.get(1)),
                () -> assertTrue(Files.readString(chart).contains("Forecast of plant.csv")),
                () -> assertTrue(run.out().contains("written     " + out), run.out()));
    }

    @Test
    void predictPrintsTheWholeForecastWithoutOut() {
        Run run = run("predict", "--model", model);
        assertEquals(0, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(14, lines.size(), run.out());
        assertTrue(lines.get(1).strip().matches("m3/h +kW"), run.out());
        assertTrue(lines.get(13).startsWith("2024-01-22T07:00:00  "), run.out());
    }

    @Test
    void predictAsJsonIsAllThatStandsOnStandardOutput() throws IOException {
        JsonNode json = new ObjectMapper().readTree(run("predict", "--model", model, "--json").out());
        JsonNode forecast = json.get("forecast");
        assertEquals("2024-01-21T20:00:00", forecast.get("time").get(0).asText());
        assertEquals("m3/h", forecast.get("series").get(0).get("unit").asText());
        assertEquals(12, forecast.get("series").get(2).get("values").size());
    }

    @Test
    void predictRefusesAChartOfAnotherKindBeforeItWorks() {
        Run run = run("predict", "--model", model, "--chart", folder.resolve("next.gif"));
        assertEquals(2, run.code());
        assertEquals("trivium: --chart must end in .svg or .png, got " + folder.resolve("next.gif") + " (see trivium forecast predict --help)",
                run.error());
    }

    @Test
    void fitCalibratesIntervalsThatPredictTells() throws IOException {
        assertTrue(fit.err().contains("calibration 2024-01-16T15:00:00 … 2024-01-17T15:00:00 (25 rows)"), fit.err());
        assertTrue(fit.err().contains("intervals   80 % and 95 %, calibrated on rows of their own"), fit.err());
        assertTrue(fit.out().contains("intervals   80 %, 95 %, calibrated on 14 windows of 2024-01-16T15:00:00 … 2024-01-17T15:00:00; too few windows of"
                + " flow, head, power alone, so they take the errors of all series at a step"), fit.out());
        Path out = folder.resolve("intervals.csv");
        Path chart = folder.resolve("intervals.svg");
        Run run = run("predict", "--model", model, "--interval", "80,95", "--out", out, "--chart", chart);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertEquals("date,flow (m3/h),flow.q2.5 (m3/h),flow.q10 (m3/h),flow.q90 (m3/h),flow.q97.5 (m3/h)", lines.get(0).substring(0, 83));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            for (int s = 1; s < cells.length; s += 5) {
                assertTrue(Double.parseDouble(cells[s + 1]) <= Double.parseDouble(cells[s + 2]), line);
                assertTrue(Double.parseDouble(cells[s + 2]) < Double.parseDouble(cells[s]), line);
                assertTrue(Double.parseDouble(cells[s]) < Double.parseDouble(cells[s + 3]), line);
            }
        }
        assertTrue(Files.readString(chart).contains("80 %"), "the band is named");
    }

    @Test
    void intervalsLearnFromWhatCameAfterCalibration() throws IOException {
        Path fixed = folder.resolve("fixed.csv");
        Path adaptive = folder.resolve("adaptive.csv");
        assertEquals(0, run("predict", "--model", model, "--interval", 80, "--out", fixed).code());
        Run run = run("predict", "--model", model, "--interval", 80, "--adaptive", "--out", adaptive);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("intervals   adaptive: begun with 2024-01-16T15:00:00 … 2024-01-17T15:00:00, learnt until 2024-01-21T19:00:00"), run.err());
        List<String> before = Files.readAllLines(fixed);
        List<String> after = Files.readAllLines(adaptive);
        assertEquals(before.get(0), after.get(0));
        for (int i = 1; i < before.size(); i++) {
            String[] one = before.get(i).split(",");
            String[] other = after.get(i).split(",");
            assertEquals(one[1], other[1], "the mean");
            assertTrue(Double.parseDouble(other[2]) < Double.parseDouble(other[3]), after.get(i));
        }
        assertNotEquals(before, after);
    }

    @Test
    void adaptiveIntervalsAreRefusedWhereTheyCannotBe() throws IOException {
        assertEquals("trivium: --adaptive must be used with --interval, got it alone (see trivium forecast predict --help)",
                run("predict", "--model", model, "--adaptive").error());
        Path plain = folder.resolve("uncalibrated.trivium");
        assertEquals(0, run("fit", "--model", "linear", "--lookback", 48, "--horizon", 12, "--calibration", "none", "--out", plain).code());
        assertEquals("trivium: --adaptive must be used with a model that has calibrated intervals, got uncalibrated.trivium",
                run("predict", "--model", plain, "--interval", 80, "--adaptive").error());
        Path late = folder.resolve("late.csv");
        List<String> lines = Files.readAllLines(csv);
        Files.write(late, Stream.concat(lines.stream().limit(1), lines.stream().skip(420)).toList());
        Run run = Run.of("forecast", "predict", "--model", model.toString(), "--data", late.toString(), "--interval", "80", "--adaptive");
        assertEquals(1, run.code());
        assertTrue(run.error().startsWith("trivium: history must hold rows before 2024-01-16T15:00:00, the calibration rows from there to 2024-01-17T15:00:00,"
                + " and go on from them, got 3 series"), run.error());
    }

    @Test
    void anIntervalIsRefusedWhereTheModelHasNone() {
        Path plain = folder.resolve("plain.trivium");
        assertEquals(0, run("fit", "--model", "linear", "--lookback", 48, "--horizon", 12, "--calibration", "none", "--out", plain).code());
        assertEquals("trivium: --interval must be used with a model that has intervals (trivium forecast fit calibrates them where the validation rows"
                + " suffice; timetracker states its own), got plain.trivium", run("predict", "--model", plain, "--interval", 80).error());
        assertEquals("trivium: --interval must be one of 80, 95 for plant.trivium, got 50", run("predict", "--model", model, "--interval", 50).error());
        assertEquals("trivium: --interval must be a percentage above 0 and below 100, got 100 (see trivium forecast predict --help)",
                run("predict", "--model", model, "--interval", 100).error());
        assertEquals("trivium: Invalid value for option '--interval' (PERCENT): must be a percentage such as 80, got wide (see trivium forecast predict"
                + " --help)", run("predict", "--model", model, "--interval", "wide").error());
    }

    @Test
    void calibrationThatCannotBeIsSaidOrRefused() {
        Path out = folder.resolve("never.trivium");
        List<Object> fit = List.of("--model", "linear", "--lookback", 48, "--horizon", 12, "--out", out);
        assertEquals("trivium: --calibration must be a share above 0 and below 1, or none, got half (see trivium forecast fit --help)",
                fit(fit, "--calibration", "half").error());
        assertEquals("trivium: --intervals must be used with calibration rows, got --calibration none (see trivium forecast fit --help)",
                fit(fit, "--calibration", "none", "--intervals", "80").error());
        assertEquals("trivium: --intervals must be different percentages above 0 and below 100, got 80,80.0 (see trivium forecast fit --help)",
                fit(fit, "--intervals", "80,80.0").error());
        assertEquals("trivium: --calibration must leave at least 99 values of every forecast step for intervals of 80 % and 99 %, got 42 in 25 rows; use"
                + " more validation rows, or smaller --intervals", fit(fit, "--intervals", "80,99").error());
        assertFalse(Files.exists(out));
        Run few = fit(fit, "--split", "0.78,0.04,0.18");
        assertEquals(0, few.code(), few.err());
        assertTrue(few.err().contains("intervals   none: half of 20 validation rows would hold no forecast of 12 steps"), few.err());
        assertFalse(few.out().contains("intervals"), few.out());
        Run some = fit(fit, "--split", "0.7,0.048,0.252", "--force");
        assertTrue(some.err().contains("intervals   80 % only: 3 values of a forecast step are too few for 95 %")
                || some.err().contains("intervals   none"), some.err());
    }

    private static Run fit(List<Object> options, Object... more) {
        List<Object> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return run("fit", all.toArray());
    }

    @Test
    void theCardHasCoverageAndWidthOfEveryMethod() throws IOException {
        Path out = folder.resolve("coverage.csv");
        Run run = run("evaluate", "--model", model, "--out", out);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Share of values inside the intervals, and mean width in standard deviations of the series"), run.out());
        for (String row : List.of("  linear fixed ", "  linear adaptive ", "  plant.trivium fixed ", "  plant.trivium adaptive ")) {
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith(row)), row + " in " + run.out());
        }
        run.out().lines().dropWhile(line -> !line.startsWith("Share of values")).forEach(line -> assertTrue(line.length() <= 100, line));
        List<String> lines = Files.readAllLines(out);
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("plant.trivium,model,step 5,,coverage_95_adaptive,")), "every step");
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("plant.trivium,model,series head,natural,width_80_fixed,")), "every series");
        Run none = run("evaluate", "--model", "linear", "--lookback", 48, "--horizon", 12, "--calibration", "none");
        assertFalse(none.out().contains("Share of values inside"), none.out());
    }

    @Test
    void dataWithoutASeriesOfTheModelAreRefusedByName() {
        String message = "trivium: --data must have every series that plant.trivium was fitted on, got power without flow, head";
        assertEquals(message, run("predict", "--model", model, "--columns", "power").error());
        assertEquals(message, run("evaluate", "--model", model, "--columns", "power").error());
    }

    @Test
    void predictRefusesAFileThatIsNoModel() {
        Run run = run("predict", "--model", csv);
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.error().startsWith("trivium: " + csv), run.error());
    }

    @Test
    void evaluateScoresAFileBesideTheSimpleMethods() {
        Run run = run("evaluate", "--model", model, "--out", folder.resolve("card.txt"));
        assertEquals(0, run.code(), run.err());
        for (String row : List.of("last-value", "seasonal-naive", "drift", "linear", "plant.trivium")) {
            assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  " + row)), row + " in " + run.out());
        }
        assertTrue(run.out().contains("89 scored"), run.out());
        assertTrue(run.out().contains("passed        fitted-elsewhere"), run.out());
    }

    @Test
    void evaluateSaysWhenAModelMayHaveSeenTheTestRows() {
        Run run = run("evaluate", "--model", model, "--split", "0.5,0.1,0.4");
        assertEquals(3, run.code(), run.err());
        assertTrue(run.out().startsWith("NOT TO BE BELIEVED: the audit at the end of this card found fitted-elsewhere."), run.out());
        Run allowed = run("evaluate", "--model", model, "--split", "0.5,0.1,0.4", "--allow", "fitted-elsewhere");
        assertEquals(0, allowed.code(), allowed.err());
        assertTrue(allowed.out().contains("ALLOWED       fitted-elsewhere"), allowed.out());
    }

    @Test
    void evaluateFitsAModelByNameOncePerSeed() throws IOException {
        Run run = run("evaluate", "--lookback", 24, "--horizon", 6, "--epochs", 1, "--seeds", "1,2", "--stride", 3, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode json = new ObjectMapper().readTree(run.out());
        JsonNode last = json.get("rows").get(json.get("rows").size() - 1);
        assertEquals("[1,2]", last.findValue("seeds").toString());
        assertEquals(3, json.get("setting").get("stride").asInt());
    }

    @Test
    void optionsThatAModelWouldIgnoreAreRefused() {
        assertEquals("trivium: --lookback, --horizon and --known are those of the fitted model " + model + "; leave them out (see trivium"
                + " forecast evaluate --help)", run("evaluate", "--model", model, "--horizon", 6).error());
        assertEquals("trivium: --epochs must be used with a model that is still to be trained in epochs, got linear (see trivium forecast"
                + " evaluate --help)", run("evaluate", "--model", "linear", "--epochs", 6).error());
        assertEquals("trivium: --seeds must be used with a model that is still to be fitted and depends on a seed, got drift (see trivium"
                + " forecast evaluate --help)", run("evaluate", "--model", "drift", "--seeds", "1,2").error());
        assertEquals("trivium: known must be empty for waverora, which cannot use columns whose future is known (boosted-trees can), got [head]"
                + " (see trivium forecast fit --help)", run("fit", "--known", "head", "--out", folder.resolve("k.trivium")).error());
        assertEquals("trivium: --season must be used with seasonal-naive, got linear (see trivium forecast fit --help)",
                run("fit", "--model", "linear", "--season", 6, "--out", folder.resolve("l.trivium")).error());
        assertEquals("trivium: --data chicago-l is read as the catalogue says: of the options for CSV files only --columns may be given"
                + " (see trivium forecast fit --help)",
                Run.of("forecast", "fit", "--data", "chicago-l", "--zone", "UTC", "--out", folder.resolve("c.trivium").toString()).error());
    }

    @Test
    void aSimpleMethodIsFittedSavedAndUsedLikeAnyOther() {
        Path file = folder.resolve("naive.trivium");
        Run naive = run("fit", "--model", "seasonal-naive", "--season", 24, "--lookback", 48, "--horizon", 12, "--out", file);
        assertEquals(0, naive.code(), naive.err());
        assertEquals(0, run("predict", "--model", file).code());
    }

    @Test
    void columnsWhoseFutureIsKnownAreGivenToTheModelAndNotForecast() throws IOException {
        Path table = HourlyTable.writeWithKnown(folder.resolve("shop.csv"), 400, 6);
        Path file = folder.resolve("shop.trivium");
        Run known = Run.of("forecast", "fit", "--data", table.toString(), "--model", "boosted-trees", "--known", "promotion", "--lookback", "24",
                "--horizon", "6", "--out", file.toString());
        assertEquals(0, known.code(), known.err());
        Path chart = folder.resolve("shop.svg");
        Run next = Run.of("forecast", "predict", "--model", file.toString(), "--data", table.toString(), "--chart", chart.toString(), "--json");
        JsonNode forecast = new ObjectMapper().readTree(next.out()).get("forecast");
        assertEquals(1, forecast.get("series").size(), next.err());
        assertEquals("2024-01-17T16:00:00", forecast.get("time").get(0).asText());
        assertTrue(Files.exists(chart));
        Run card = Run.of("forecast", "evaluate", "--model", file.toString(), "--data", table.toString());
        assertEquals(0, card.code(), card.err());
        assertTrue(card.out().startsWith("shop.trivium with promotion beats the best naive forecast"), card.out());
        assertTrue(card.out().contains("passed        fitted-elsewhere"), card.out());
    }

    @Test
    void aModelThatDoesNotExistIsAMatterOfUsage() {
        Run run = run("fit", "--model", "oracle", "--out", folder.resolve("o.trivium"));
        assertEquals(2, run.code());
        assertTrue(run.error().startsWith("trivium: model must be one of waverora, "), run.error());
    }

    @Test
    void aGpuThatIsNotThereIsRefusedBeforeTheDataAreRead() {
        Run run = run("fit", "--device", "gpu:7", "--out", folder.resolve("g.trivium"));
        assertEquals(1, run.code());
        assertTrue(run.error().startsWith("trivium: device must be usable, got gpu:7: "), run.error());
        assertEquals(1, run.err().lines().count());
    }
}
