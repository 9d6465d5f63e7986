package dev.trivium.molecular.baseline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.PredictorContract;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TrainMeanTest {

    @Nested
    class Regression extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new TrainMeanSpec(TaskKind.REGRESSION);
        }

        @Override
        protected double learnt() {
            return 1.01;
        }
    }

    @Nested
    class Classification extends PredictorContract {

        @Override
        protected PropertyPredictorSpec spec() {
            return new TrainMeanSpec(TaskKind.CLASSIFICATION);
        }

        @Override
        protected double learnt() {
            return 1.01;
        }
    }

    @Test
    void isTheMeanOfTheLabelsThatAreThere() throws IOException {
        MoleculeSet train = MoleculeSet.of(List.of("C", "CC", "CCC", "C1C"), List.of("x", "y"),
                new double[] {1, Double.NaN, 2, 10, 6, 20, 1000, 1000});
        MoleculeSet none = MoleculeSet.of(List.of(), List.of("x", "y"), new double[0]);
        try (PropertyPredictor model = new TrainMeanSpec(TaskKind.REGRESSION)
                .fit(new TrainingMolecules(train), new ValidationMolecules(none), Training.seed(1))) {
            assertArrayEquals(new double[] {3, 15}, model.predict(List.of("O")).get(0).values());
        }
    }
}
