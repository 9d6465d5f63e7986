package dev.trivium.imputation.baseline;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;
import java.util.Optional;

/**
 * Fills along the straight line between the visible values of the series on either side; at an edge with the nearest one, and with the training
 * mean where there is none.
 */
public record LinearSpec() implements ImputerSpec {

    static final String NAME = "linear";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
        return Fitting.of(this, train, validation, calibration, training).finish(TimeRule.LINEAR);
    }
}
