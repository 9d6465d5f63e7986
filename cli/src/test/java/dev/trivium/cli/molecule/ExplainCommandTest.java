package dev.trivium.cli.molecule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path csv = Path.of("");
    private static Path model = Path.of("");

    @BeforeAll
    static void fitOnce() throws IOException {
        csv = MadeMolecules.write(folder.resolve("made.csv"), 4);
        model = folder.resolve("made.trivium");
        Run fit = Run.of("molecule", "fit", "--data", csv.toString(), "--target", "logS", "--epochs", "1", "--out", model.toString());
        assertEquals(0, fit.code(), fit.err());
    }

    private static Run explain(String... more) {
        return Run.of(Stream.concat(Stream.of("molecule", "explain", "--model", model.toString(), "--data", csv.toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private static List<String> names(Path out) throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyRowHasAPageAndTheGalleryLinksToThem() throws IOException {
        Path out = folder.resolve("all");
        Run run = explain("--out", out.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(82, names(out).size(), "80 molecules, a row that is none, and the gallery");
        String index = Files.readString(out.resolve("index.html"));
        assertTrue(index.contains("href=\"molecule-000081.html\""), "the refused row too");
        assertTrue(Files.readString(out.resolve("molecule-000081.html")).contains("refused: "));
        assertTrue(Files.readString(out.resolve("molecule-000001.html")).contains("<svg"));
        Run again = explain("--out", out.toString());
        assertEquals(2, again.code());
        assertTrue(again.err().contains("--out must not hold pages already (--force replaces them), got "), again.err());
    }

    @Test
    void topTakesTheHighestPredictions() throws IOException {
        Path out = folder.resolve("top");
        Run run = explain("--out", out.toString(), "--top", "3", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(3, new ObjectMapper().readTree(run.out()).get("pages").asInt());
        assertEquals(4, names(out).size());
    }

    @Test
    void theDeletionTestReportsAllWeightings() throws IOException {
        Run run = explain("--test", "--molecules", "5", "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode outcomes = new ObjectMapper().readTree(run.out()).get("deletion");
        assertEquals(List.of("EFFECT", "SHARE", "CONTRIBUTION"), outcomes.findValuesAsText("weighting"));
        assertEquals(5, outcomes.get(0).get("molecules").asInt());
        String text = explain("--test", "--molecules", "5").out();
        assertTrue(text.contains("5 molecules: without the heaviest motif the prediction moves by "), text);
    }

    @Test
    void refusesWhatCannotBeExplained() {
        assertEquals(2, explain().code());
        assertEquals(2, explain("--test", "--target", "colour").code());
        assertEquals(2, explain("--out", folder.resolve("none").toString(), "--top", "0").code());
        Path forest = folder.resolve("mean.trivium");
        Run.of("molecule", "fit", "--data", csv.toString(), "--target", "logS", "--model", "train-mean", "--out", forest.toString());
        Run run = Run.of("molecule", "explain", "--model", forest.toString(), "--data", csv.toString(), "--test");
        assertEquals(1, run.code());
        assertTrue(run.err().contains("--model must be a molgraph-xlstm, got "), run.err());
        assertFalse(Files.exists(folder.resolve("none")));
    }
}
