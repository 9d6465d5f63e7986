package dev.trivium.cli.impute;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.split.CalibrationView;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.conformal.Tails;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which validation rows calibrate the intervals. */
final class CalibrationOptions {

    private static final String NONE = "none";
    private static final double HALF = 0.5;
    static final int FEWEST = Tails.APART.fewest(0.95);

    @Option(names = "--calibration", paramLabel = "SHARE|none",
            description = "Share of the validation rows, the last ones, on which intervals are calibrated instead; 0.5 by default, where the rows"
                    + " suffice. With none, the rows that chose the epoch calibrate too.")
    private @Nullable String calibration;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Refuses what no data could satisfy. */
    void check() {
        if (calibration != null && !calibration.equals(NONE) && !(share() > 0 && share() < 1)) {
            throw new ParameterException(spec.commandLine(), "--calibration must be a share above 0 and below 1, or none, got " + calibration);
        }
    }

    private double share() {
        try {
            return calibration == null ? HALF : Double.parseDouble(calibration);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** {@return whether the option was given} */
    boolean isGiven() {
        return calibration != null;
    }

    /**
     * Sets calibration rows apart. By default that is not done where they would be too few; what was asked for is refused then.
     *
     * @param report told if it is not done
     */
    Split apply(Split whole, Report report) {
        if (NONE.equals(calibration)) {
            return whole;
        }
        Split split;
        try {
            split = whole.withCalibration(share());
        } catch (IllegalArgumentException e) {
            if (isGiven()) {
                throw e;
            }
            report.row("intervals", "calibrated on the validation rows themselves: " + whole.validation().rows() + " are too few to set half apart");
            return whole;
        }
        long values = values(split.calibration().orElseThrow());
        if (values >= FEWEST) {
            return split;
        }
        if (isGiven()) {
            throw new IllegalArgumentException("--calibration must leave at least " + FEWEST + " values for intervals of 95 %, got " + values + " in "
                    + split.calibration().get().rows() + " rows; use more validation rows, or none");
        }
        report.row("intervals", "calibrated on the validation rows themselves: half of these hold " + values + " values, too few");
        return whole;
    }

    static long values(CalibrationView rows) {
        return rows.segments().stream().flatMapToInt(run -> IntStream.range(run.from(), run.to()))
                .mapToLong(t -> IntStream.range(0, rows.series().width()).filter(s -> rows.series().observed(t, s)).count()).sum();
    }
}
