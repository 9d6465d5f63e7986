package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PredictorContract;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.Structures;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RandomForestTest {

    private static final MoleculeSet NONE = MoleculeSet.of(List.of(), Structures.TASKS, new double[0]);

    @Nested
    class Regression extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 40, 1 / 3.0, 2);
        }
    }

    @Nested
    class Classification extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new RandomForestSpec(TaskKind.CLASSIFICATION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 60, 0.05, 1);
        }
    }

    @Nested
    class OnFingerprintsAlone extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new RandomForestSpec(TaskKind.CLASSIFICATION, MoleculeInputs.FINGERPRINT, 30, 0.05, 1);
        }

        @Test
        void asksForNoDescriptor() throws IOException {
            assertEquals("random-forest-ecfp4", spec().name());
            MoleculeSet train = Structures.labelled(TaskKind.CLASSIFICATION, 100, 1);
            try (PropertyPredictor fitted = spec().fit(new TrainingMolecules(train), new ValidationMolecules(NONE), Training.seed(1))) {
                // Decane and tetradecane have the same surroundings, but not the same weight.
                assertArrayEquals(of(fitted, "CCCCCCCCCC"), of(fitted, "CCCCCCCCCCCCCC"));
                assertEquals(List.of(), ((Prediction.Made) fitted.predict(List.of("C")).get(0)).notes());
            }
        }
    }

    private static PropertyPredictor fit(MoleculeSet train, long seed) throws IOException {
        return new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 30, 0.3, 2).fit(new TrainingMolecules(train), new ValidationMolecules(NONE),
                Training.seed(seed));
    }

    private static double[] of(PropertyPredictor model, String smiles) {
        return model.predict(List.of(smiles)).get(0).values();
    }

    @Test
    void theOrderOfTheAtomsDoesNotMatter() throws IOException {
        try (PropertyPredictor model = fit(Structures.labelled(TaskKind.REGRESSION, 100, 1), 1)) {
            assertArrayEquals(of(model, "CC(=O)OC(Cl)CN"), of(model, "NCC(Cl)OC(C)=O"));
        }
    }

    @Test
    void aSeedDecidesTheForest() throws IOException {
        MoleculeSet train = Structures.labelled(TaskKind.REGRESSION, 100, 1);
        try (PropertyPredictor one = fit(train, 1); PropertyPredictor other = fit(train, 2)) {
            assertFalse(Arrays.equals(of(one, "CC(=O)OC(Cl)CN"), of(other, "CC(=O)OC(Cl)CN")));
        }
    }

    @Test
    void theLabelsOfOneTaskDoNotMoveAnother() throws IOException {
        MoleculeSet train = Structures.labelled(TaskKind.REGRESSION, 100, 1);
        MoleculeSet poisoned = Structures.relabelled(train, (i, task, label) -> task == 0 ? label : i % 2 == 0 ? Double.NaN : 1e6);
        try (PropertyPredictor one = fit(train, 1); PropertyPredictor other = fit(poisoned, 1)) {
            assertEquals(of(one, "CCOC(Cl)C")[0], of(other, "CCOC(Cl)C")[0]);
            assertTrue(of(other, "CCOC(Cl)C")[1] > 9e5);
        }
    }

    @Test
    void aMoleculeWithoutLabelsTeachesNothing() throws IOException {
        MoleculeSet train = Structures.labelled(TaskKind.REGRESSION, 100, 1);
        try (PropertyPredictor one = fit(train, 1);
                PropertyPredictor other = fit(Structures.with(train, "OCC(O)CO", Double.NaN, Double.NaN), 1)) {
            assertArrayEquals(of(one, "OCC(O)CO"), of(other, "OCC(O)CO"));
        }
    }

    @Test
    void aFigureThatCannotBeComputedIsNoted() throws IOException {
        try (PropertyPredictor model = fit(Structures.labelled(TaskKind.REGRESSION, 100, 1), 1)) {
            Prediction.Made made = (Prediction.Made) model.predict(List.of("[Tc]")).get(0);
            assertTrue(made.notes().contains("molecular weight could not be computed and counts as 0"), made.notes().toString());
        }
    }

    @Test
    void keepsItsTrainingMolecules() throws IOException {
        MoleculeSet train = Structures.with(Structures.labelled(TaskKind.REGRESSION, 50, 1), "C1CC", 1, 1);
        try (PropertyPredictor model = fit(train, 1)) {
            assertEquals(50, model.trainingSpace().orElseThrow().size());
            assertEquals(1.0, model.provenance().get("metrics") instanceof java.util.Map<?, ?> metrics ? metrics.get("train.refused") : null);
        }
    }

    @Test
    void refusesSettingsOutOfRange() {
        var e = assertThrows(IllegalArgumentException.class, () -> new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 0, 0.3, 5));
        assertEquals("trees must be between 1 and 10000, got 0", e.getMessage());
    }
}
