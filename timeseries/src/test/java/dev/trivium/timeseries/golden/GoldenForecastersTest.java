package dev.trivium.timeseries.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.trivium.data.series.SeriesSet;
import dev.trivium.data.split.Split;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.training.Training;
import dev.trivium.timeseries.Forecast;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.timetracker.TimeTracker;
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
 * processors take in another order (one part in ten million each), 1e-2 for a network after the four steps of training that a checkpoint had left.
 */
class GoldenForecastersTest {

    private static final List<String> NETWORKS = List.of("waverora", "timetracker-tuned", "timetracker");

    @TempDir
    private Path scratch;

    static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenForecastersTest.class.getResource("/golden")).toURI());
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

    @Test
    void everyKindThatCanBeSavedIsHere() throws IOException, URISyntaxException {
        assertTrue(names().containsAll(List.of("boosted-trees-1", "checkpoint-1", "drift-1", "last-value-1", "linear-1", "seasonal-naive-1",
                "timetracker-1", "timetracker-tuned-1", "waverora-1")), names().toString());
        for (String name : names()) {
            assertTrue(Files.size(model(name)) < 60_000, name);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void itAnswersAsOnTheDayItWasWritten(String name) throws IOException, URISyntaxException {
        JsonNode answer = answer(name);
        SeriesSet series = GoldenJson.series(answer.get("history"));
        switch (answer.get("reader").textValue()) {
            case "forecaster" -> {
                try (Forecaster model = Forecaster.load(model(name), "cpu")) {
                    assertEquals(answer.get("spec").get(0).textValue(), model.spec().name());
                    assertEquals(answer.get("spec").get(1).textValue(), Integer.toString(model.spec().lookback()));
                    assertEquals(answer.get("spec").get(2).textValue(), Integer.toString(model.spec().horizon()));
                    assertEquals(series.variables(), model.variables());
                    assertEquals(ModelFile.read(model(name)).provenance(), model.provenance());
                    assertEquals(1L, ((Number) model.provenance().get("seed")).longValue());
                    assertAnswer(answer, model.predict(series), NETWORKS.contains(model.spec().name()) ? 1e-4 : 1e-9);
                }
            }
            case "weights" -> {
                try (TimeTracker tracker = TimeTracker.load(model(name), "cpu")) {
                    assertEquals(ModelFile.read(model(name)).provenance(), tracker.provenance());
                    assertAnswer(answer, tracker.forecast(series, 6), 1e-4);
                }
            }
            default -> {
                Split split = Split.ratios(series, 0.6, 0.2);
                Training resumed = Training.seed(2).withDevice("cpu").withResume(model(name));
                try (Forecaster model = WriteGoldenForecasters.waverora(4).fit(split.train(), split.validation(), resumed)) {
                    assertAnswer(answer, model.predict(WriteGoldenForecasters.history(series)), 1e-2);
                }
            }
        }
    }

    private static void assertAnswer(JsonNode answer, Forecast forecast, double tolerance) {
        assertClose(GoldenJson.values(answer.get("mean")), forecast.mean().toArray(), tolerance);
        assertEquals(answer.get("quantiles").size(), forecast.quantiles().map(q -> q.levels().size()).orElse(0));
        forecast.quantiles().ifPresent(q -> q.levels().forEach(level ->
                assertClose(GoldenJson.values(answer.get("quantiles").get(level.toString())), q.at(level).toArray(), tolerance)));
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
        switch (answer(name).get("reader").textValue()) {
            case "forecaster" -> {
                try (Forecaster model = Forecaster.load(model(name), "cpu")) {
                    model.save(again);
                }
            }
            case "weights" -> {
                try (TimeTracker tracker = TimeTracker.load(model(name), "cpu")) {
                    tracker.save(again);
                }
            }
            default -> {
                return;
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
        Exception refusal = assertThrows(Exception.class, () -> {
            switch (answer(name).get("reader").textValue()) {
                case "weights" -> TimeTracker.load(newer, "cpu").close();
                case "forecaster" -> Forecaster.load(newer, "cpu").close();
                default -> {
                    Split split = Split.ratios(GoldenJson.series(answer(name).get("history")), 0.6, 0.2);
                    WriteGoldenForecasters.waverora(4).fit(split.train(), split.validation(),
                            Training.seed(2).withDevice("cpu").withResume(newer)).close();
                }
            }
        });
        assertTrue(refusal instanceof IOException, refusal.toString());
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(newer.toString()) && message.contains("version") && message.contains(Integer.toString(own.version() + 1000)), message);
    }
}
