package dev.trivium.cli.impute;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.cli.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImputeCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path csv = Path.of("");
    private static Path model = Path.of("");
    private static Run fit = new Run(-1, "", "");

    @BeforeAll
    static void fitOnce() throws IOException {
        csv = write(folder.resolve("cells.csv"), 0, 240);
        model = folder.resolve("cells.trivium");
        fit = Run.of("impute", "fit", "--data", csv.toString(), "--window", "12", "--epochs", "1", "--out", model.toString());
    }

    /** Four cells that follow one another, every minute, one in ten values missing. */
    private static Path write(Path file, int from, int rows) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("time,north (dBm),east (dBm),south (dBm),west (dBm)\n");
        for (int t = from; t < from + rows; t++) {
            text.append(LocalDateTime.of(2024, 3, 1, 0, 0).plusMinutes(t));
            for (int s = 0; s < 4; s++) {
                double value = -80 + 6 * Math.sin(0.1 * t + 0.2 * s) + 0.3 * random.nextGaussian();
                text.append(random.nextInt(10) == 0 ? "," : String.format(Locale.ROOT, ",%.3f", value));
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }

    private static Run run(String command, Object... more) {
        List<String> words = new ArrayList<>(List.of("impute", command, "--data", csv.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    @Test
    void halfOfValidationCalibratesUnlessToldOtherwise() throws IOException {
        assertTrue(fit.err().contains("calibration "), fit.err());
        Path out = folder.resolve("calibration.trivium");
        Run none = run("fit", "--model", "linear", "--split", "0.7,0.1,0.2", "--calibration", "none", "--out", out); // else test rows choose
        assertEquals(0, none.code(), none.err());
        assertFalse(none.err().contains("calibration "), none.err());
        assertEquals(0, run("evaluate", "--model", out, "--pattern", "points:0.2").code());
        assertTrue(run("evaluate", "--model", "linear", "--pattern", "points:0.02").out().contains("calibration"), "the card's audit has the rows");
        assertTrue(run("fit", "--model", "linear", "--calibration", "2", "--force", "--out", out).error()
                .startsWith("trivium: --calibration must be a share above 0 and below 1, or none, got 2"));
        Run wide = run("predict", "--model", model, "--interval", "95", "--json");
        assertTrue(wide.out().contains("0.95"), wide.out());
        assertTrue(run("predict", "--model", model, "--interval", "70").error().contains("must be 50, 80, 90 or 95, got 70"));
    }

    @Test
    void fitSaysWhatItReadAndWhatItWrote() {
        assertEquals(0, fit.code(), fit.err());
        assertAll(() -> assertTrue(fit.err().contains("cells.csv: 240 rows × 4 series"), fit.err()),
                () -> assertTrue(fit.err().contains("train       2024-03-01T00:00:00 … 2024-03-01T03:11:00 (192 rows)"), fit.err()),
                () -> assertTrue(fit.out().startsWith("fitted      fgatt, 4 series, best epoch 1 of 1, validation MAE "), fit.out()),
                () -> assertFalse(Files.exists(folder.resolve("cells.trivium.checkpoint")), "the checkpoint is removed"));
    }

    @Test
    void predictGivesTheTableBackWithoutGapsAndListsTheFilledCells() throws IOException {
        Path out = folder.resolve("filled.csv");
        Run run = run("predict", "--model", model, "--out", out, "--chart", folder.resolve("filled.svg"), "--graph", folder.resolve("graph.svg"));
        assertEquals(0, run.code(), run.err());
        List<String> before = Files.readAllLines(csv);
        List<String> after = Files.readAllLines(out);
        List<String> cells = Files.readAllLines(folder.resolve("filled.cells.csv"));
        long missing = 0;
        for (int line = 1; line < before.size(); line++) {
            String[] old = before.get(line).split(",", -1);
            String[] now = after.get(line).split(",", -1);
            for (int c = 1; c < old.length; c++) {
                missing += old[c].isEmpty() ? 1 : 0;
                assertTrue(old[c].isEmpty() || Double.parseDouble(old[c]) == Double.parseDouble(now[c]), now[c]);
                assertFalse(now[c].isEmpty(), after.get(line));
            }
        }
        assertEquals(before.size(), after.size());
        assertEquals(before.get(0), after.get(0));
        assertEquals("time,series,value,lower,upper", cells.get(0));
        assertEquals(missing, cells.size() - 1);
        assertTrue(Files.readString(folder.resolve("filled.svg")).contains("Gaps of cells.csv, filled"));
        assertTrue(Files.readString(folder.resolve("graph.svg")).contains("north"));
        assertTrue(run.out().contains("of 960 cells, each with an interval meant to hold 80 % of such values"), run.out());
    }

    @Test
    void columnsThatTheModelDoesNotKnowAreNamedAndLeftOut() throws IOException {
        List<String> lines = Files.readAllLines(csv);
        Path wider = folder.resolve("wider.csv");
        StringBuilder text = new StringBuilder(lines.get(0) + ",noise\n");
        lines.subList(1, lines.size()).forEach(line -> text.append(line).append(",1\n"));
        Files.writeString(wider, text);
        Run run = Run.of("impute", "predict", "--model", model.toString(), "--data", wider.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("left out    columns that the model was not fitted on: noise"), run.err());
    }

    @Test
    void theGraphIsATableToo() throws IOException {
        Path graph = folder.resolve("graph.csv");
        assertEquals(0, run("predict", "--model", model, "--graph", graph).code());
        assertEquals("source,target,membership,share", Files.readAllLines(graph).get(0));
    }

    @Test
    void evaluateStandsBesideTheSimpleMethodsAndKeepsItsMask() throws IOException {
        Path mask = folder.resolve("cells.mask");
        Run run = run("evaluate", "--model", "linear", "--pattern", "points:0.2", "--save-mask", mask, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode card = new ObjectMapper().readTree(run.out());
        assertTrue(card.toString().contains("ridge-ar") && card.toString().contains("matrix-factorisation"), run.out());
        Run again = run("evaluate", "--model", "linear", "--pattern", "mask:" + mask, "--json");
        assertEquals(card.at("/rows/0/mae"), new ObjectMapper().readTree(again.out()).at("/rows/0/mae"));
    }

    @Test
    void aFittedImputerIsScoredAsItIs() throws IOException {
        Path chart = folder.resolve("hidden.svg");
        Run run = run("evaluate", "--model", model, "--pattern", "outage:12", "--chart", chart, "--allow", "chosen-elsewhere");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("ALLOWED       chosen-elsewhere"), run.out()); // fit had the last rows to choose by
        assertTrue(Files.readString(chart).contains("hidden truth"));
        assertTrue(run.out().contains("cells.trivium"), run.out());
        assertTrue(run.out().contains("passed        fitted-elsewhere"), run.out());
    }

    @Test
    void aShareThatIsNoneIsRefusedInPlainWords() {
        Run run = run("evaluate", "--pattern", "points:1.5");
        assertEquals(2, run.code());
        assertTrue(run.error().contains("'--pattern': rate must lie between 0 and 1, got 1.5, in points:1.5"), run.error());
    }

    @Test
    void whatBelongsToOtherDataIsRefusedByItsOption() throws IOException {
        Path mask = folder.resolve("all.mask");
        assertEquals(0, run("evaluate", "--model", "linear", "--pattern", "points:0.2", "--save-mask", mask).code());
        Path other = write(folder.resolve("other.csv"), 0, 200);
        Run masked = Run.of("impute", "evaluate", "--data", other.toString(), "--model", "linear", "--pattern", "mask:" + mask);
        assertTrue(masked.error().contains("--pattern must be a mask of the same data, got " + mask), masked.error());
        Path places = Files.writeString(folder.resolve("places.csv"), "name,x,y\nnorth,0,1\neast,1,0\nsouth,0,-1\n");
        Path out = folder.resolve("placed.csv");
        Run placed = run("predict", "--model", model, "--out", out, "--graph", folder.resolve("placed.svg"), "--coordinates", places);
        assertTrue(placed.error().contains("--coordinates must name a place of every node, got none of [west] in " + places), placed.error());
        assertFalse(Files.exists(out), "refused before anything is written");
    }

    @Test
    void aStreamOfAnotherStepIsRefusedBeforeItsFirstRow() throws IOException {
        Path hourly = folder.resolve("hourly.csv");
        StringBuilder text = new StringBuilder("time,north (dBm),east (dBm),south (dBm),west (dBm)\n");
        for (int t = 0; t < 20; t++) {
            text.append(LocalDateTime.of(2024, 3, 1, 0, 0).plusHours(t)).append(",-80,-81,-82,-83\n");
        }
        Files.writeString(hourly, text);
        Run run = Run.of("impute", "stream", "--model", model.toString(), "--data", hourly.toString());
        assertEquals(1, run.code());
        assertTrue(run.error().contains("series must have the fitted step, 1 min, got 1 h"), run.error());
        assertEquals("", run.out());
    }

    @Test
    void aSeriesWithoutAnObservedValueIsNamed() throws IOException {
        Path gone = folder.resolve("gone.csv");
        Files.write(gone, Files.readAllLines(csv).stream().map(line -> line.startsWith("time") ? line : line.replaceAll(",[^,]*$", ",")).toList());
        Path file = folder.resolve("gone.trivium");
        Run fitted = Run.of("impute", "fit", "--data", gone.toString(), "--window", "12", "--epochs", "1", "--out", file.toString());
        Run filled = Run.of("impute", "predict", "--data", gone.toString(), "--model", file.toString());
        assertTrue(fitted.err().contains("no observed value in the training rows: west"), fitted.err());
        assertTrue(filled.err().contains("no observed value in the file: west"), filled.err());
        assertFalse(fit.err().contains("no observed value"), fit.err());
    }

    @Test
    void settingsBesideAFittedImputerAreRefused() {
        Run run = run("evaluate", "--model", model, "--window", "24");
        assertEquals(2, run.code());
        assertTrue(run.error().contains("are those of the fitted imputer"), run.error());
    }

    @Test
    void settingsThatASimpleMethodWouldIgnoreAreRefused() {
        Run run = run("fit", "--model", "linear", "--window", "24", "--out", folder.resolve("no.trivium"));
        assertEquals(2, run.code());
        assertTrue(run.error().contains("must be used with fgatt, got linear"), run.error());
    }

    @Test
    void aGivenGraphIsReadFromPlacesOrFromAListOfEdges() throws IOException {
        Path places = Files.writeString(folder.resolve("places.csv"), "name,x,y\nnorth,0,1\neast,1,0\nsouth,0,-1\nwest,-1,0\n");
        Path edges = Files.writeString(folder.resolve("edges.csv"), "source,target,weight\nnorth,east,0.5\neast,south,1\n");
        Object[] quick = {"--window", "8", "--epochs", "1", "--edges", "given", "--out", folder.resolve("given.trivium"), "--force"};
        assertEquals(0, run("fit", with(quick, "--places", places)).code());
        assertEquals(0, run("fit", with(quick, "--adjacency", edges)).code());
        assertEquals(2, run("fit", quick).code());
        Files.writeString(edges, "source,target,weight\nnorth,up,0.5\n");
        Run run = run("fit", with(quick, "--adjacency", edges));
        assertEquals(1, run.code());
        assertTrue(run.error().contains("edges.csv, line 2: must name two of the nodes [north, east, south, west], got north and up"), run.error());
    }

    private static Object[] with(Object[] words, Object... more) {
        return Stream.concat(Arrays.stream(words), Arrays.stream(more)).toArray();
    }

    @Test
    void anUnknownPatternIsRefusedWithThoseThereAre() {
        Run run = run("evaluate", "--pattern", "holes");
        assertEquals(2, run.code());
        assertTrue(run.error().contains("must be points:SHARE, blocks, outage, outage:ROWS, replay or mask:FILE, got holes"), run.error());
    }

    @Test
    void aStreamIsAnsweredRowByRowAndGoesOnFromItsState() throws IOException {
        Path state = folder.resolve("now.state");
        String header = "time,west,south,north,east\n";
        Run first = stream(header + "2024-03-01T04:00,-80,,-79.5,-81\n2024-03-01T04:01,,,,\n", state);
        assertEquals(0, first.code(), first.err());
        List<String> answers = first.out().lines().toList();
        assertEquals("time,west,south,north,east", answers.get(0));
        assertTrue(answers.get(1).matches("2024-03-01T04:00:00,-80\\.0,-\\d+\\.\\d+,-79\\.5,-81\\.0"), answers.get(1));
        assertEquals(3, answers.size());
        Run second = stream(header + "2024-03-01T04:02,-80,-80,,-80\n", state);
        assertTrue(second.err().contains("the newest of 2024-03-01T04:01:00"), second.err());
        assertEquals(2, second.out().lines().count());
    }

    @Test
    void aLateRowIsAnsweredByTheRowsFromItToTheNewest() throws IOException {
        Run run = stream("time,north,east,south,west\n2024-03-01T04:00,,,,\n2024-03-01T04:01,,,,\n2024-03-01T04:00,-77,,,\n", null);
        List<String> answers = run.out().lines().toList();
        assertEquals(5, answers.size(), run.out());
        assertTrue(answers.get(3).startsWith("2024-03-01T04:00:00,-77.0,"), run.out() + run.err());
        assertTrue(answers.get(4).startsWith("2024-03-01T04:01:00,"), run.out());
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheStreamGoesOn() throws IOException {
        Run run = stream("time,north,east,south,west\n2024-03-01T04:00,x,,,\nnoon,1,1,1,1\n2024-03-01T04:00,-77,,,\n", null);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("standard input, line 2: north must be a number or empty, got x"), run.err());
        assertTrue(run.err().contains("standard input, line 3: the time must be written as"), run.err());
        assertEquals(2, run.out().lines().count());
    }

    private static synchronized Run stream(String input, Path state) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return state == null ? run("stream", "--model", model) : run("stream", "--model", model, "--state", state);
        } finally {
            System.setIn(before);
        }
    }
}
