package dev.trivium.cli.replay;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trivium.cli.HourlyTable;
import dev.trivium.cli.Run;
import dev.trivium.nn.artifact.ElementType;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that were edited, files that were changed, results that are others. */
class ReplayRefusalTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder = Path.of("");

    private static Path plant = Path.of("");
    private static Path model = Path.of("");
    private static Path fit = Path.of("");
    private static Path card = Path.of("");

    @BeforeAll
    static void makeRecords() throws IOException {
        plant = HourlyTable.write(folder.resolve("plant.csv"), 200);
        model = folder.resolve("plant.trivium");
        fit = folder.resolve("fit.json");
        card = folder.resolve("card.json");
        assertEquals(0, Run.of("forecast", "fit", "--data", plant.toString(), "--model", "linear", "--lookback", "12", "--horizon", "2", "--out",
                model.toString(), "--record", fit.toString()).code());
        assertEquals(0, Run.of("forecast", "evaluate", "--data", plant.toString(), "--model", "linear", "--lookback", "12", "--horizon", "2", "--record",
                card.toString()).code());
    }

    private static ObjectNode read(Path record) throws IOException {
        return (ObjectNode) MAPPER.readTree(record.toFile());
    }

    private static Run replay(JsonNode record) throws IOException {
        Path file = Files.createTempFile(folder, "edited", ".json");
        MAPPER.writeValue(file.toFile(), record);
        return Run.of("replay", file.toString());
    }

    private static void refused(Path record, Consumer<ObjectNode> edit, String message) throws IOException {
        ObjectNode edited = read(record);
        edit.accept(edited);
        Run run = replay(edited);
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.error().contains(message), run.error());
        assertFalse(run.err().contains("\tat ") || run.error().contains("unexpected"), run.err());
    }

    private static ObjectNode option(ObjectNode record, String name, String... values) {
        ObjectNode option = ((ArrayNode) record.get("options")).addObject().put("name", name);
        ArrayNode all = option.putArray("values");
        for (String value : values) {
            all.add(value);
        }
        return record;
    }

    @Test
    void onlyCommandsThatAreRecordedAreRun() throws IOException {
        refused(fit, record -> record.put("command", "data get"), "command must be one of [forecast evaluate, forecast fine-tune, forecast fit, ");
        refused(fit, record -> record.put("command", "forecast predict"), "command must be one of ");
        refused(fit, record -> record.put("command", "sh -c ls"), "got sh -c ls");
    }

    @Test
    void onlyOptionsThatTheCommandRecordsAreTaken() throws IOException {
        for (String name : List.of("--out", "--record", "--force", "--resume", "--json", "--mirror", "--debug", "--help", "@words", "", "x")) {
            refused(fit, record -> option(record, name, "x"), ": options must be those that trivium forecast fit records, got " + name);
        }
        refused(fit, record -> option(record, "--season"), "option --season must have a value, got 0");
        refused(card, record -> option(record, "--season", "x"), "trivium forecast evaluate refuses the recorded options: ");
        refused(fit, record -> ((ObjectNode) record.get("defaults")).put("--out", "x"), "options must be those that trivium forecast fit records, got --out");
    }

    @Test
    void aValueIsNeverAWordOfItsOwn() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "--out " + folder.resolve("stolen.trivium"));
        refused(fit, record -> option(record, "--season", "@" + words), "refuses the recorded options");
        refused(fit, record -> option(record, "--season", "1 --force --out=" + folder.resolve("stolen.trivium")), "refuses the recorded options");
        assertFalse(Files.exists(folder.resolve("stolen.trivium")));
    }

    @Test
    void onlyFilesWhoseHashIsInTheRecordAreRead() throws IOException {
        refused(fit, record -> option((ObjectNode) record.set("options", MAPPER.createArrayNode()), "--data", plant.toString()),
                "option --data must name a file that is listed with its hash, or no file, got ");
        refused(fit, record -> ((ObjectNode) record.get("files").get(0)).put("name", "../plant.csv"),
                "files[0].name must be the name of a file without folders, got ../plant.csv");
        refused(fit, record -> ((ObjectNode) record.get("files").get(0)).put("option", "--model"), "files must be named by the options, got plant.csv");
        refused(fit, record -> record.putArray("files"), "refuses the recorded options: --data: no such file");
        refused(fit, record -> ((ObjectNode) record.get("files").get(0)).put("sha256", "ABC"), "files[0].sha256 must be 64 lower-case hexadecimal digits");
    }

    @Test
    void fieldsAreRefusedByName() throws IOException {
        refused(fit, record -> record.put("format", "trivium run 2"), "format must be trivium run 1, got trivium run 2");
        refused(fit, record -> record.put("hook", "x"), "hook must not be there");
        refused(fit, record -> record.put("options", 3), "options must be a list of at most 10000 elements, got 3");
        refused(fit, record -> record.remove("time"), "time must be text, got nothing");
        refused(fit, record -> record.put("command", "forecast\nfit"), "command must be one line");
        refused(fit, record -> ((ObjectNode) record.get("environment")).put("threads", "1000000"), "environment.threads must be between 1 and 1024");
        refused(fit, record -> ((ObjectNode) record.get("environment")).put("device", "gpu:0; rm"), "environment.device must be cpu or gpu:N");
        refused(fit, record -> ((ObjectNode) record.get("result")).put("kind", "shell"), "result.kind must be model or card, got shell");
        refused(fit, record -> ((ObjectNode) record.get("result")).put("name", "/etc/passwd"), "result.name must be the name of a file without folders");
        Path text = Files.writeString(folder.resolve("no.json"), "[1, 2");
        assertTrue(Run.of("replay", text.toString()).error().contains("must be a JSON object"));
        assertTrue(Run.of("replay", plant.toString()).error().contains("must be a model file or a record that --record wrote, got neither"));
        assertTrue(Run.of("replay", folder.resolve("absent.json").toString()).error().contains("file must exist and be a regular file"));
    }

    @Test
    void aChangedFileIsRefusedWithBothHashes() throws IOException {
        Path other = Files.createDirectory(folder.resolve("changed"));
        Path data = Files.writeString(other.resolve("plant.csv"), Files.readString(plant).replaceFirst("8\\.", "9."));
        Path moved = Files.copy(model, other.resolve("plant.trivium"));
        Run run = Run.of("replay", moved.toString());
        assertEquals(1, run.code());
        String recorded = read(fit).get("files").get(0).get("sha256").asText();
        assertAll(() -> assertTrue(run.error().startsWith("trivium: " + data + " must be the file that the run read, with SHA-256 " + recorded), run.error()),
                () -> assertTrue(run.error().matches(".* got [0-9a-f]{64} \\(\\d+ bytes\\)"), run.error()));
        Run named = Run.of("replay", model.toString(), "--data", data.toString());
        assertTrue(named.error().contains("must be the file that the run read"), named.error());
        Run unused = Run.of("replay", model.toString(), "--data", plant.toString(), "--data", moved.toString());
        assertTrue(unused.error().contains("--data must be a file that the run read, [plant.csv], got " + moved), unused.error());
    }

    @Test
    void aModelWithoutARecordSaysWhatIsMissing() throws IOException {
        Path old = folder.resolve("old.trivium");
        ModelContents contents = ModelFile.read(model);
        Map<String, Object> before = new TreeMap<>(contents.provenance());
        before.remove(ModelContents.RUN);
        ModelFile.write(old, ModelContents.model(contents.kind(), contents.version(), contents.spec(), contents.preprocessing(), before,
                contents.tensors().values()));
        Run run = Run.of("replay", old.toString());
        assertEquals(1, run.code());
        assertAll(() -> assertTrue(run.error().contains("old.trivium: provenance.json: run must be there for a replay, got none"), run.error()),
                () -> assertTrue(run.error().contains("Missing are the command, its options, and name and hash of the data file; known are seed 1 and training rows"
                        + " with SHA-256 "), run.error()));
    }

    @Test
    void aModelThatWasChangedAfterItsRunIsRefused() throws IOException {
        Path forged = folder.resolve("forged.trivium");
        ModelContents contents = ModelFile.read(model);
        ModelFile.write(forged, ModelContents.model(contents.kind(), contents.version(), contents.spec(), contents.preprocessing(), contents.provenance(),
                List.of(contents.tensors().values().iterator().next(), StoredTensor.floats("added", new long[] {1}, new float[] {1}))));
        Run run = Run.of("replay", forged.toString());
        assertEquals(1, run.code());
        assertTrue(run.error().contains("result.fingerprint must be that of the model, "), run.error());
    }

    /** A run that came out otherwise: the fingerprint and a score of the record are others. */
    private static ObjectNode otherwise(double factor) throws IOException {
        ObjectNode record = read(card);
        ObjectNode result = (ObjectNode) record.get("result");
        result.put("fingerprint", "0".repeat(64));
        ObjectNode mse = (ObjectNode) result.get("card").get("rows").get(0).get("overall").get("mse");
        mse.put("value", mse.get("value").asDouble() * factor);
        return record;
    }

    @Test
    void onTheSameMachineAnotherResultIsDifferent() throws IOException {
        Run run = replay(otherwise(1.001));
        assertEquals(1, run.code(), run.out() + run.err());
        assertAll(() -> assertTrue(run.out().contains("scores      1 of "), run.out()),
                () -> assertTrue(run.out().contains(".overall.mse.value: "), run.out()),
                () -> assertTrue(run.out().contains("result      different, on the same machine and versions: the same bits were to be expected"), run.out()));
    }

    @Test
    void elsewhereAnotherResultMayBeWithinTheTolerance() throws IOException {
        ObjectNode near = otherwise(1.001);
        ((ObjectNode) near.get("environment")).put("java", "11.0.1 (Other)");
        Run run = replay(near);
        assertEquals(0, run.code(), run.out() + run.err());
        assertAll(() -> assertTrue(run.out().contains("elsewhere   java: 11.0.1 (Other) → "), run.out()),
                () -> assertTrue(run.out().contains("result      within the tolerance, where machine or versions differ: "), run.out()));
        ObjectNode far = otherwise(1.5);
        ((ObjectNode) far.get("environment")).put("processor", "another");
        Run beyond = replay(far);
        assertEquals(1, beyond.code(), beyond.out() + beyond.err());
        assertTrue(beyond.out().contains("result      different beyond the tolerance: "), beyond.out());
    }

    @Test
    void aScoreThatOnlyOneOfTheRunsHasIsNoSmallDifference() throws IOException {
        ObjectNode record = otherwise(1);
        ((ObjectNode) record.get("result").get("card").get("rows").get(0).get("overall").get("mse")).putNull("value");
        ((ObjectNode) record.get("environment")).put("java", "11.0.1 (Other)");
        Run run = replay(record);
        assertEquals(1, run.code(), run.out() + run.err());
        assertTrue(run.out().contains("result      different beyond the tolerance: 1 number is in one of the two only"), run.out());
    }

    @Test
    void namesOfARecordCannotDrawOnTheTerminal() throws IOException {
        ObjectNode record = read(card);
        ((ObjectNode) record.get("facts")).put("\u001b[31mred", 1);
        ((ObjectNode) record.get("result").get("card")).put("\u001b[2Jgone", "x");
        Run run = replay(record);
        assertTrue(run.out().contains("\\u001b[31mred: 1") && run.out().contains("\\u001b[2Jgone: x"), run.out());
        assertFalse((run.out() + run.err()).contains("\u001b"), run.out());
    }

    @Test
    void aDefaultThatChangedIsToldAndThatOfTheRunIsTaken() throws IOException {
        ObjectNode record = read(fit);
        ((ObjectNode) record.get("defaults")).put("--seed", "7");
        Run run = replay(record);
        assertTrue(run.err().contains("note        --seed was 7 by default and is 1 now; the replay takes 7"), run.err());
        assertTrue(run.out().contains("changed     seeds[1]: 1 → 7"), run.out());
    }

    @Test
    void settingsThatAreOthersThanRecordedAreTold() throws IOException {
        ObjectNode record = read(fit);
        ((ObjectNode) record.get("facts").get("recipes")).put("linear", "LinearSpec[lookback=13, horizon=2]");
        Run run = replay(record);
        assertTrue(run.out().contains("changed     recipes.linear: LinearSpec[lookback=13, horizon=2] → LinearSpec[lookback=12, horizon=2]"), run.out());
    }

    @Test
    void weightsThatDifferAreMeasured() throws IOException {
        Path other = folder.resolve("other.trivium");
        ModelContents contents = ModelFile.read(model);
        List<StoredTensor> tensors = contents.tensors().values().stream().map(tensor -> {
            if (tensor.type() != ElementType.F64) {
                return tensor;
            }
            double[] values = tensor.toDoubles();
            values[0] += 0.5;
            return StoredTensor.doubles(tensor.name(), tensor.shape(), values);
        }).toList();
        ModelContents moved = ModelContents.model(contents.kind(), contents.version(), contents.spec(), contents.preprocessing(), Map.of(), tensors);
        ObjectNode run = read(fit);
        ((ObjectNode) run.get("result")).put("fingerprint", moved.fingerprint());
        ModelFile.write(other, moved.withRun(MAPPER.convertValue(run, new TypeReference<Map<String, Object>>() {})));
        Run replay = Run.of("replay", other.toString());
        assertEquals(1, replay.code(), replay.err());
        assertTrue(replay.out().contains(", by at most 0.500, "), replay.out());
    }

    @Test
    void usageIsChecked() {
        assertEquals(2, Run.of("replay", fit.toString(), "--tolerance", "2").code());
        assertEquals(2, Run.of("replay").code());
        assertEquals(2, Run.of("replay", fit.toString(), "--keep", model.toString()).code());
    }
}
