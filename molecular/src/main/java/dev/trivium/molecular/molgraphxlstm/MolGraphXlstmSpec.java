package dev.trivium.molecular.molgraphxlstm;

import dev.trivium.molecular.PropertyPredictor;
import dev.trivium.molecular.PropertyPredictorSpec;
import dev.trivium.molecular.TaskKind;
import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;

/**
 * MolGraph-xLSTM (Sun et al., Communications Chemistry 8, 286, 2025): a recipe.
 *
 * @param kind what it predicts; regression and classification differ in activation, readout and losses
 * @param architecture shape of the network
 * @param objective what training minimises besides the errors
 * @param recipe how it is trained
 * @param calibration how logits become probabilities; of no effect in regression
 * @param reading how strings become what the network reads
 */
public record MolGraphXlstmSpec(TaskKind kind, Architecture architecture, Objective objective, Recipe recipe, Calibration calibration,
        Reading reading) implements PropertyPredictorSpec {

    /**
     * {@return a setting for data of one's own: width 128, the published objective, calibrated probabilities, and training that stops
     * when validation no longer improves}
     */
    public static MolGraphXlstmSpec of(TaskKind kind) {
        return new MolGraphXlstmSpec(kind, Architecture.light(), Objective.published(),
                Recipe.published(5e-4, 100).withEpochs(100, 40), Calibration.PLATT, Reading.standard());
    }

    /** {@return the published setting of a data set; see {@link PublishedSettings}} */
    public static MolGraphXlstmSpec published(String dataset) {
        return PublishedSettings.of(dataset);
    }

    @Override
    public String name() {
        return SavedMolGraphXlstm.KIND;
    }

    /** {@return this recipe with another network} */
    public MolGraphXlstmSpec with(Architecture other) {
        return new MolGraphXlstmSpec(kind, other, objective, recipe, calibration, reading);
    }

    /** {@return this recipe with another objective} */
    public MolGraphXlstmSpec with(Objective other) {
        return new MolGraphXlstmSpec(kind, architecture, other, recipe, calibration, reading);
    }

    /** {@return this recipe, trained otherwise} */
    public MolGraphXlstmSpec with(Recipe other) {
        return new MolGraphXlstmSpec(kind, architecture, objective, other, calibration, reading);
    }

    /** {@return this recipe with other probabilities} */
    public MolGraphXlstmSpec with(Calibration other) {
        return new MolGraphXlstmSpec(kind, architecture, objective, recipe, other, reading);
    }

    /** {@return this recipe, reading otherwise} */
    public MolGraphXlstmSpec with(Reading other) {
        return new MolGraphXlstmSpec(kind, architecture, objective, recipe, calibration, other);
    }

    @Override
    public ParseSettings parsing() {
        return reading.parsing();
    }

    @Override
    public PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) throws IOException {
        return MolGraphXlstmFitting.fit(this, train, validation, training);
    }
}
