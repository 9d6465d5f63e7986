package dev.trivium.cli.molecule;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeCommandsTest {

    @TempDir
    private static Path folder = Path.of("");

    private static Path csv = Path.of("");
    private static Path model = Path.of("");
    private static Run fit = new Run(-1, "", "");

    @BeforeAll
    static void fitOnce() throws IOException {
        csv = MadeMolecules.write(folder.resolve("made.csv"), 8);
        model = folder.resolve("made.trivium");
        fit = Run.of("molecule", "fit", "--data", csv.toString(), "--target", "logS", "--epochs", "2", "--out", model.toString());
    }

    private static Run run(String command, Object... more) {
        List<String> words = new ArrayList<>(List.of("molecule", command, "--data", csv.toString()));
        for (Object word : more) {
            words.add(word.toString());
        }
        return Run.of(words.toArray(String[]::new));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    @Test
    void fitSaysWhatItReadAndWhatItWrote() {
        assertEquals(0, fit.code(), fit.err());
        assertAll(() -> assertTrue(fit.err().contains("data        made.csv: 161 molecules, SMILES in column smiles"), fit.err()),
                () -> assertTrue(fit.err().contains("task        regression, as not every label is 0 or 1"), fit.err()),
                () -> assertTrue(fit.err().contains("labels      logS: 161 from -5.000 to 1.200, mean "), fit.err()),
                () -> assertTrue(fit.err().contains("split       random 80/10/10 %, seed 1: "), fit.err()),
                () -> assertTrue(fit.err().contains("training molecules, at most 2 epochs"), fit.err()),
                () -> assertTrue(fit.out().contains("fitted      molgraph-xlstm, regression of logS, best epoch "), fit.out()),
                () -> assertTrue(fit.out().contains("molecule predict --model " + model + " --data YOUR.csv"), fit.out()),
                () -> assertTrue(fit.out().contains("molecule evaluate --model " + model + " --data " + csv + " --target logS"), fit.out()),
                () -> assertFalse(Files.exists(file("made.trivium.checkpoint")), "the checkpoint is removed"));
    }

    @Test
    void labelsThatAreAllZeroOrOneAreTakenForClassesAloudAndMissingOnesCounted() throws IOException {
        Run run = run("fit", "--target", "acid", "--model", "train-mean", "--out", file("acid.trivium"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("task        classification, as every label is 0 or 1 (--task regression says otherwise)"), run.err());
        assertTrue(run.err().contains("labels      acid: 145, of which 32 (22.1 %) are 1; 16 missing"), run.err());
        Run answers = run("predict", "--model", file("acid.trivium"));
        assertTrue(answers.out().startsWith("id,smiles,logS,acid,year,acid_probability,acid_set80,outcome,note\nm0,CO,0.60,0,1991,0."), answers.out());
        Run other = run("fit", "--target", "acid", "--task", "regression", "--model", "train-mean", "--json", "--out", file("number.trivium"));
        JsonNode json = new ObjectMapper().readTree(other.out());
        assertEquals("regression", json.get("data").get("task").asText());
        assertTrue(json.get("metrics").get("train.molecules").asInt() > 100, other.out());
    }

    @Test
    void predictAnswersEveryRowInItsPlace() throws IOException {
        Path out = file("answers.csv");
        Run run = run("predict", "--model", model, "--out", out);
        assertEquals(0, run.code(), run.err());
        List<String> lines = Files.readAllLines(out);
        assertEquals("id,smiles,logS,acid,year,logS_predicted,logS_lower80,logS_upper80,outcome,note", lines.get(0));
        assertEquals(162, lines.size());
        for (int i = 0; i < 160; i++) {
            assertTrue(lines.get(i + 1).startsWith("m" + i + ",") && lines.get(i + 1).endsWith(",ok,"), lines.get(i + 1));
        }
        assertTrue(lines.get(161).matches("m160,C1CC,0,0,1991,,,,refused,.+"), lines.get(161));
        assertTrue(run.out().contains("answered    161 rows: 160 predicted, 1 refused, in "), run.out());
        assertTrue(run.out().contains("refused     line 162: "), run.out());
        assertTrue(run.out().contains("written     " + out), run.out());
    }

    @Test
    void fitSetsHalfOfValidationApartAndSaysWhatThatAllows() throws IOException {
        assertTrue(fit.err().contains(" calibration, "), fit.err());
        assertTrue(fit.err().contains("intervals   80 % only: 8 calibration molecules are too few for 95 %"), fit.err());
        assertTrue(fit.out().contains("intervals   80 %, from 7 calibration molecules"), fit.out());
        for (String line : Files.readAllLines(predicted("intervals.csv")).subList(1, 100)) {
            String[] cells = line.split(",");
            assertTrue(Float.parseFloat(cells[6]) < Float.parseFloat(cells[5]) && Float.parseFloat(cells[5]) < Float.parseFloat(cells[7]), line);
        }
    }

    private Path predicted(String name, Object... more) {
        List<Object> words = new ArrayList<>(List.of("--model", model, "--out", file(name)));
        words.addAll(List.of(more));
        Run run = run("predict", words.toArray());
        assertEquals(0, run.code(), run.err());
        return file(name);
    }

    @Test
    void intervalsCanBeLeftOutAskedForAndRefused() throws IOException {
        assertEquals("id,smiles,logS,acid,year,logS_predicted,outcome,note",
                Files.readAllLines(predicted("plain.csv", "--intervals", "none")).get(0));
        assertEquals("trivium: --intervals must be none or among those of the model, 80 %, got 95",
                run("predict", "--model", model, "--intervals", 95).error());
        Path out = file("options.trivium");
        Run none = run("fit", "--target", "logS", "--model", "train-mean", "--calibration", "none", "--out", out);
        assertEquals(0, none.code(), none.err());
        assertFalse(none.err().contains("calibration") || none.out().contains("intervals"), none.err() + none.out());
        assertTrue(run("evaluate", "--model", out).out().contains("train-mean"), "a model without intervals is scored on the whole split");
        Run more = run("fit", "--target", "logS", "--model", "train-mean", "--shares", "0.5,0.4,0.1", "--calibration", "0.75", "--intervals", "50,90",
                "--force", "--out", out);
        assertEquals(0, more.code(), more.err());
        assertTrue(more.out().contains("intervals   50 % and 90 %, from 4"), more.out());
        assertTrue(more.out().contains("evaluate --model " + out + " --data " + csv + " --target logS --shares 0.5,0.4,0.1 --calibration 0.75"
                + " --intervals 50,90"), more.out());
        String[] words = {"fit", "--target", "logS", "--model", "train-mean", "--force", "--out", out.toString()};
        assertTrue(refused(words, "--intervals", "95").startsWith("trivium: --calibration must give at least 19 molecules with a label for 95 %, got 8 of 16"));
        assertTrue(refused(words, "--calibration", "1").startsWith("trivium: --calibration must be a share above 0 and below 1, or none, got 1"));
        assertTrue(refused(words, "--calibration", "none", "--intervals", "80").startsWith("trivium: --intervals must be used with calibration molecules"));
        assertTrue(refused(words, "--intervals", "80,100").startsWith("trivium: --intervals must be different percentages above 0 and below 100"));
    }

    private static String refused(String[] words, Object... more) {
        List<Object> all = new ArrayList<>(List.of(words).subList(1, words.length));
        all.addAll(List.of(more));
        return run(words[0], all.toArray()).error();
    }

    @Test
    void evaluateTellsHowManyTrueValuesIntervalsHold() throws IOException {
        Run run = run("evaluate", "--target", "logS", "--model", "random-forest", "--shares", "0.5,0.3,0.2", "--json");
        JsonNode row = new ObjectMapper().readTree(run.out()).get("rows").get(0);
        assertEquals(2, row.get("intervals").size(), run.out());
        assertEquals(0.8, row.get("intervals").get(0).get("nominal").asDouble());
        int all = row.get("intervals").get(0).get("overall").get("points").asInt();
        assertTrue(all > 20 && row.get("intervals").get(0).get("groups").get(0).get("points").asInt() <= all, row.toString());
        Run text = run("evaluate", "--model", model);
        assertTrue(text.out().contains("Share of true values inside the intervals"), text.out());
        assertFalse(text.out().contains("chosen by other molecules") || text.out().contains("calibrated by other"), text.out());
    }

    @Test
    void predictPrintsNothingButAnswersWithoutOutAndAddsItsSummaryAsJson() throws IOException {
        Run printed = run("predict", "--model", model);
        assertEquals(162, printed.out().lines().count());
        assertTrue(printed.err().contains("answered    161 rows"), printed.err());
        Run json = run("predict", "--model", model, "--out", file("for-json.csv"), "--json");
        assertEquals(160, new ObjectMapper().readTree(json.out()).get("predicted").asInt());
        assertEquals(printed.out(), Files.readString(file("for-json.csv")));
        assertEquals("trivium: --json must be used with --out, as the answers are CSV (see trivium molecule predict --help)",
                run("predict", "--model", model, "--json").error());
    }

    @Test
    void evaluateScoresAFileBesideTheSimpleMethodsAndNamesWhatIsNotScored() throws IOException {
        Path card = file("card.json");
        Run run = run("evaluate", "--model", model, "--out", card);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\n  train-mean "), run.out());
        assertTrue(run.out().matches("(?s).*\\n  made\\.trivium \\[\\d] .*"), run.out());
        assertTrue(run.out().contains("passed        fitted-elsewhere"), run.out());
        JsonNode json = new ObjectMapper().readTree(card.toFile());
        int tested = json.get("coverage").get("molecules").asInt() + json.get("coverage").get("excluded").size();
        assertTrue(json.get("setting").get("split").asText().endsWith(", " + tested + " test molecules"), json.get("setting").toString());
    }

    @Test
    void evaluateSaysWhenAModelMayHaveSeenTheTestMolecules() {
        Run run = run("evaluate", "--model", model, "--split-seed", 2);
        assertEquals(3, run.code(), run.err());
        assertTrue(run.out().startsWith("NOT TO BE BELIEVED: the audit at the end of this card found fitted-elsewhere."), run.out());
        assertTrue(run.out().replaceAll("\\s+", " ").matches(".*made\\.trivium was fitted on \\d+ of the 16 test molecules.*"), run.out());
        Run allowed = run("evaluate", "--model", model, "--split-seed", 2, "--allow", "fitted-elsewhere");
        assertEquals(0, allowed.code(), allowed.err());
        assertTrue(allowed.out().contains("ALLOWED       fitted-elsewhere"), allowed.out());
        assertTrue(run("evaluate", "--model", model, "--allow", "leaks").error().startsWith("trivium: --allow must be one of parts, borders, "));
    }

    @Test
    void evaluateFitsAModelByNameOncePerSeedAndWritesEveryScore() throws IOException {
        Path scores = file("scores.csv");
        Run run = run("evaluate", "--target", "logS,acid", "--split-seed", 3, "--epochs", 1, "--seeds", "1,2", "--out", scores, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode json = new ObjectMapper().readTree(run.out());
        JsonNode last = json.get("rows").get(json.get("rows").size() - 1);
        assertEquals("[1,2]", last.findValue("seeds").toString());
        assertTrue(Files.readAllLines(scores).stream().anyMatch(line -> line.startsWith("molgraph-xlstm,model,acid,RMSE,")));
    }

    @Test
    void splitsComeFromAColumnATimeOrThreeFiles() throws IOException {
        Run time = run("fit", "--target", "logS", "--split", "time:year", "--model", "train-mean", "--out", file("time.trivium"));
        assertEquals(0, time.code(), time.err());
        assertTrue(time.err().contains("split       time 80/10/10 %: "), time.err());
        List<String> lines = Files.readAllLines(csv);
        Path train = Files.write(file("train.csv"), lines.subList(0, 101));
        Path valid = Files.writeString(file("valid.csv"), lines.get(0) + "\n" + String.join("\n", lines.subList(101, 131)) + "\n");
        Path test = Files.writeString(file("test.csv"), lines.get(0) + "\n" + lines.get(1) + "\n" + String.join("\n", lines.subList(131, 161)) + "\n");
        String[] words = {"molecule", "evaluate", "--data", train.toString(), "--validation", valid.toString(), "--test", test.toString(),
            "--target", "logS", "--model", "train-mean"};
        Run shared = Run.of(words);
        assertEquals(3, shared.code());
        assertTrue(shared.out().contains("VIOLATED      duplicate-molecules: 1 of 31 test molecules"), shared.out());
        String[] fit = words.clone();
        fit[1] = "fit";
        assertEquals(1, Run.of(java.util.stream.Stream.concat(java.util.Arrays.stream(fit), java.util.stream.Stream.of("--out",
                file("shared.trivium").toString())).toArray(String[]::new)).code());
        String[] allowed = java.util.Arrays.copyOf(words, words.length + 2);
        allowed[words.length] = "--allow";
        allowed[words.length + 1] = "duplicate-molecules";
        Run run = Run.of(allowed);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("31 scored, none excluded"), run.out());
    }

    @Test
    void whatDoesNotGoTogetherIsAMatterOfUsage() {
        String help = " (see trivium molecule fit --help)";
        Path out = file("never.trivium");
        assertAll(() -> assertEquals("trivium: --target must name the columns of the labels, got none; made.csv has id, smiles, logS, acid, year"
                        + help, run("fit", "--out", out).error()),
                () -> assertEquals("trivium: --split-seed must be left out: the split scaffold does not depend on it" + help,
                        run("fit", "--target", "logS", "--split", "scaffold", "--split-seed", 3, "--out", out).error()),
                () -> assertEquals("trivium: --ensemble must be used with networks, got train-mean" + help,
                        run("fit", "--target", "logS", "--model", "train-mean", "--ensemble", 3, "--out", out).error()),
                () -> assertEquals("trivium: --largest-fragment must be used with networks, got train-mean" + help,
                        run("fit", "--target", "logS", "--model", "train-mean", "--largest-fragment", "--out", out).error()),
                () -> assertEquals("trivium: --epochs must be used with a model that is trained in epochs, got train-mean" + help,
                        run("fit", "--target", "logS", "--model", "train-mean", "--epochs", 3, "--out", out).error()),
                () -> assertTrue(run("fit", "--target", "logS", "--model", "oracle", "--out", out).error()
                        .startsWith("trivium: --model must be one of molgraph-xlstm, ")),
                () -> assertEquals("trivium: Invalid value for option '--task': must be regression or classification, got guess" + help,
                        run("fit", "--target", "logS", "--task", "guess", "--out", out).error()),
                () -> assertEquals("trivium: --task, --ensemble, --epochs, --largest-fragment and --set are those of the fitted model " + model
                        + "; leave them out (see trivium molecule evaluate --help)", run("evaluate", "--model", model, "--epochs", 2).error()),
                () -> assertEquals("trivium: --seeds must be at least 3 apart for an ensemble of 3, whose networks have the seeds that follow,"
                        + " got [1, 2] (see trivium molecule evaluate --help)",
                        run("evaluate", "--target", "logS", "--ensemble", 3, "--seeds", "1,2").error()));
        assertFalse(Files.exists(out));
    }

    @Test
    void aModelFittedToLargestFragmentsReadsThemEverAfter() throws IOException {
        Path salts = file("salts.trivium");
        Run fitted = run("fit", "--target", "logS", "--epochs", 1, "--largest-fragment", "--out", salts);
        assertEquals(0, fitted.code(), fitted.err());
        Path rows = Files.writeString(file("salts.csv"), "smiles\nCC(=O)[O-].[Na+]\nCC(=O)[O-]\n");
        List<String> lines = Run.of("molecule", "predict", "--model", salts.toString(), "--data", rows.toString()).out().lines().toList();
        assertEquals(lines.get(2).split(",")[1], lines.get(1).split(",")[1], "the salt is predicted as its acid");
        assertTrue(lines.get(1).contains("fragment"), lines.get(1));
        List<String> whole = Run.of("molecule", "predict", "--model", model.toString(), "--data", rows.toString()).out().lines().toList();
        assertFalse(whole.get(2).split(",")[1].equals(whole.get(1).split(",")[1]), "without the option both fragments count");
    }

    @Test
    void aTabSeparatedFileWithQuotedColumnsOfTherapeuticsDataCommonsIsRead() throws IOException {
        StringBuilder tab = new StringBuilder("\"Drug_ID\"\t\"Drug\"\t\"Y\"\n");
        for (int i = 1; i <= 40; i++) {
            tab.append("\"drug ").append(i).append("\"\t\"").append("C".repeat(i)).append("O\"\t").append(-i / 10.0).append('\n');
        }
        Path file = Files.writeString(file("solubility.tab"), tab);
        Run run = Run.of("molecule", "fit", "--data", file.toString(), "--smiles", "Drug", "--target", "Y", "--model", "train-mean", "--out",
                file("tab.trivium").toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("solubility.tab: 40 molecules, SMILES in column Drug"), run.err());
    }

    @Test
    void labelsThatDoNotFitTheStatedTaskAreRefusedBeforeAnythingIsFitted() {
        Run run = run("fit", "--target", "logS", "--task", "classification", "--out", file("never.trivium"));
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.error().startsWith("trivium: labels of train must be 0, 1 or missing in classification, got "), run.error());
    }

    @Test
    void filesAreNotOverwrittenWithoutForce() throws IOException {
        byte[] before = Files.readAllBytes(model);
        Run run = run("fit", "--target", "logS", "--out", model);
        assertEquals(2, run.code());
        assertTrue(run.error().startsWith("trivium: --out must not be there already (--force replaces it), got "), run.error());
        assertArrayEquals(before, Files.readAllBytes(model));
        Path state = Files.writeString(file("other.trivium.checkpoint.1"), "state");
        Run interrupted = run("fit", "--target", "logS", "--out", file("other.trivium"));
        assertEquals(2, interrupted.code());
        assertTrue(interrupted.error().startsWith("trivium: " + state + " holds the state of an interrupted run; go on with --resume "
                + file("other.trivium.checkpoint")), interrupted.error());
    }

    @Test
    void aFileThatIsNoModelIsRefused() {
        Run run = run("predict", "--model", csv);
        assertEquals(1, run.code());
        assertEquals(1, run.err().lines().count());
        assertTrue(run.error().startsWith("trivium: " + csv), run.error());
    }
}
