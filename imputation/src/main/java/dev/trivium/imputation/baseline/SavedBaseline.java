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
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes a fitted baseline to a model file and reads it back. */
public final class SavedBaseline {

    private static final int VERSION = 1;
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
        preprocessing.put("variables", model.variables().stream().map(Variable::describe).toList());
        preprocessing.put("intervals", model.intervals().describe());
        ModelFile.write(file, ModelContents.model(SavedRule.kind(model.spec()), VERSION, describe(model.spec()), preprocessing,
                model.provenance(), model.rule().tensors()));
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
        ModelEntries entries = new ModelEntries(file, contents);
        S spec = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), kind.spec()));
        Preprocessing read = entries.parse(ModelEntries.PREPROCESSING, () -> preprocessing(entries.preprocessing()));
        Rule rule = kind.reader().read(file, spec, read.variables().size(), contents.tensors());
        return new BaselineImputer(spec, read.variables(), read.step(), read.standardiser(), rule, read.intervals(),
                entries.provenance());
    }

    private record Preprocessing(List<Variable> variables, String step, Standardiser standardiser, GapIntervals intervals) {}

    private static Preprocessing preprocessing(Map<String, Object> entries) {
        if (!entries.keySet().equals(ENTRIES)) {
            throw new IllegalArgumentException("entries must be " + ENTRIES.stream().sorted().toList() + ", got " + entries.keySet());
        }
        List<Variable> variables = Variable.parse(entries.get("variables"));
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
}
