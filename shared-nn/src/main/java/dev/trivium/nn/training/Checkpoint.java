package dev.trivium.nn.training;

import dev.trivium.nn.artifact.ModelContents;
import dev.trivium.nn.artifact.ModelFile;
import dev.trivium.nn.artifact.StoredTensor;
import dev.trivium.nn.artifact.WriteObserver;
import dev.trivium.nn.parameter.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes and reads the whole state of a run: parameters, moments, best parameters, position and history. */
final class Checkpoint {

    private static final int VERSION = 1;
    private static final String WEIGHT = "weight.";
    private static final String OPTIMIZER = "optimizer.";
    private static final String AVERAGE = "average.";
    private static final String BEST = "best.";

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

    static TrainingState read(Path file, Map<String, Object> identity, Learner learner, TrainingPlan.Tie tie) throws IOException {
        ModelContents contents = ModelFile.read(file);
        if (!contents.kind().equals(ModelContents.CHECKPOINT) || contents.version() != VERSION) {
            throw new IOException(String.format(Locale.ROOT, "%s must be a checkpoint of version %d, got kind %s, version %d",
                    file, VERSION, contents.kind(), contents.version()));
        }
        requireSame(file, ModelContents.checkpoint(VERSION, identity, Map.of(), Map.of(), List.of()).spec(), contents.spec(), "");
        learner.parameters().restore(under(WEIGHT, contents));
        learner.optimizer().restore(under(OPTIMIZER, contents));
        if (learner.average() != null) {
            learner.average().restore(under(AVERAGE, contents));
        }
        Map<String, float[]> best = under(BEST, contents);
        TrainingState state = position(contents.training(), tie);
        state.best = best.isEmpty() ? null : best;
        return state;
    }

    private static Map<String, float[]> under(String prefix, ModelContents contents) {
        Map<String, float[]> values = new LinkedHashMap<>();
        contents.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                values.put(name.substring(prefix.length()), tensor.toFloats());
            }
        });
        return values;
    }

    private static TrainingState position(Map<String, ?> training, TrainingPlan.Tie tie) {
        TrainingState state = new TrainingState(tie);
        for (Object each : (List<?>) Objects.requireNonNull(training.get("history"))) {
            Map<?, ?> epoch = (Map<?, ?>) each;
            state.lossSum = number(epoch, "trainLoss");
            state.seen = 1;
            state.finishEpoch(number(epoch, "validation"), number(epoch, "rate"), number(epoch, "seconds"));
        }
        state.epoch = (int) number(training, "epoch");
        state.worse = (int) number(training, "worse");
        state.batch = (int) number(training, "batch");
        state.lossSum = number(training, "lossSum");
        state.seen = (long) number(training, "seen");
        return state;
    }

    private static double number(Map<?, ?> map, String key) {
        return ((Number) Objects.requireNonNull(map.get(key), key)).doubleValue();
    }

    private static void requireSame(Path file, Map<?, ?> now, Map<?, ?> then, String at) {
        Map<Object, Object> keys = new HashMap<>(now);
        keys.putAll(then);
        for (Object key : keys.keySet()) {
            Object a = now.get(key);
            Object b = then.get(key);
            if (a instanceof Map<?, ?> inner && b instanceof Map<?, ?> other) {
                requireSame(file, inner, other, at + key + ".");
            } else if (!Objects.equals(a, b)) {
                throw new IllegalArgumentException(
                        "resume must continue the same run: " + at + key + " was " + b + " in " + file + ", is now " + a);
            }
        }
    }
}
