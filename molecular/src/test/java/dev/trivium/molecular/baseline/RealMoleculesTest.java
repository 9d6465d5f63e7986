package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.Prediction;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.RealMolecules;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What simple methods reach on measured properties, with room for another version of a library. */
class RealMoleculesTest {

    private static double[] answers(PropertyPredictorSpec spec, String set) throws IOException {
        try (PropertyPredictor model = spec.fit(new TrainingMolecules(RealMolecules.part(set, 1, "train")),
                new ValidationMolecules(RealMolecules.part(set, 1, "valid")), Training.seed(1))) {
            List<Prediction> predictions = model.predict(RealMolecules.part(set, 1, "test").smiles());
            return predictions.stream().mapToDouble(prediction -> prediction.values()[0]).toArray();
        }
    }

    @Test
    void solubilityIsPredictedWithinThreeQuartersOfALogarithm() throws IOException {
        MoleculeSet test = RealMolecules.part("delaney", 1, "test");
        for (PropertyPredictorSpec spec : List.of(new RandomForestSpec(TaskKind.REGRESSION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 60, 1 / 3.0, 1),
                new BoostedTreesSpec(TaskKind.REGRESSION, 150, 0.1, 6))) {
            double[] answers = answers(spec, "delaney");
            double squares = 0;
            for (int i = 0; i < answers.length; i++) {
                squares += Math.pow(answers[i] - test.label(i, 0), 2) / answers.length;
            }
            assertTrue(Math.sqrt(squares) < 0.75, spec.name() + ": root of the mean squared error is " + Math.sqrt(squares));
        }
    }

    @Test
    void passageIntoTheBrainIsTold() throws IOException {
        MoleculeSet test = RealMolecules.part("bbbp", 1, "test");
        double[] answers = answers(new RandomForestSpec(TaskKind.CLASSIFICATION, MoleculeInputs.FINGERPRINT_AND_DESCRIPTORS, 60, 0.03, 2), "bbbp");
        double pairs = 0;
        double right = 0;
        for (int i = 0; i < answers.length; i++) {
            for (int j = 0; j < answers.length; j++) {
                boolean pair = test.label(i, 0) > test.label(j, 0) && !Double.isNaN(answers[i] + answers[j]);
                pairs += pair ? 1 : 0;
                right += pair && answers[i] > answers[j] ? 1 : 0;
            }
        }
        assertTrue(right / pairs > 0.85, "share of pairs in the right order is " + right / pairs + " for " + Arrays.toString(answers));
    }
}
