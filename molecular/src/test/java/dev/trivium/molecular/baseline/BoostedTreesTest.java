package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PredictorContract;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import dev.trivium.nn.trees.XgboostTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoostedTreesTest {

    @Nested
    class Regression extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new BoostedTreesSpec(TaskKind.REGRESSION, 60, 0.1, 4);
        }
    }

    @Nested
    class Classification extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new BoostedTreesSpec(TaskKind.CLASSIFICATION, 60, 0.1, 4);
        }
    }

    private static TrainingMolecules train(TaskKind kind) {
        return new TrainingMolecules(Structures.labelled(kind, 150, 1));
    }

    private static String note(PropertyPredictor model) {
        return model.note().orElseThrow();
    }

    @Test
    void validationDecidesHowManyTreesAreKept() throws IOException {
        Assumptions.assumeTrue(XgboostTrees.runs(), "skipped: XGBoost's native library does not run here");
        BoostedTreesSpec spec = new BoostedTreesSpec(TaskKind.REGRESSION, 40, 0.3, 3);
        MoleculeSet fair = Structures.labelled(TaskKind.REGRESSION, 60, 2);
        MoleculeSet opposite = Structures.relabelled(fair, (i, task, label) -> (task == 0 ? 0 : 200) - label);
        MoleculeSet none = MoleculeSet.of(List.of(), Structures.TASKS, new double[0]);
        try (PropertyPredictor kept = spec.fit(train(spec.kind()), new ValidationMolecules(fair), Training.seed(1));
                PropertyPredictor cut = spec.fit(train(spec.kind()), new ValidationMolecules(opposite), Training.seed(1));
                PropertyPredictor all = spec.fit(train(spec.kind()), new ValidationMolecules(none), Training.seed(1))) {
            assertEquals("1 trees by XGBoost", note(cut));
            assertEquals("40 trees by XGBoost", note(all));
            assertTrue(Integer.parseInt(note(kept).split(" ")[0]) > 10, note(kept));
        }
    }

    @Test
    void aForestTakesThePlaceOfXgboostAndSaysSo(@TempDir Path folder) throws IOException {
        for (TaskKind kind : TaskKind.values()) {
            BoostedTreesSpec spec = BoostedTreesSpec.of(kind);
            ValidationMolecules validation = new ValidationMolecules(Structures.labelled(kind, 10, 2));
            Path file = folder.resolve(kind + ".trivium");
            try (PropertyPredictor model = spec.fit(train(kind), validation, Training.seed(1), false)) {
                assertEquals("a random forest of 500 trees: XGBoost's native library did not run where it was fitted", note(model));
                model.save(file);
                try (PropertyPredictor restored = PropertyPredictor.load(file);
                        PropertyPredictor forest = RandomForestSpec.of(kind).fit(train(kind), validation, Training.seed(1))) {
                    assertEquals(model.note(), restored.note());
                    double[] expected = forest.predict(List.of("CCOC(Cl)C")).get(0).values();
                    assertEquals(expected[0], restored.predict(List.of("CCOC(Cl)C")).get(0).values()[0]);
                }
            }
        }
    }

    @Test
    void aTaskOfOneClassIsLearntAsThat() throws IOException {
        MoleculeSet train = Structures.relabelled(train(TaskKind.CLASSIFICATION).set(), (i, task, label) -> task == 0 ? 1 : label);
        try (PropertyPredictor model = BoostedTreesSpec.of(TaskKind.CLASSIFICATION).fit(new TrainingMolecules(train),
                new ValidationMolecules(Structures.labelled(TaskKind.CLASSIFICATION, 20, 2)), Training.seed(1))) {
            assertTrue(model.predict(List.of("CCO")).get(0).values()[0] > 0.97);
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        refused("rounds must be at least 1, got 0", 0, 0.1, 6);
        refused("rate must be in (0, 1], got NaN", 10, Double.NaN, 6);
        refused("depth must be between 1 and 20, got 21", 10, 0.1, 21);
    }

    private static void refused(String message, int rounds, double rate, int depth) {
        var e = assertThrows(IllegalArgumentException.class, () -> new BoostedTreesSpec(TaskKind.REGRESSION, rounds, rate, depth));
        assertEquals(message, e.getMessage());
    }
}
