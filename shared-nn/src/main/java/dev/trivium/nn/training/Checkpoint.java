package dev.trivium.nn.training;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.TextQuote;
import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes the whole state of a run: parameters, moments, best parameters, position and history. */
final class Checkpoint {

    static final int VERSION = 1;
    static final String WEIGHT = "weight.";
    static final String OPTIMIZER = "optimizer.";
    static final String AVERAGE = "average.";
    static final String BEST = "best.";

    private Checkpoint() {}

    static void write(Path file, Map<String, Object> identity, TrainingState state, Learner learner, WriteObserver observer)
            throws IOException {
        Parameters parameters = learner.parameters();
        List<StoredTensor> tensors = new ArrayList<>();
        store(WEIGHT, parameters.snapshot(), parameters, tensors);
        learner.optimizer().state().forEach((name, values) -> tensors.add(flat(OPTIMIZER + name, values)));
        if (learner.average() != null) {
            learner.average().state().forEach((name, values) -> tensors.add(flat(AVERAGE + name, values)));
        }
        if (state.best != null) {
            store(BEST, state.best, parameters, tensors);
        }
        ModelFile.write(file, ModelContents.checkpoint(VERSION, identity, Map.of(), position(state), tensors), observer);
    }

    private static void store(String prefix, Map<String, float[]> values, Parameters parameters, List<StoredTensor> tensors) {
        values.forEach((name, v) -> tensors.add(StoredTensor.floats(prefix + name, parameters.get(name).shape(), v)));
    }

    private static StoredTensor flat(String name, float[] values) {
        return StoredTensor.floats(name, new long[] {values.length}, values);
    }

    private static Map<String, Object> position(TrainingState state) {
        Map<String, Object> position = new LinkedHashMap<>();
        position.put("epoch", state.epoch);
        position.put("batch", state.batch);
        position.put("lossSum", state.lossSum);
        position.put("seen", state.seen);
        position.put("worse", state.worse);
        position.put("history", state.history.stream().map(Checkpoint::describe).toList());
        return position;
    }

    private static Map<String, Object> describe(EpochResult epoch) {
        return Map.of("trainLoss", epoch.trainLoss(), "validation", epoch.validation(), "best", epoch.best(), "rate", epoch.rate(),
                "seconds", epoch.seconds());
    }

    static void requireSame(Path file, Map<?, ?> now, Map<?, ?> then, String at) {
        Map<Object, Object> keys = new HashMap<>(now);
        keys.putAll(then);
        for (Object key : keys.keySet()) {
            Object a = now.get(key);
            Object b = then.get(key);
            if (a instanceof Map<?, ?> inner && b instanceof Map<?, ?> other) {
                requireSame(file, inner, other, at + key + ".");
            } else if (!Objects.equals(a, b)) {
                throw new IllegalArgumentException(
                        TextQuote.message("resume must continue the same run: " + at + key + " was " + b + " in " + file + ", is now " + a));
            }
        }
    }
}
