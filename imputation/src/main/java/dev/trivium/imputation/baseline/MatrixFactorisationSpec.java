package dev.trivium.imputation.baseline;

import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.TrainingView;
import dev.trivium.data.split.ValidationView;
import dev.trivium.imputation.Imputer;
import dev.trivium.imputation.ImputerSpec;
import dev.trivium.nn.training.Training;
import java.util.Optional;

/**
 * Fills from a product of few factors: z_(t, i) = u_t · v_i, with z standardised.
 *
 * <p>The factors v of the series are learnt from the visible cells of the training rows by alternating least squares with a ridge (Koren et al.
 * 2009), started from numbers drawn from the seed. Rank and ridge are those with the least absolute error on cells of the validation rows that are
 * hidden for this. To fill a row, its u is solved for from its visible cells alone; a row without any gets the training means. Of more than 5,000
 * training rows every n-th is used.
 *
 * @param mostRank largest rank that is tried, at least 1; 1, 2, 4 and so on are
 */
public record MatrixFactorisationSpec(int mostRank) implements ImputerSpec {

    static final String NAME = "matrix-factorisation";

    /** Checks the setting. */
    public MatrixFactorisationSpec {
        if (mostRank < 1) {
            throw new IllegalArgumentException("mostRank must be at least 1, got " + mostRank);
        }
    }

    /** {@return with ranks up to 16} */
    public static MatrixFactorisationSpec standard() {
        return new MatrixFactorisationSpec(16);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Imputer fit(TrainingView train, ValidationView validation, Optional<CalibrationView> calibration, Training training) {
        Fitting fitting = Fitting.of(this, train, validation, calibration, training);
        return fitting.finish(new FactorFitting(fitting).fit(mostRank));
    }
}
