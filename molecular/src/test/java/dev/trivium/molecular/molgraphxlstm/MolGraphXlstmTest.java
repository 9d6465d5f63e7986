package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.PredictorContract;
import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import java.io.IOException;
import org.junit.jupiter.api.Nested;

/** The contract of all predictors, for a network that is small enough for a test. */
class MolGraphXlstmTest {

    private static final Architecture TINY = new Architecture(2, 16, 2, 4);

    private static MolGraphXlstmSpec tiny(TaskKind kind) {
        return MolGraphXlstmSpec.of(kind).with(TINY).with(new Recipe(1e-2, 7, 7, 32, 1e-4));
    }

    abstract static class Contract extends PredictorContract {

        @Override
        protected double tolerance() {
            return 1e-4;
        }

        @Override
        protected PropertyPredictor fitWithNothingToChoose(TrainingMolecules some, ValidationMolecules others) throws IOException {
            return tiny(spec().kind()).with(Calibration.NONE).fit(some, others, training().withEpochs(1));
        }
    }

    @Nested
    class Regression extends Contract {

        @Override
        protected PropertyPredictorSpec spec() {
            return tiny(TaskKind.REGRESSION);
        }
    }

    @Nested
    class Classification extends Contract {

        @Override
        protected PropertyPredictorSpec spec() {
            return tiny(TaskKind.CLASSIFICATION);
        }
    }
}
