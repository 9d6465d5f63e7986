package dev.trivium.imputation.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trivium.data.fill.FilledSeries;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.stream.GapStream;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * <p>Tolerances, as shares of the answers' largest magnitude: 1e-9 for what is computed in float64, 1e-4 for networks, whose float32 sums other
 * processors take in another order (one part in ten million each).
 */
class GoldenImputersTest {

    private static final List<String> NETWORKS = List.of("fgatt");

    @TempDir
    private Path scratch;

    static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenImputersTest.class.getResource("/golden")).toURI());
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

    private static JsonNode answer(String name) throws IOException, URISyntaxException {
        return GoldenJson.JSON.readTree(folder().resolve(name + ".json").toFile());
    }

    private static boolean isStream(JsonNode answer) {
        return answer.get("reader").textValue().equals("stream");
    }

    @Test
    void everyKindThatCanBeSavedIsHere() throws IOException, URISyntaxException {
        assertTrue(names().containsAll(List.of("fgatt-1", "gap-stream-1", "last-1", "linear-1", "matrix-factorisation-1", "mean-1",
                "nearest-nodes-1", "ridge-ar-1")), names().toString());
        for (String name : names()) {
            assertTrue(Files.size(model(name)) < 60_000, name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void itAnswersAsOnTheDayItWasWritten(String name) throws IOException, URISyntaxException {
        JsonNode answer = answer(name);
        SeriesSet gaps = GoldenJson.series(answer.get("gaps"));
        if (isStream(answer)) {
            try (Imputer model = Imputer.load(model(answer.get("spec").textValue()), "cpu")) {
                GapStream stream = GapStream.restore(model(name), model);
                assertEquals(gaps.time().slice(gaps.length() - 9, gaps.length() - 1), stream.kept());
                assertAnswer(answer, stream.update(gaps.rows(gaps.length() - 1, gaps.length()).toArray()), 1e-9);
            }
            return;
        }
        try (Imputer model = Imputer.load(model(name), "cpu")) {
            assertEquals(answer.get("spec").textValue(), model.spec().name());
            assertEquals(gaps.variables(), model.variables());
            assertEquals(ModelFile.read(model(name)).provenance(), model.provenance());
            assertEquals(1L, ((Number) model.provenance().get("seed")).longValue());
            assertAnswer(answer, model.fill(gaps), NETWORKS.contains(model.spec().name()) ? 1e-4 : 1e-9);
        }
    }

    private static void assertAnswer(JsonNode answer, FilledSeries filled, double tolerance) {
        assertClose(GoldenJson.values(answer.get("values")), filled.values().toArray(), tolerance);
        assertClose(GoldenJson.values(answer.get("lower")), filled.lower().toArray(), tolerance);
        assertClose(GoldenJson.values(answer.get("upper")), filled.upper().toArray(), tolerance);
    }

    private static void assertClose(double[] expected, double[] got, double tolerance) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertArrayEquals(expected, got, tolerance * largest);
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatWasReadIsAllThereWhenItIsWrittenAgain(String name) throws IOException, URISyntaxException {
        Path again = scratch.resolve("again.trivium");
        JsonNode answer = answer(name);
        try (Imputer model = Imputer.load(model(isStream(answer) ? answer.get("spec").textValue() : name), "cpu")) {
            if (isStream(answer)) {
                GapStream.restore(model(name), model).save(again);
            } else {
                model.save(again);
            }
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
        JsonNode answer = answer(name);
        String message = assertThrows(IOException.class, () -> {
            if (isStream(answer)) {
                try (Imputer model = Imputer.load(model(answer.get("spec").textValue()), "cpu")) {
                    GapStream.restore(newer, model);
                }
            } else {
                Imputer.load(newer, "cpu").close();
            }
        }).getMessage();
        assertTrue(message.contains(newer.toString()) && message.contains("version") && message.contains(Integer.toString(own.version() + 1000)), message);
    }
}
