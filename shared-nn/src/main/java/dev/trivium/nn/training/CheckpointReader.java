package dev.trivium.nn.training;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.ModelFileException;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TensorCheck;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link Checkpoint} wrote; a file that is not the state of this very run is refused, and named. */
final class CheckpointReader {

    private static final String MANIFEST = "manifest.json";
    private static final String TRAINING = "training.json";
    private static final String WEIGHTS = "weights.safetensors";

    private final Path file;
    private final ModelContents contents;

    private CheckpointReader(Path file, ModelContents contents) {
        this.file = file;
        this.contents = contents;
    }

    /** What a position in an epoch must fit: items of an epoch, how many make a batch, and the batches. */
    record Epochs(int items, int batch, int batches) {}

    static TrainingState read(Path file, Map<String, Object> identity, Learner learner, TrainingPlan.Tie tie, Epochs epochs) throws IOException {
        ModelContents contents = ModelFile.read(file);
        if (!contents.kind().equals(ModelContents.CHECKPOINT) || contents.version() != Checkpoint.VERSION) {
            throw new ModelFileException(file, MANIFEST, "must be a checkpoint of version " + Checkpoint.VERSION + ", got kind " + contents.kind()
                    + ", version " + contents.version());
        }
        Checkpoint.requireSame(file, ModelContents.checkpoint(Checkpoint.VERSION, identity, Map.of(), Map.of(), List.of()).spec(), contents.spec(), "");
        return new CheckpointReader(file, contents).restore(learner, tie, epochs);
    }

    private TrainingState restore(Learner learner, TrainingPlan.Tie tie, Epochs epochs) throws IOException {
        Map<String, StoredTensor> weights = under(Checkpoint.WEIGHT);
        Map<String, StoredTensor> best = under(Checkpoint.BEST);
        requireShapes(learner.parameters(), weights);
        if (!best.isEmpty()) {
            requireShapes(learner.parameters(), best);
        }
        try {
            learner.parameters().restore(floats(weights));
            learner.optimizer().restore(floats(under(Checkpoint.OPTIMIZER)));
            if (learner.average() != null) {
                learner.average().restore(floats(under(Checkpoint.AVERAGE)));
            }
        } catch (IllegalArgumentException e) {
            throw new ModelFileException(file, WEIGHTS, "must hold the state of this run: " + e.getMessage());
        }
        TrainingState state = position(tie, epochs);
        if (best.isEmpty() != state.history.isEmpty()) {
            throw new ModelFileException(file, WEIGHTS, "must hold best parameters after the first epoch and not before, got " + best.size()
                    + " tensors after " + state.history.size() + " epochs");
        }
        state.best = best.isEmpty() ? null : floats(best);
        return state;
    }

    private Map<String, StoredTensor> under(String prefix) {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        contents.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                tensors.put(name.substring(prefix.length()), tensor);
            }
        });
        return tensors;
    }

    private void requireShapes(Parameters parameters, Map<String, StoredTensor> tensors) throws ModelFileException {
        Map<String, long[]> expected = new LinkedHashMap<>();
        parameters.names().forEach(name -> expected.put(name, parameters.get(name).shape()));
        TensorCheck.require(file, expected, tensors);
    }

    private Map<String, float[]> floats(Map<String, StoredTensor> tensors) throws ModelFileException {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (Map.Entry<String, StoredTensor> tensor : tensors.entrySet()) {
            values.put(tensor.getKey(), TensorCheck.weights(file, tensor.getValue()));
        }
        return values;
    }

    private TrainingState position(TrainingPlan.Tie tie, Epochs epochs) throws ModelFileException {
        TrainingState state = new TrainingState(tie);
        if (!(contents.training().get("history") instanceof List<?> history)) {
            throw refused("history must be a list, got " + contents.training().get("history"));
        }
        for (Object each : history) {
            if (!(each instanceof Map<?, ?> epoch)) {
                throw refused("history must hold the results of epochs, got " + each);
            }
            state.lossSum = number(epoch, "trainLoss");
            state.seen = 1;
            state.finishEpoch(number(epoch, "validation"), number(epoch, "rate"), number(epoch, "seconds"));
        }
        Map<?, ?> training = contents.training();
        state.epoch = whole(training, "epoch");
        state.worse = whole(training, "worse");
        state.batch = whole(training, "batch");
        state.lossSum = number(training, "lossSum");
        state.seen = whole(training, "seen");
        if (state.epoch != state.history.size() || state.worse > state.epoch || state.batch > epochs.batches()
                || state.seen != Math.min((long) state.batch * epochs.batch(), epochs.items())) {
            throw refused("position must fit " + epochs.batches() + " batches of " + epochs.batch() + " and " + state.history.size() + " finished epochs, got epoch "
                    + state.epoch + ", worse " + state.worse + ", batch " + state.batch + ", seen " + state.seen);
        }
        return state;
    }

    private double number(Map<?, ?> map, String key) throws ModelFileException {
        if (map.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw refused(key + " must be a number, got " + map.get(key));
    }

    private int whole(Map<?, ?> map, String key) throws ModelFileException {
        double value = number(map, key);
        if (value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value)) {
            return (int) value;
        }
        throw refused(key + " must be a whole number of at least 0, got " + map.get(key));
    }

    private ModelFileException refused(String rule) {
        return new ModelFileException(file, TRAINING, rule);
    }
}
