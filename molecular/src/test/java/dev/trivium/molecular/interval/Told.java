package dev.trivium.molecular.interval;

import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A model that says what it is told to: the same for every task.
 *
 * @param value  by SMILES
 * @param spread by SMILES
 */
record Told(TaskKind kind, List<String> tasks, ToDoubleFunction<String> value, ToDoubleFunction<String> spread) implements PropertyPredictor {

    static Told number(ToDoubleFunction<String> value) {
        return new Told(TaskKind.REGRESSION, List.of("y"), value, smiles -> Double.NaN);
    }

    static Told probability(ToDoubleFunction<String> value) {
        return new Told(TaskKind.CLASSIFICATION, List.of("y"), value, smiles -> Double.NaN);
    }

    private record Spec(TaskKind kind) implements PropertyPredictorSpec {

        @Override
        public String name() {
            return "told";
        }

        @Override
        public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) {
            throw new IllegalStateException("it knows already");
        }
    }

    @Override
    public PropertyPredictorSpec spec() {
        return new Spec(kind);
    }

    @Override
    public List<Prediction> predict(List<String> smiles) {
        return smiles.stream().map(this::predict).toList();
    }

    private Prediction predict(String smiles) {
        if (smiles.startsWith("!")) {
            return new Prediction.Refused(tasks.size(), "starts with !");
        }
        double[] values = new double[tasks.size()];
        double[] spreads = new double[tasks.size()];
        java.util.Arrays.fill(values, value.applyAsDouble(smiles));
        java.util.Arrays.fill(spreads, spread.applyAsDouble(smiles));
        return new Prediction.Made(values, spreads, List.of());
    }

    @Override
    public Map<String, Object> provenance() {
        return Map.of();
    }

    @Override
    public void save(Path file) {
        throw new IllegalStateException("a test does not save it");
    }

    @Override
    public void close() {}
}
