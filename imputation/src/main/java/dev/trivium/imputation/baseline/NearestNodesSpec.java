package dev.trivium.imputation.baseline;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;
import java.util.Optional;

/**
 * Fills from the series nearest by correlation over the training rows, those visible at the step, and never looks along time.
 *
 * <pre>z_i = Σ w_ij r_ij z_j / Σ w_ij,   w_ij = r_ij² / (1 − r_ij²)        j: the nearest k that are visible</pre>
 *
 * <p>Each neighbour gives its own regression, weighted by how little error that leaves. Correlations, of either sign, are over rows where both are
 * visible and are drawn towards 0 where these are few. Where no neighbour is visible stands the training mean.
 *
 * @param neighbours k, at least 1
 */
public record NearestNodesSpec(int neighbours) implements ImputerSpec {

    static final String NAME = "nearest-nodes";

    /** Checks the setting. */
    public NearestNodesSpec {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, got " + neighbours);
        }
    }

    /** {@return with 10 neighbours} */
    public static NearestNodesSpec standard() {
        return new NearestNodesSpec(10);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
        Fitting fitting = Fitting.of(this, train, validation, calibration, training);
        return fitting.finish(NearestNodesRule.learn(fitting.trainingRows(), neighbours));
    }
}
