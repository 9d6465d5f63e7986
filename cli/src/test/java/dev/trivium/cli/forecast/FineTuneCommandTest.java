package dev.trivium.cli.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class FineTuneCommandTest {

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
        List<String> words = new ArrayList<>(List.of("forecast", command, "--data", csv.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    private static Run tune(Object... more) {
        List<Object> words = new ArrayList<>(List.of("--model", weights, "--horizon", 12));
        words.addAll(List.of(more));
        return run("fine-tune", words.toArray());
    }

    @Test
    void weightsGoOnLearningAndTheResultPredictsWithItsInterval() {
        Path out = folder.resolve("tuned.trivium");
        Run run = tune("--epochs", 2, "--share", 0.5, "--freeze", "embedding.,layer.0.", "--rate", 0.002, "--out", out);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("epoch 2/2  train loss "), run.err());
        assertTrue(run.out().contains("timetracker-tuned, 105 → 12 steps, best epoch "), run.out());
        assertFalse(Files.exists(folder.resolve("tuned.trivium.checkpoint")), "the checkpoint is removed");
        Run next = run("predict", "--model", out, "--interval", 80);
        assertEquals(0, next.code(), next.err());
        assertTrue(next.out().contains("flow.q10"), next.out());
        assertTrue(run("predict", "--model", out, "--horizon", 6).error().contains("--horizon is that of the fitted model"));
    }

    @Test
    void whatItLearntOfTheSeriesIsWritten() throws IOException {
        Path out = folder.resolve("graph.trivium");
        Run run = tune("--epochs", 1, "--share", 0.2, "--graph", "soft", "--out", out);
        assertEquals(0, run.code(), run.err());
        Path csvFile = folder.resolve("graph.csv");
        Path experts = folder.resolve("experts.svg");
        Path series = folder.resolve("series.svg");
        Run next = run("predict", "--model", out, "--graph", csvFile, "--experts", experts, "--experts-by-series", series);
        assertEquals(0, next.code(), next.err());
        assertEquals(7, Files.readAllLines(csvFile).size());
        assertTrue(Files.readString(experts).contains(">expert 4<"), "four experts");
        assertTrue(Files.readString(series).contains(">power<"), "by series");
        assertEquals(0, run("predict", "--model", out, "--graph", folder.resolve("graph.svg")).code());
        assertEquals("trivium: --graph must be used with a timetracker that was fine-tuned with a graph, got tiny.trivium",
                run("predict", "--model", weights, "--horizon", 3, "--graph", folder.resolve("none.graphml")).error());
        assertEquals("trivium: --experts must end in .svg, .png, got x.csv (see trivium forecast predict --help)",
                run("predict", "--model", weights, "--horizon", 3, "--experts", "x.csv").error());
    }

    @Test
    void ofGapsItIsSaidThatNothingIsFilled() throws IOException {
        StringBuilder text = new StringBuilder("hour,a\n");
        for (int t = 0; t < 200; t++) {
            text.append(t).append(',').append(t % 3 == 0 ? Integer.toString(t % 24) : "").append('\n');
        }
        Path gaps = Files.writeString(folder.resolve("gaps.csv"), text);
        Run run = Run.of("forecast", "fine-tune", "--data", gaps.toString(), "--model", weights.toString(), "--horizon", "6", "--epochs", "1",
                "--out", folder.resolve("gaps.trivium").toString());
        assertEquals(0, run.code(), run.err());
        assertFalse(run.err().contains("filled"), run.err());
        assertFalse(run.err().contains("left out"), run.err());
    }

    @Test
    void theStartMustBeAFileOfSuchWeights() {
        Path out = folder.resolve("never.trivium");
        assertEquals("trivium: --model must be timetracker or a file of its weights, got waverora (see trivium forecast fine-tune --help)",
                run("fine-tune", "--model", "waverora", "--horizon", 6, "--out", out).error());
        Run none = run("fine-tune", "--model", folder.resolve("none.trivium"), "--horizon", 6, "--out", out);
        assertEquals("trivium: " + folder.resolve("none.trivium") + ": file: file must exist and be a regular file", none.error());
        Path naive = folder.resolve("naive.trivium");
        assertEquals(0, run("fit", "--model", "last-value", "--lookback", 24, "--horizon", 6, "--out", naive).code());
        Run other = run("fine-tune", "--model", naive, "--horizon", 6, "--out", out);
        assertEquals(1, other.code());
        assertEquals("trivium: " + naive + " must hold weights of timetracker; only these can be fine-tuned", other.error());
        assertFalse(Files.exists(out));
    }

    @Test
    void whatIsOutOfRangeIsRefusedByItsOption() {
        Path out = folder.resolve("range.trivium");
        assertEquals("trivium: --share must be in (0, 1], got 1.5 (see trivium forecast fine-tune --help)", tune("--share", 1.5, "--out", out).error());
        assertEquals("trivium: --graph must be none, all, hard, soft or a number of nearest series, got some (see trivium forecast fine-tune --help)",
                tune("--graph", "some", "--out", out).error());
        assertEquals("trivium: --rate must be in (0, 1), got 0.0 (see trivium forecast fine-tune --help)", tune("--rate", 0, "--out", out).error());
        assertEquals("trivium: --horizon must be between 1 and 2000, got 3000 (see trivium forecast fine-tune --help)",
                run("fine-tune", "--model", weights, "--horizon", 3000, "--out", out).error());
        assertTrue(tune("--freeze", "head,nose.", "--out", out).error().startsWith("trivium: frozen must hold beginnings of names of parameters, got nose."));
    }
}
