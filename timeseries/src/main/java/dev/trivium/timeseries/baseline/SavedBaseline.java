package dev.trivium.timeseries.baseline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.data.scale.Standardiser;
import dev.trivium.data.series.Variable;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes a fitted baseline to a model file and reads it back. */
public final class SavedBaseline {

    private static final int VERSION = 1;
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
        preprocessing.put("variables", trainedOn.columns().stream().map(Variable::describe).toList());
        return ModelContents.model(model.spec().name(), VERSION, describe(model.spec()), preprocessing, model.provenance(),
                model.rule().tensors());
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
        ModelEntries entries = new ModelEntries(file, contents);
        S spec = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), kind.spec()));
        TrainedOn trainedOn = entries.parse(ModelEntries.PREPROCESSING, () -> trainedOn(spec, entries.preprocessing()));
        Rule rule = kind.reader().read(file, spec, trainedOn, contents.tensors());
        return new BaselineForecaster(spec, trainedOn, rule, entries.provenance());
    }

    private static TrainedOn trainedOn(ForecasterSpec spec, Map<String, Object> preprocessing) {
        if (!preprocessing.keySet().equals(ENTRIES)) {
            throw new IllegalArgumentException("entries must be " + ENTRIES.stream().sorted().toList() + ", got " + preprocessing.keySet());
        }
        List<Variable> variables = Variable.parse(preprocessing.get("variables"));
        Map<String, Object> standardiser = JSON.convertValue(preprocessing.get("standardiser"), new TypeReference<>() {});
        return new TrainedOn(variables, spec.known(), (String) preprocessing.get("step"), Standardiser.parse(standardiser));
    }
}
