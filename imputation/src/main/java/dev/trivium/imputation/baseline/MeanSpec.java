package dev.trivium.imputation.baseline;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;
import java.util.Optional;

/** Fills with the mean of the series over the training rows. */
public record MeanSpec() implements ImputerSpec {

    static final String NAME = "mean";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
        return Fitting.of(this, train, validation, calibration, training).finish(TimeRule.MEAN);
    }
}
