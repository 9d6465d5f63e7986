package dev.trivium.molecular.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that were written once answer as on the day they were written.
 *
 * <p>Tolerances, as shares of an answer's magnitude (at least 1): 1e-9 for what is computed in float64, 1e-4 for networks, whose float32 sums
 * other processors take in another order (one part in ten million each).
 */
class GoldenPredictorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path scratch;

    static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenPredictorsTest.class.getResource("/golden")).toURI());
    }

    static List<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - 5)).sorted().toList();
        }
    }

    private static Path model(String name) throws URISyntaxException {
        return folder().resolve(name + ".trivium");
    }

    @Test
    void everyKindThatCanBeSavedIsHere() throws IOException, URISyntaxException {
        assertTrue(names().containsAll(List.of("boosted-trees-1", "boosted-trees-classes-1", "molgraph-xlstm-1",
                "molgraph-xlstm-ensemble-classes-1", "random-forest-1", "random-forest-classes-1", "random-forest-ecfp4-1", "train-mean-1",
                "train-mean-classes-1")), names().toString());
        for (String name : names()) {
            assertTrue(Files.size(model(name)) < 300_000, name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void itAnswersAsOnTheDayItWasWritten(String name) throws IOException, URISyntaxException {
        JsonNode answer = JSON.readTree(folder().resolve(name + ".json").toFile());
        try (PropertyPredictor model = PropertyPredictor.load(model(name), "cpu")) {
            assertEquals(answer.get("spec").textValue(), model.spec().name());
            assertEquals(answer.get("kind").textValue(), model.spec().kind().name());
            assertEquals(texts(answer.get("tasks")), model.tasks());
            assertEquals(ModelFile.read(model(name)).provenance(), model.provenance());
            assertEquals(1L, ((Number) model.provenance().get("seed")).longValue());
            assertEquals(answer.get("trainingMolecules").intValue(), model.trainingSpace().map(space -> space.size()).orElse(0));
            double tolerance = name.startsWith("molgraph") ? 1e-4 : 1e-9;
            List<Prediction> predictions = model.predict(texts(answer.get("smiles")));
            for (int i = 0; i < predictions.size(); i++) {
                assertClose(answer.get("values").get(i), predictions.get(i).values(), tolerance);
                if (predictions.get(i) instanceof Prediction.Made made) {
                    assertClose(answer.get("spread").get(i), made.spread(), tolerance);
                }
            }
        }
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    private static void assertClose(JsonNode expected, double[] got, double tolerance) {
        assertEquals(expected.size(), got.length);
        for (int i = 0; i < got.length; i++) {
            double value = expected.get(i).isNull() ? Double.NaN : expected.get(i).doubleValue();
            assertEquals(value, got[i], Double.isNaN(value) ? 0 : tolerance * Math.max(1, Math.abs(value)));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasReadIsAllThereWhenItIsWrittenAgain(String name) throws IOException, URISyntaxException {
        Path again = scratch.resolve("again.trivium");
        try (PropertyPredictor model = PropertyPredictor.load(model(name), "cpu")) {
            model.save(again);
        }
        ModelContents before = ModelFile.read(model(name));
        ModelContents after = ModelFile.read(again);
        assertKept("spec", before.spec(), after.spec());
        assertKept("preprocessing", before.preprocessing(), after.preprocessing());
        assertKept("provenance", before.provenance(), after.provenance());
        before.tensors().forEach((key, tensor) -> assertEquals(tensor, after.tensors().get(key), key));
    }

    /** Later versions may say more; what was said stays. */
    private static void assertKept(String at, Object before, Object after) {
        if (before instanceof Map<?, ?> map && after instanceof Map<?, ?> later) {
            map.forEach((key, value) -> assertKept(at + "." + key, value, later.get(key)));
        } else {
            assertEquals(before, after, at);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNewerVersionOfTheKindIsRefusedByName(String name) throws IOException, URISyntaxException {
        ModelContents own = ModelFile.read(model(name));
        Path newer = scratch.resolve("newer.trivium");
        ModelFile.write(newer, new ModelContents(own.kind(), own.version() + 1000, own.spec(), own.preprocessing(), own.provenance(), own.training(),
                own.tensors()));
        String message = assertThrows(IOException.class, () -> PropertyPredictor.load(newer, "cpu").close()).getMessage();
        assertTrue(message.contains(newer.toString()) && message.contains("version") && message.contains(Integer.toString(own.version() + 1000)), message);
    }
}
