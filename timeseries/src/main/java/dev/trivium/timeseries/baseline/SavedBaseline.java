package dev.trivium.timeseries.baseline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a fitted baseline to a model file and reads it back. */
public final class SavedBaseline {

    private static final int VERSION = 1;
    private static final String PREPROCESSING = "preprocessing.json";
    private static final Set<String> ENTRIES = Set.of("standardiser", "step", "variables");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SavedBaseline() {}

    /** {@return whether a model file of this kind holds a baseline} */
    public static boolean isKind(String kind) {
        return SavedRule.of(kind).isPresent();
    }

    static Map<String, Object> describe(ForecasterSpec spec) {
        return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
    }

    static ModelContents contents(BaselineForecaster model) {
        TrainedOn trainedOn = model.trainedOn();
        Map<String, Object> preprocessing = new LinkedHashMap<>();
        preprocessing.put("standardiser", trainedOn.standardiser().describe());
        preprocessing.put("step", trainedOn.step());
        preprocessing.put("variables", trainedOn.columns().stream().map(SavedBaseline::describe).toList());
        return ModelContents.model(model.spec().name(), VERSION, describe(model.spec()), preprocessing, model.provenance(),
                model.rule().tensors());
    }

    private static Map<String, Object> describe(Variable variable) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", variable.name());
        variable.unit().ifPresent(unit -> map.put("unit", unit));
        return map;
    }

    /**
     * Restores a baseline.
     *
     * @param contents of a kind for which {@link #isKind} holds
     * @throws IOException if its settings or tensors are not those of its kind; the message names the file and the entry
     */
    public static Forecaster read(Path file, ModelContents contents) throws IOException {
        SavedRule<?> kind = SavedRule.of(contents.kind()).orElseThrow();
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", "must be of version " + VERSION + " for " + contents.kind()
                    + ", got " + contents.version());
        }
        return restore(file, contents, kind);
    }

    private static <S extends ForecasterSpec> Forecaster restore(Path file, ModelContents contents, SavedRule<S> kind) throws IOException {
        S spec = parsed(file, "spec.json", contents.kind(), () -> JSON.convertValue(contents.spec(), kind.spec()));
        TrainedOn trainedOn = parsed(file, PREPROCESSING, contents.kind(), () -> trainedOn(spec, present(contents.preprocessing())));
        Rule rule = kind.reader().read(file, spec, trainedOn, contents.tensors());
        return new BaselineForecaster(spec, trainedOn, rule, present(contents.provenance()));
    }

    private static TrainedOn trainedOn(ForecasterSpec spec, Map<String, Object> preprocessing) {
        if (!preprocessing.keySet().equals(ENTRIES)) {
            throw new IllegalArgumentException("entries must be " + ENTRIES.stream().sorted().toList() + ", got " + preprocessing.keySet());
        }
        List<Map<String, Object>> described = JSON.convertValue(preprocessing.get("variables"), new TypeReference<>() {});
        List<Variable> variables = described.stream()
                .map(v -> new Variable((String) v.get("name"), Optional.ofNullable((String) v.get("unit"))))
                .toList();
        Map<String, Object> standardiser = JSON.convertValue(preprocessing.get("standardiser"), new TypeReference<>() {});
        return new TrainedOn(variables, spec.known(), (String) preprocessing.get("step"), Standardiser.parse(standardiser));
    }

    private interface Parse<T> {
        T get();
    }

    private static <T> T parsed(Path file, String entry, String kind, Parse<T> parse) throws ModelFileException {
        try {
            return parse.get();
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new ModelFileException(file, entry, "must describe a " + kind + " model: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private static Map<String, Object> present(Map<String, ?> map) {
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return present;
    }
}
