package dev.trivium.molecular.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.NamedPredictors;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.baseline.TrainMeanSpec;
import dev.trivium.molecular.molgraphxlstm.MolGraphXlstmSpec;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.search.Tunable;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PredictorSpacesTest {

    private static final List<String> SEARCHED = List.of("molgraph-xlstm", "molgraph-xlstm-ensemble", "random-forest", "random-forest-ecfp4", "boosted-trees");

    @Test
    void theStandardSettingsAreTheRecipeItselfAndEveryPointIsARecipe() {
        for (TaskKind kind : TaskKind.values()) {
            for (String name : SEARCHED) {
                PropertyPredictorSpec spec = NamedPredictors.of(name, kind);
                Tunable<PropertyPredictorSpec> tunable = PredictorSpaces.of(spec);
                assertEquals(spec, tunable.with(tunable.standard()));
                SplittableRandom random = new SplittableRandom(1);
                for (int i = 0; i < 200; i++) {
                    assertEquals(name, tunable.with(tunable.space().draw(random)).name());
                }
            }
        }
        Tunable<PropertyPredictorSpec> published = PredictorSpaces.of(MolGraphXlstmSpec.published("BACE"));
        assertEquals(MolGraphXlstmSpec.published("BACE"), published.with(published.standard()));
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200; i++) {
            published.with(published.space().draw(random));
        }
    }

    @Test
    void methodsWithoutSettingsAreNamed() {
        assertEquals("model must be molgraph-xlstm, random-forest, random-forest-ecfp4 or boosted-trees to be searched, got train-mean",
                assertThrows(IllegalArgumentException.class, () -> PredictorSpaces.of(new TrainMeanSpec(TaskKind.REGRESSION))).getMessage());
    }

    @Test
    void theScoreIsTheErrorOfThePredictions() throws IOException {
        TrainingMolecules train = new TrainingMolecules(MoleculeSet.of(List.of("C", "CC", "CCC", "CCO"), List.of("y"), new double[] {1, 2, 3, 4}));
        ValidationMolecules validation = new ValidationMolecules(
                MoleculeSet.of(List.of("CCCC", "no molecule", "CO", "CN"), List.of("y"), new double[] {2.5, 99, 3.5, Double.NaN}));
        ValidationError error = new ValidationError(TaskKind.REGRESSION, train, validation);
        try (PropertyPredictor mean = new TrainMeanSpec(TaskKind.REGRESSION).fit(train, validation, Training.seed(1))) {
            assertEquals(Math.sqrt(0.5), error.of(mean), 1e-12, "0 for the first, 1 for the third; the others do not count");
        }
        assertEquals("RMSE", error.name());
    }

    @Test
    void aurocCountsTiesHalf() {
        assertEquals(0.875, ValidationError.auroc(new double[] {0.1, 0.4, 0.4, 0.8}, new double[] {0, 0, 1, 1}));
        assertEquals(1, ValidationError.auroc(new double[] {0.1, 0.2, 0.7}, new double[] {0, 0, 1}));
        assertEquals(Double.NaN, ValidationError.auroc(new double[] {0.1, 0.2}, new double[] {1, 1}));
    }

    @Test
    void typedSettingsMakeARecipe() {
        Tunable<PropertyPredictorSpec> tunable = PredictorSpaces.of(NamedPredictors.of("molgraph-xlstm", TaskKind.REGRESSION));
        MolGraphXlstmSpec spec = (MolGraphXlstmSpec) tunable.with(Map.of("channels", "16", "contrast", "off"));
        assertEquals(64, spec.architecture().width());
        assertEquals("parameter must be one of rate, batch, weight-decay, channels, power, experts, contrast, got class-weights",
                assertThrows(IllegalArgumentException.class, () -> tunable.with(Map.of("class-weights", "equal"))).getMessage());
    }
}
