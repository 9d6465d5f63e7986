package dev.trivium.molecular.baseline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.applicability.SavedTrainingSpace;
import dev.trivium.molecular.applicability.TrainingSpace;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelEntries;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes a fitted baseline to a model file and reads it back. */
public final class SavedBaseline {

    private static final int VERSION = 1;
    private static final String TASKS = "tasks";
    private static final String INTERVALS = "intervals"; // not in files of models that were not calibrated
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private SavedBaseline() {}

    /** {@return whether a model file of this kind holds a baseline} */
    public static boolean isKind(String kind) {
        return SavedRule.of(kind).isPresent();
    }

    static Map<String, Object> describe(PropertyPredictorSpec spec) {
        return JSON.convertValue(spec, new TypeReference<Map<String, Object>>() {});
    }

    static void write(Path file, BaselinePredictor model) throws IOException {
        List<StoredTensor> tensors = new ArrayList<>(model.rule().tensors());
        model.trainingSpace().ifPresent(space -> tensors.addAll(SavedTrainingSpace.tensors(space)));
        Map<String, Object> learnt = new LinkedHashMap<>();
        learnt.put(TASKS, model.tasks());
        model.intervals().ifPresent(intervals -> learnt.put(INTERVALS, intervals.describe()));
        ModelFile.write(file, ModelContents.model(SavedRule.kindOf(model.spec()), VERSION, describe(model.spec()), learnt,
                model.provenance(), tensors));
    }

    /**
     * Restores a baseline.
     *
     * @param contents of a kind for which {@link #isKind} holds
     * @throws IOException if its settings or tensors are not those of its kind; the message names the file and the entry
     */
    public static PropertyPredictor read(Path file, ModelContents contents) throws IOException {
        SavedRule<?> kind = SavedRule.of(contents.kind()).orElseThrow();
        if (contents.version() != VERSION) {
            throw new ModelFileException(file, "manifest.json", "must be of version " + VERSION + " for " + contents.kind()
                    + ", got " + contents.version());
        }
        return restore(file, contents, kind);
    }

    private static <S extends PropertyPredictorSpec> PropertyPredictor restore(Path file, ModelContents contents, SavedRule<S> kind)
            throws IOException {
        ModelEntries entries = new ModelEntries(file, contents);
        S spec = entries.parse(ModelEntries.SPEC, () -> JSON.convertValue(contents.spec(), kind.spec()));
        List<String> tasks = entries.parse(ModelEntries.PREPROCESSING, () -> tasks(entries.preprocessing()));
        TensorCheck.require(file, kind.shapes(tasks.size(), contents.tensors()), contents.tensors());
        Rule rule = kind.reader().read(file, spec, tasks.size(), contents.tensors());
        Optional<TrainingSpace> space = kind.trees()
                ? Optional.of(SavedTrainingSpace.read(file, tasks.size(), contents.tensors())) : Optional.empty();
        BaselinePredictor plain = new BaselinePredictor(spec, tasks, rule, space, entries.provenance());
        Object intervals = contents.preprocessing().get(INTERVALS);
        return intervals == null ? plain : entries.parse(ModelEntries.PREPROCESSING, () -> plain.withIntervals(
                MoleculeIntervals.parse(intervals, spec.kind(), tasks)));
    }

    private static List<String> tasks(Map<String, Object> preprocessing) {
        if (!preprocessing.containsKey(TASKS) || !Set.of(TASKS, INTERVALS).containsAll(preprocessing.keySet())) {
            throw new IllegalArgumentException("entries must be [tasks], with or without intervals, got " + preprocessing.keySet());
        }
        List<String> tasks = JSON.convertValue(preprocessing.get(TASKS), new TypeReference<>() {});
        if (tasks.isEmpty() || tasks.contains(null) || new HashSet<>(tasks).size() < tasks.size()) {
            throw new IllegalArgumentException("tasks must be at least one and have different names, got " + tasks);
        }
        return tasks;
    }
}
