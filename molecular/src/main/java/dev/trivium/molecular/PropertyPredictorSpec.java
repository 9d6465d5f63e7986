package dev.trivium.molecular;

import dev.trivium.molecular.split.TrainingMolecules;
import dev.trivium.molecular.split.ValidationMolecules;
import dev.trivium.nn.training.Training;
import java.io.IOException;

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
}
