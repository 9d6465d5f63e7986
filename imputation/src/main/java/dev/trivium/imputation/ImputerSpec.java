package dev.trivium.imputation;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import java.io.IOException;

/** A recipe for an imputer: immutable, comparable, printable. What is fitted is another type. */
public interface ImputerSpec {

    /** {@return the name under which the method stands in tables and files, such as {@code fgatt}} */
    String name();

    /**
     * Fits the method. What is to be scored later must be missing (NaN) in both views already: hide it before the split is made.
     *
     * @param train the rows to learn from; scalers, graphs and all else see these only
     * @param validation the rows by which the best epoch or setting is chosen, and on which the intervals are calibrated; never test rows
     * @param training seed, device, checkpoint and who watches
     * @throws IllegalArgumentException if the data are too short, or no series has a value in the training rows
     * @throws IOException if a checkpoint cannot be read or written
     */
    Imputer fit(TrainingView train, ValidationView validation, Training training) throws IOException;
}
