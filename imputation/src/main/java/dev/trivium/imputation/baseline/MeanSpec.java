package dev.trivium.imputation.baseline;

import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;

/** Fills with the mean of the series over the training rows. */
public record MeanSpec() implements ImputerSpec {

    static final String NAME = "mean";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Training training) {
        return Fitting.of(this, train, validation, training).finish(TimeRule.MEAN);
    }
}
