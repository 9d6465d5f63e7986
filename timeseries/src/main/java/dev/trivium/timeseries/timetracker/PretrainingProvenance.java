package dev.trivium.timeseries.timetracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.nn.artifact.Provenance;
import dev.trivium.nn.tensor.NativeRuntime;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.training.TrainingOutcome;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says where pre-trained weights come from: recipe, sources, steps, points and seconds. */
final class PretrainingProvenance {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private PretrainingProvenance() {}

    static Map<String, Object> describe(Object settings) {
        return JSON.convertValue(settings, new TypeReference<Map<String, Object>>() {});
    }

    static Map<String, Object> of(Pretraining run, Training training, int decayEpochs, TrainingOutcome outcome) {
        long steps = (long) outcome.epochs().size() * run.recipe().stepsPerEpoch();
        long points = steps * run.recipe().batch() * run.points();
        Map<String, Object> sources = Map.of("train", run.train().describe(), "validation", run.validation().describe());
        Map<String, Double> metrics = Map.of("validation.loss", outcome.bestScore(), "epochs", (double) outcome.epochs().size(),
                "best.epoch", (double) outcome.bestEpoch(), "decay.epochs", (double) decayEpochs, "steps", (double) steps,
                "points.drawn", (double) points, "fit.seconds", outcome.seconds());
        Provenance.Data data = new Provenance.Data("description of the sources", sha256(sources), Float.BYTES * points);
        Map<String, Object> all = new LinkedHashMap<>(new Provenance(Map.of("trivium", version(), "engine", NativeRuntime.ENGINE),
                Map.of("recipe", describe(run.recipe())), training.seed(), data, metrics).describe(Clock.systemUTC()));
        all.put("sources", sources);
        run.earlier().ifPresent(stage -> all.put("after", stage.about()));
        return all;
    }

    private static String sha256(Map<String, Object> description) {
        try {
            byte[] text = JSON.writeValueAsString(description).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a source must describe itself in values that JSON can hold", e);
        }
    }

    private static String version() {
        String version = PretrainingProvenance.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
