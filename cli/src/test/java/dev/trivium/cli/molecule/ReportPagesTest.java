package dev.trivium.cli.molecule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --report} and {@code --tensorboard} write, of all three modules. */
class ReportPagesTest {

    private static final Pattern HEADING = Pattern.compile("<h2 id=\"h\\d+\">([^<]*)</h2>");
    private static final Pattern MARK = Pattern.compile("<line class=\"mark\" x1=\"([\\d.]+)\"");
    private static final String COMES_FROM = "How to repeat it";

    @TempDir
    Path folder = Path.of("");

    @Test
    void forecastsAreReportedWhenFittedScoredAndMade() throws IOException {
        String csv = HourlyTable.write(folder.resolve("<script>.csv"), 400).toString();
        Path log = folder.resolve("log");
        ok("forecast", "fit", "--data", csv, "--lookback", "24", "--horizon", "6", "--epochs", "2", "--out", at("m.trivium"), "--report", at("fit.html"),
                "--tensorboard", log.toString());
        String fit = page("fit.html");
        assertEquals(List.of("Fitted", "Training", "Data", COMES_FROM), headings(fit));
        assertTrue(fit.contains("Fitted, not scored") && fit.contains("Epoch by epoch") && fit.contains("Where values are missing"));
        assertFalse(fit.contains("<script>.csv"), "the name of the file is a text");
        assertTrue(fit.contains("<th scope=\"row\">head</th>\n<td class=\"name\"></td>\n<td class=\"number\">400</td>"), "all rows that were read, not those of the training");
        String strip = fit.substring(fit.lastIndexOf("plot wide"), fit.lastIndexOf("plot narrow"));
        assertEquals(4, MARK.matcher(strip).results().filter(mark -> Double.parseDouble(mark.group(1)) < 690).count(), "parts are within the strip: " + strip);
        try (var runs = Files.list(log)) {
            assertEquals(List.of("waverora-seed-1"), runs.map(run -> run.getFileName().toString()).toList());
        }
        Run scored = Run.of("forecast", "evaluate", "--data", csv, "--lookback", "24", "--horizon", "6", "--epochs", "1", "--seeds", "1,2", "--stride", "5",
                "--report", at("card.html"), "--out", at("card.txt"), "--record", at("run.json"), "--tensorboard", at("scored"));
        assertEquals(0, scored.code(), scored.err());
        assertEquals(Stream.of("card.txt", "run.json", "card.html", "scored").map(name -> "written     " + at(name)).toList(),
                scored.err().lines().filter(line -> line.startsWith("written")).toList());
        String card = page("card.html");
        assertEquals("Verdict", headings(card).get(0));
        assertTrue(headings(card).containsAll(List.of("Score card", "Where the errors are", "Audit", "Forecasts", "Training", "Data", COMES_FROM)), card);
        assertTrue(card.contains("waverora, seed 1") && card.contains("waverora, seed 2") && card.contains("the last test window, and what came"));
        assertTrue(card.contains("forecast evaluate --data") && card.contains("--seeds 1,2"), "the command line");
        ok("forecast", "predict", "--model", at("m.trivium"), "--data", csv, "--report", at("next.html"));
        assertTrue(page("next.html").contains("A forecast, not a score"));
    }

    @Test
    void propertiesAreReportedWhenFittedScoredAndPredicted() throws IOException {
        String csv = MadeMolecules.write(folder.resolve("made.csv"), 3).toString();
        ok("molecule", "fit", "--data", csv, "--target", "logS", "--model", "random-forest", "--out", at("m.trivium"), "--report", at("fit.html"));
        assertEquals(List.of("Fitted", "Data", COMES_FROM), headings(page("fit.html")));
        ok("molecule", "evaluate", "--data", csv, "--model", at("m.trivium"), "--report", at("card.html"));
        String card = page("card.html");
        assertTrue(headings(card).containsAll(List.of("Verdict", "Score card", "Where the errors of m.trivium are",
                "The first test molecules, as m.trivium sees them", "Data", COMES_FROM)), headings(card).toString());
        assertTrue(card.contains("error by scaffold") && card.contains("predicted beside measured") && card.contains("data:image/svg+xml;base64,"));
        ok("molecule", "predict", "--model", at("m.trivium"), "--data", csv, "--out", at("answers.csv"), "--report", at("answers.html"));
        String answers = page("answers.html");
        assertTrue(answers.contains("Predictions, not a score") && answers.contains("Cc1ccccc1O"), "drawings with their strings");
    }

    @Test
    void fillsAreReportedWhenFittedScoredAndMade() throws IOException {
        String csv = cells(folder.resolve("cells.csv")).toString();
        ok("impute", "fit", "--data", csv, "--window", "12", "--epochs", "1", "--out", at("m.trivium"), "--report", at("fit.html"), "--tensorboard",
                at("log"));
        assertEquals(List.of("Fitted", "Training", "Data", COMES_FROM), headings(page("fit.html")));
        assertTrue(Files.isDirectory(folder.resolve("log")));
        Run scored = Run.of("impute", "evaluate", "--data", csv, "--model", at("m.trivium"), "--split", "0.6,0.2,0.2", "--report", at("card.html"));
        assertEquals(3, scored.code(), "the model had seen the test rows: " + scored.err());
        String card = page("card.html");
        assertTrue(card.contains("Not to be believed") && card.indexOf("Not to be believed") < card.indexOf("Score card</h2>"), "what the audit found");
        assertTrue(headings(card).containsAll(List.of("Verdict", "Score card", "Do the intervals hold?", "Where the errors are", "Fills", "Data",
                COMES_FROM)), headings(card).toString());
        ok("impute", "predict", "--model", at("m.trivium"), "--data", csv, "--report", at("filled.html"));
        assertTrue(page("filled.html").contains("Filled, not scored"));
    }

    @Test
    void aReportThatIsInTheWayOrNoPageIsRefusedBeforeTheWorkStarts() throws IOException {
        String csv = HourlyTable.write(folder.resolve("t.csv"), 60).toString();
        Files.writeString(folder.resolve("there.html"), "x");
        assertTrue(refused(csv, "--report", at("there.html")).contains("--report must not be there already"));
        assertTrue(refused(csv, "--report", at("page.pdf")).contains("--report must end in .html, got "));
        assertTrue(refused(csv, "--tensorboard", at("there.html")).contains("--tensorboard must be a folder, got the file "));
    }

    private String refused(String csv, String option, String value) {
        Run run = Run.of("forecast", "evaluate", "--data", csv, "--model", "drift", option, value);
        assertEquals(2, run.code(), run.err());
        return run.error();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static void ok(String... words) {
        Run run = Run.of(words);
        assertEquals(0, run.code(), run.err());
    }

    private String page(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static List<String> headings(String page) {
        List<String> headings = new ArrayList<>();
        Matcher found = HEADING.matcher(page);
        while (found.find()) {
            headings.add(found.group(1));
        }
        return headings;
    }

    /** Four cells that follow one another, one in ten values missing. */
    private static Path cells(Path file) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder("time,north,east,south,west\n");
        for (int t = 0; t < 240; t++) {
            text.append(String.format(Locale.ROOT, "2024-03-01T%02d:%02d", t / 60, t % 60));
            for (int s = 0; s < 4; s++) {
                text.append(random.nextInt(10) == 0 ? "," : String.format(Locale.ROOT, ",%.3f", -80 + 6 * Math.sin(0.1 * t + 0.2 * s)));
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }
}
