package dev.trivium.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.optimizer.AdamSettings;
import dev.trivium.nn.schedule.OneCycleFirstEpoch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints that are sound as files, but not the state of the run that goes on with them. */
class CheckpointReaderTest {

    private static final TrainingPlan PLAN = new TrainingPlan(6, 7, 3, new OneCycleFirstEpoch(0.02), AdamSettings.standard(), 1.0, Optional.empty());

    @TempDir
    private Path folder;
    private ModelContents good;

    @BeforeEach
    void stopInTheSecondEpoch() throws IOException {
        Path file = folder.resolve("good.trivium");
        int[] steps = {0};
        TrainingMonitor impatient = new TrainingMonitor() {
            @Override
            public boolean cancelled() {
                return ++steps[0] == PLAN.stepsPerEpoch(40) + 2;
            }
        };
        assertThrows(TrainingCancelledException.class, () -> run(Training.seed(5).withCheckpoint(file).withMonitor(impatient)));
        good = ModelFile.read(file);
    }

    private static void run(Training training) throws IOException {
        try (TinyRegression model = new TinyRegression(5)) {
            new TrainingLoop(model, PLAN, training).run();
        }
    }

    private String refused(Map<String, Object> training, Map<String, StoredTensor> tensors) throws IOException {
        Path file = folder.resolve("bad.trivium");
        Map<String, Object> changed = new TreeMap<>(good.training());
        changed.putAll(training);
        ModelFile.write(file, ModelContents.checkpoint(good.version(), good.spec(), good.provenance(), changed, tensors.values()));
        ModelFileException refusal = assertThrows(ModelFileException.class, () -> run(Training.seed(5).withResume(file)));
        assertTrue(refusal.getMessage().startsWith(file + ": "), refusal.getMessage());
        return refusal.getMessage().substring(file.toString().length() + 2);
    }

    private String position(String key, Object value) throws IOException {
        return refused(Map.of(key, value), good.tensors());
    }

    @Test
    void aPositionThatIsNoneIsRefused() throws IOException {
        assertEquals("training.json: worse must be a number, got few", position("worse", "few"));
        assertEquals("training.json: seen must be a whole number of at least 0, got -1", position("seen", -1));
        assertEquals("training.json: batch must be a whole number of at least 0, got 1.5", position("batch", 1.5));
        assertEquals("training.json: history must be a list, got none", position("history", "none"));
        assertEquals("training.json: history must hold the results of epochs, got 3", position("history", List.of(3)));
        assertEquals("training.json: validation must be a number, got null", position("history", List.of(Map.of("trainLoss", 1))));
        assertTrue(position("epoch", 4).startsWith("training.json: position must fit 6 batches of 7 and 1 finished epochs, got epoch 4"));
        assertTrue(position("batch", 1_000_000).startsWith("training.json: position must fit 6 batches"));
    }

    @Test
    void tensorsOfAnotherStateAreRefused() throws IOException {
        String name = good.tensors().keySet().stream().filter(n -> n.startsWith("weight.")).findFirst().orElseThrow();
        Map<String, StoredTensor> fewer = new TreeMap<>(good.tensors());
        fewer.remove(name);
        assertTrue(refused(Map.of(), fewer).startsWith("weights.safetensors: tensors must be those of the model, got 1 missing"));
        StoredTensor own = good.tensors().get(name);
        Map<String, StoredTensor> wide = new TreeMap<>(good.tensors());
        wide.put(name, StoredTensor.doubles(name, own.shape(), own.toDoubles()));
        assertEquals("weights.safetensors: tensor " + name.substring(7) + " must be of type F32, got F64", refused(Map.of(), wide).replace(name, name.substring(7)));
        Map<String, StoredTensor> flat = new TreeMap<>(good.tensors());
        String matrix = good.tensors().values().stream().filter(t -> t.name().startsWith("best.") && t.shape().length == 2).findFirst().orElseThrow().name();
        long[] shape = good.tensors().get(matrix).shape();
        flat.put(matrix, StoredTensor.floats(matrix, new long[] {shape[1], shape[0]}, good.tensors().get(matrix).toFloats()));
        assertTrue(shape[0] == shape[1] || refused(Map.of(), flat).contains("wrong shape"), Arrays.toString(shape));
        Map<String, StoredTensor> forgetful = new TreeMap<>(good.tensors());
        forgetful.keySet().removeIf(n -> n.startsWith("best."));
        assertTrue(refused(Map.of(), forgetful).startsWith("weights.safetensors: must hold best parameters after the first epoch and not before"));
        Map<String, StoredTensor> unmoved = new TreeMap<>(good.tensors());
        unmoved.keySet().removeIf(n -> n.startsWith("optimizer."));
        assertTrue(refused(Map.of(), unmoved).startsWith("weights.safetensors: must hold the state of this run: "));
    }
}
