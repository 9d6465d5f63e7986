package dev.trivium.imputation.baseline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.imputation.interval.GapIntervals;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Writes a fitted baseline to a model file and reads it back. */
public final class SavedBaseline {

    private static final int VERSION = 1;
    private static final String PREPROCESSING = "preprocessing.json";
    private static final Set<String> ENTRIES = Set.of("standardiser", "step", "variables", "intervals");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS) // recipes without settings
            .build();

    private SavedBaseline() {}

    /** {@return whether a model file of this kind holds a baseline} */
    public static boolean isKind(String kind) {
        return SavedRule.of(kind).isPresent();
    }

    static Map<String, Object> describe(ImputerSpec spec) {
        return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
    }

    static void write(Path file, BaselineImputer model) throws IOException {
        Map<String, Object> preprocessing = new LinkedHashMap<>();
        preprocessing.put("standardiser", model.standardiser().describe());
        preprocessing.put("step", model.step());
        preprocessing.put("variables", model.variables().stream().map(SavedBaseline::describe).toList());
        preprocessing.put("intervals", model.intervals().describe());
        ModelFile.write(file, ModelContents.model(SavedRule.kind(model.spec()), VERSION, describe(model.spec()), preprocessing,
                model.provenance(), model.rule().tensors()));
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
    public static Imputer read(Path file, ModelContents contents) throws IOException {
        SavedRule<?> kind = SavedRule.of(contents.kind()).orElseThrow();
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", "must be of version " + VERSION + " for " + contents.kind()
                    + ", got " + contents.version());
        }
        return restore(file, contents, kind);
    }

    private static <S extends ImputerSpec> Imputer restore(Path file, ModelContents contents, SavedRule<S> kind) throws IOException {
        S spec = parsed(file, "spec.json", contents.kind(), () -> JSON.convertValue(contents.spec(), kind.spec()));
        Preprocessing read = parsed(file, PREPROCESSING, contents.kind(), () -> preprocessing(present(contents.preprocessing())));
        Rule rule = kind.reader().read(file, spec, read.variables().size(), contents.tensors());
        return new BaselineImputer(spec, read.variables(), read.step(), read.standardiser(), rule, read.intervals(),
                present(contents.provenance()));
    }

    private record Preprocessing(List<Variable> variables, String step, Standardiser standardiser, GapIntervals intervals) {}

    private static Preprocessing preprocessing(Map<String, Object> entries) {
        if (!entries.keySet().equals(ENTRIES)) {
            throw new IllegalArgumentException("entries must be " + ENTRIES.stream().sorted().toList() + ", got " + entries.keySet());
        }
        List<Map<String, Object>> described = JSON.convertValue(entries.get("variables"), new TypeReference<>() {});
        List<Variable> variables = described.stream()
                .map(v -> new Variable((String) v.get("name"), Optional.ofNullable((String) v.get("unit"))))
                .toList();
        Map<String, Object> scale = JSON.convertValue(entries.get("standardiser"), new TypeReference<>() {});
        Standardiser standardiser = Standardiser.parse(scale);
        Map<String, Object> learnt = JSON.convertValue(entries.get("intervals"), new TypeReference<>() {});
        GapIntervals intervals = GapIntervals.parse(learnt);
        List<String> names = variables.stream().map(Variable::name).toList();
        if (!standardiser.names().equals(names) || intervals.series() != names.size()) {
            throw new IllegalArgumentException("standardiser and intervals must be of the variables " + names + ", got "
                    + standardiser.names() + " and " + intervals.series() + " intervals");
        }
        return new Preprocessing(variables, Objects.requireNonNull((String) entries.get("step")), standardiser, intervals);
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
