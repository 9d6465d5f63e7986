package dev.trivium.molecular.backtest;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Predicts the length of the string, moved by its seed, and refuses strings with a given letter.
 *
 * @param spec  how it was made
 * @param tasks what it predicts
 * @param seed  what moves the predictions
 */
record PickyPredictor(Spec spec, List<String> tasks, long seed) implements PropertyPredictor {

    /** How to make one. */
    record Spec(TaskKind kind, String refused) implements PropertyPredictorSpec {

        @Override
        public String name() {
            return "string-length";
        }

        @Override
        public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
            return new PickyPredictor(this, train.set().tasks(), training.seed());
        }
    }

    @Override
    public List<Prediction> predict(List<String> smiles) {
        List<Prediction> predictions = new ArrayList<>();
        for (String each : smiles) {
            double[] values = new double[tasks.size()];
            for (int t = 0; t < values.length; t++) {
                values[t] = spec.kind() == TaskKind.CLASSIFICATION ? Math.min(1, each.length() / 10.0) : each.length() + 0.01 * seed;
            }
            predictions.add(each.contains(spec.refused()) ? new Prediction.Refused(tasks.size(), "holds " + spec.refused())
                    : new Prediction.Made(values, new double[tasks.size()], List.of()));
        }
        return predictions;
    }

    @Override
    public Map<String, Object> provenance() {
        return Map.of("seed", seed, "data", Map.of("sha256", "of other molecules"), "metrics", Map.of("member.0.fit.seconds", 2, "member.1.fit.seconds", 3));
    }

    @Override
    public Optional<String> note() {
        return Optional.of("counts letters");
    }

    @Override
    public void save(Path file) {
        throw new IllegalStateException("a test does not save it");
    }

    @Override
    public void close() {
    }
}
