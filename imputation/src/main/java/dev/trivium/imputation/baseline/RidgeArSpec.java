package dev.trivium.imputation.baseline;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;
import java.util.Optional;

/**
 * Fills by ridge regression of a series on its own visible values on either side, the straight line between them, and other series at the step.
 *
 * <p>For each series and each of five ranges of the distance to its nearest visible value (1, 2 to 3, 4 to 7, 8 to 15, further or none) there is a
 * regression of its own. What is regressed is the difference to the straight line, so with a large penalty this is linear interpolation. The other
 * series are the nearest by correlation over the training rows; where one is missing at the step its own straight line stands for it. Training
 * cells are visible ones around which a block of the range's length is hidden from their own series. How many values on either side, and the
 * penalty, are those with the least absolute error on the validation rows, hidden likewise.
 *
 * @param neighbours how many other series, at least 0
 */
public record RidgeArSpec(int neighbours) implements ImputerSpec {

    static final String NAME = "ridge-ar";

    /** Checks the setting. */
    public RidgeArSpec {
        if (neighbours < 0 || neighbours > 1000) {
            throw new IllegalArgumentException("neighbours must be between 0 and 1000, got " + neighbours);
        }
    }

    /** {@return with 10 other series} */
    public static RidgeArSpec standard() {
        return new RidgeArSpec(10);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
        Fitting fitting = Fitting.of(this, train, validation, calibration, training);
        return fitting.finish(new RidgeFitting(fitting).fit(neighbours));
    }
}
