package dev.trivium.molecular;

import dev.trivium.molecular.featurize.ParseSettings;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.split.MoleculeSplit;
import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;

/** A recipe for a property predictor: immutable, comparable, printable. What is fitted is another type. */
public interface PropertyPredictorSpec {

    /** {@return the name under which the model stands in tables and files, such as {@code molgraph-xlstm}} */
    String name();

    /** {@return what it predicts} */
    TaskKind kind();

    /**
     * Fits the model.
     *
     * @param train      the molecules to learn from; scalers, vocabularies and all else see these only
     * @param validation the molecules by which the best epoch or setting is chosen; never the test molecules
     * @param training   seed, device, checkpoint and who watches
     * @throws IllegalArgumentException if there are no tasks, a task has no training label, or a label does not fit the kind
     * @throws IOException if a checkpoint cannot be read or written
     */
    PropertyPredictor fit(TrainingMolecules train, ValidationMolecules validation, Training training) throws IOException;

    /**
     * Fits the model, and calibrates its {@linkplain MoleculeIntervals intervals} for 80 % and 95 % if the split has calibration molecules.
     *
     * @throws IllegalArgumentException as {@link #fit(TrainingMolecules, ValidationMolecules, Training)}, or if there are too few calibration
     *     molecules for any interval
     * @throws IOException if a checkpoint cannot be read or written
     */
    default PropertyPredictor fit(MoleculeSplit split, Training training) throws IOException {
        return fit(split, training, MoleculeIntervals.STANDARD_SHARES);
    }

    /**
     * Fits the model, and calibrates its {@linkplain MoleculeIntervals intervals} if the split has calibration molecules.
     *
     * @param shares of molecules whose truth an interval or set is to hold, rising within (0, 1)
     * @throws IllegalArgumentException as {@link #fit(TrainingMolecules, ValidationMolecules, Training)}, or if there are too few calibration
     *     molecules for any of the intervals
     * @throws IOException if a checkpoint cannot be read or written
     */
    default PropertyPredictor fit(MoleculeSplit split, Training training, List<Double> shares) throws IOException {
        PropertyPredictor fitted = fit(split.train(), split.validation(), training);
        try {
            return split.calibration().isEmpty() ? fitted : fitted.calibrated(split, shares);
        } catch (RuntimeException e) {
            fitted.close();
            throw e;
        }
    }

    /** {@return how the model reads molecules} */
    default ParseSettings parsing() {
        return ParseSettings.standard();
    }
}
