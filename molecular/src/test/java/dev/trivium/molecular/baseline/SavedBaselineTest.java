package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are sound as files, but not the models they say they are. */
class SavedBaselineTest {

    @TempDir
    private Path folder;

    private ModelContents saved(PropertyPredictorSpec spec) throws IOException {
        Path file = folder.resolve("good.trivium");
        TrainingMolecules train = new TrainingMolecules(Structures.labelled(spec.kind(), 40, 1));
        try (PropertyPredictor model = spec.fit(train, new ValidationMolecules(train.set().select(0, 1, 2)), Training.seed(1))) {
            model.save(file);
        }
        return ModelFile.read(file);
    }

    private ModelContents forest() throws IOException {
        return saved(new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 3, 0.3, 1));
    }

    private String refused(ModelContents contents) throws IOException {
        Path file = folder.resolve("bad.trivium");
        ModelFile.write(file, contents);
        String message = assertThrows(IOException.class, () -> PropertyPredictor.load(file)).getMessage();
        assertEquals(file + ": ", message.substring(0, file.toString().length() + 2));
        return message.substring(file.toString().length() + 2);
    }

    private static ModelContents with(ModelContents good, Map<String, Object> spec, Map<String, Object> preprocessing, List<StoredTensor> tensors) {
        Map<String, Object> changed = new TreeMap<>(good.spec());
        changed.putAll(spec);
        Map<String, Object> data = new TreeMap<>(good.preprocessing());
        data.putAll(preprocessing);
        Map<String, StoredTensor> stored = new TreeMap<>(good.tensors());
        tensors.forEach(tensor -> stored.put(tensor.name(), tensor));
        return ModelContents.model(good.kind(), good.version(), changed, data, good.provenance(), stored.values());
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        ModelContents good = saved(new TrainMeanSpec(TaskKind.REGRESSION));
        ModelContents later = ModelContents.model(good.kind(), 2, good.spec(), good.preprocessing(), good.provenance(), good.tensors().values());
        assertEquals("manifest.json: must be of version 1 for molecular-train-mean, got 2", refused(later));
    }

    @Test
    void refusesSettingsThatTheSpecRefuses() throws IOException {
        ModelContents good = forest();
        assertEquals("spec.json: must describe a molecular-random-forest model: share must be in (0, 1], got 2.0",
                refused(with(good, Map.of("share", 2.0), Map.of(), List.of())));
        String start = "spec.json: must describe a molecular-random-forest model: ";
        String message = refused(with(good, Map.of("speed", 3), Map.of(), List.of()));
        assertTrue(message.startsWith(start + "Unrecognized field \"speed\""), message);
        String kind = refused(with(good, Map.of("kind", "GUESS"), Map.of(), List.of()));
        assertTrue(kind.startsWith(start + "Cannot deserialize value"), kind);
    }

    @Test
    void refusesTasksThatAreNone() throws IOException {
        String start = "preprocessing.json: must describe a molecular-train-mean model: ";
        ModelContents good = saved(new TrainMeanSpec(TaskKind.REGRESSION));
        assertEquals(start + "tasks must be at least one and have different names, got [a, a]",
                refused(with(good, Map.of(), Map.of("tasks", List.of("a", "a")), List.of())));
        assertEquals(start + "tasks must be at least one and have different names, got [a, null]",
                refused(with(good, Map.of(), Map.of("tasks", java.util.Arrays.asList("a", null)), List.of())));
        assertEquals(start + "entries must be [tasks], with or without intervals, got [tasks, unit]", refused(with(good, Map.of(), Map.of("unit", "g"), List.of())));
    }

    @Test
    void refusesTensorsThatDoNotBelong() throws IOException {
        ModelContents good = saved(new TrainMeanSpec(TaskKind.REGRESSION));
        StoredTensor three = StoredTensor.doubles("mean", new long[] {3}, new double[3]);
        assertEquals("weights.safetensors: tensors must be those of the model, got 1 wrong shape: mean must have shape [2], got [3]",
                refused(with(good, Map.of(), Map.of(), List.of(three))));
        StoredTensor whole = StoredTensor.longs("mean", new long[] {2}, new long[2]);
        assertEquals("weights.safetensors: mean must hold floating numbers, got I64", refused(with(good, Map.of(), Map.of(), List.of(whole))));
    }

    @Test
    void refusesTreesThatAskForInputsThereAreNot() throws IOException {
        ModelContents good = forest();
        long[] features = good.tensors().get("task.1.node.feature").toLongs();
        int[] changed = java.util.Arrays.stream(features).mapToInt(Math::toIntExact).toArray();
        changed[0] = TreeInputs.COUNT;
        String message = refused(with(good, Map.of(), Map.of(),
                List.of(StoredTensor.ints("task.1.node.feature", new long[] {changed.length}, changed))));
        assertTrue(message.startsWith("weights.safetensors: must hold regression trees: node 0 must be a leaf, or ask for one of 2061 inputs"),
                message);
    }

    @Test
    void refusesAForestThatIsNeitherBoostedNorNot() throws IOException {
        assertEquals("weights.safetensors: boosted must be 0 or 1, got 2",
                refused(with(forest(), Map.of(), Map.of(), List.of(StoredTensor.longs("boosted", new long[] {1}, new long[] {2})))));
        assertEquals("weights.safetensors: boosted must hold integers, got F32",
                refused(with(forest(), Map.of(), Map.of(), List.of(StoredTensor.floats("boosted", new long[] {1}, new float[1])))));
    }
}
