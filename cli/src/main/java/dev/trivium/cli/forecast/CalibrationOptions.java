package dev.trivium.cli.forecast;

import dev.trivium.cli.terminal.Report;
import dev.trivium.data.split.Split;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.timeseries.Forecaster;
import dev.trivium.timeseries.ForecasterSpec;
import dev.trivium.timeseries.interval.Calibration;
import dev.trivium.timeseries.interval.CalibratedForecaster;
import dev.trivium.timeseries.interval.ForecastIntervals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which validation rows calibrate intervals, and for which shares. */
final class CalibrationOptions {

    private static final String NONE = "none";
    private static final double HALF = 0.5;
    private static final Tails TAILS = ForecastIntervals.STANDARD_TAILS;

    @Option(names = "--calibration", paramLabel = "SHARE|none",
            description = "Share of the validation rows, the last ones, on which intervals are calibrated instead; 0.5 by default, where the rows suffice.")
    private @Nullable String calibration;

    @Option(names = "--intervals", paramLabel = "PERCENT", split = ",",
            description = "Shares of what comes that the intervals are to hold; 80,95 by default.")
    private @Nullable List<BigDecimal> intervals;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** Refuses what no data could satisfy. */
    void check() {
        if (calibration != null && !calibration.equals(NONE)) {
            try {
                double share = Double.parseDouble(calibration);
                if (!(share > 0 && share < 1)) {
                    throw refused("--calibration must be a share above 0 and below 1, or none, got " + calibration);
                }
            } catch (NumberFormatException e) {
                throw refused("--calibration must be a share above 0 and below 1, or none, got " + calibration);
            }
        }
        if (intervals != null) {
            if (NONE.equals(calibration)) {
                throw refused("--intervals must be used with calibration rows, got --calibration none");
            }
            if (intervals.stream().anyMatch(one -> one.signum() <= 0 || one.compareTo(BigDecimal.valueOf(100)) >= 0)
                    || intervals.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < intervals.size()) {
                throw refused("--intervals must be different percentages above 0 and below 100, got "
                        + intervals.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")));
            }
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** {@return the shares that were asked for, rising, or the standard ones} */
    List<Double> shares() {
        return intervals == null ? ForecastIntervals.STANDARD_SHARES
                : intervals.stream().map(percent -> percent.movePointLeft(2).doubleValue()).sorted().toList();
    }

    /**
     * Sets calibration rows apart. By default that is not done where either part would be too small; what was asked for is refused then.
     *
     * @param report told about it
     */
    Split apply(Split parts, ForecasterSpec recipe, Report report) {
        if (NONE.equals(calibration)) {
            return parts;
        }
        boolean asked = calibration != null || intervals != null;
        if (!asked && parts.validation().rows() < 2 * recipe.horizon()) {
            report.row("intervals", String.format(Locale.ROOT, "none: half of %,d validation rows would hold no forecast of %d steps", parts.validation().rows(),
                    recipe.horizon()));
            return parts;
        }
        Split split = parts.withCalibration(calibration == null ? HALF : Double.parseDouble(calibration));
        List<String> series = split.train().series().names().stream().filter(name -> !recipe.known().contains(name)).toList();
        int fewest = Calibration.fewest(recipe, series, split.calibration().orElseThrow());
        List<Double> possible = possible(fewest);
        if (asked && possible.size() < shares().size()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "--calibration must leave at least %d values of every forecast step for intervals"
                    + " of %s, got %d in %d rows; use more validation rows, or smaller --intervals",
                    TAILS.fewest(shares().get(shares().size() - 1)), percent(shares()), fewest, split.calibration().get().rows()));
        }
        if (possible.isEmpty()) {
            report.row("intervals", String.format(Locale.ROOT, "none: half of %,d validation rows has %d values of a forecast step, too few",
                    parts.validation().rows(), fewest));
            return parts;
        }
        report.row("intervals", possible.size() == shares().size() ? percent(possible) + ", calibrated on rows of their own"
                : String.format(Locale.ROOT, "%s only: %d values of a forecast step are too few for %s", percent(possible), fewest,
                        percent(shares().subList(possible.size(), shares().size()))));
        return split;
    }

    private List<Double> possible(int fewest) {
        return shares().stream().filter(share -> TAILS.fewest(share) <= fewest).toList();
    }

    /** {@return the model with intervals, if the split has rows for them} */
    Forecaster calibrated(Forecaster fitted, Split split) {
        if (split.calibration().isEmpty()) {
            return fitted;
        }
        return CalibratedForecaster.of(fitted, split.calibration().get(), possible(Calibration.fewest(fitted, split.calibration().get())));
    }

    static String percent(List<Double> shares) {
        List<String> texts = new ArrayList<>();
        shares.forEach(share -> texts.add(BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %"));
        return String.join(" and ", texts);
    }
}
