package dev.trivium.timeseries;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.nn.training.Training;
import java.io.IOException;
import java.util.List;

/** A recipe for a forecaster: immutable, comparable, printable. What is fitted is another type. */
public interface ForecasterSpec {

    /** {@return the name under which the model stands in tables and files, such as {@code waverora}} */
    String name();

    /** {@return the number of past steps that a forecast sees, L} */
    int lookback();

    /** {@return the number of steps it says, H} */
    int horizon();

    /** {@return the names of the data's columns whose future values the model is given; empty for a model that uses none} */
    default List<String> known() {
        return List.of();
    }

    /**
     * Fits the model.
     *
     * @param train the rows to learn from; scalers and all else see these only
     * @param validation the rows by which the best epoch or setting is chosen; never the test rows
     * @param training seed, device, checkpoint and who watches
     * @throws IllegalArgumentException if the data are too short, or hold columns that the model cannot use
     * @throws IOException if a checkpoint cannot be read or written
     */
    Forecaster fit(TrainingView train, ValidationView validation, Training training) throws IOException;
}
