package dev.trivium.imputation;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.Optional;

/** A recipe for an imputer: immutable, comparable, printable. What is fitted is another type. */
public interface ImputerSpec {

    /** {@return the name under which the method stands in tables and files, such as {@code fgatt}} */
    String name();

    /**
     * Fits the method. What is to be scored later must be missing (NaN) in all views already: hide it before the split is made.
     *
     * @param train the rows to learn from; scalers, graphs and all else see these only
     * @param validation the rows by which the best epoch or setting is chosen; never test rows
     * @param calibration the rows on which the intervals are calibrated; without them they are calibrated on the validation rows, whose errors are
     *     a little too small where they have chosen something
     * @param training seed, device, checkpoint and who watches
     * @throws IllegalArgumentException if the data are too short, or no series has a value in the training rows
     * @throws IOException if a checkpoint cannot be read or written
     */
    Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) throws IOException;

    /**
     * Fits the method, and calibrates its intervals on the validation rows.
     *
     * @throws IllegalArgumentException if the data are too short, or no series has a value in the training rows
     * @throws IOException if a checkpoint cannot be read or written
     */
    default Imputer fit(TrainingView train, ValidationView validation, Training training) throws IOException {
        return fit(train, validation, Optional.empty(), training);
    }

    /**
     * Fits the method on a split, and calibrates its intervals on the calibration rows if it has any.
     *
     * @throws IllegalArgumentException if the data are too short, or no series has a value in the training rows
     * @throws IOException if a checkpoint cannot be read or written
     */
    default Imputer fit(Split split, Training training) throws IOException {
        return fit(split.train(), split.validation(), split.calibration(), training);
    }
}
