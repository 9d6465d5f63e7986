package dev.trivium.cli.option;

import dev.trivium.cli.terminal.Report;
import dev.trivium.cli.terminal.Session;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.molecular.MoleculeSet;
import dev.trivium.molecular.interval.MoleculeIntervals;
import dev.trivium.molecular.split.MoleculeSplit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which validation molecules calibrate intervals and sets, and for which shares. */
public final class MoleculeCalibration {

    private static final String NONE = "none";
    private static final double HALF = 0.5;

    @Option(names = "--calibration", paramLabel = "SHARE|none",
            description = "Share of the validation molecules, drawn as the split was made, on which intervals are calibrated instead; 0.5 by default,"
                    + " where the molecules suffice.")
    private @Nullable String calibration;

    @Option(names = "--intervals", paramLabel = "PERCENT", split = ",",
            description = "Shares of molecules whose true value an interval is to hold, or whose label a set is to hold; 80,95 by default.")
    private @Nullable List<BigDecimal> intervals;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The fields are set by the command line. */
    public MoleculeCalibration() {}

    /**
     * Molecules divided, and what intervals they allow.
     *
     * @param source with calibration molecules, or without where they are not wanted or too few
     * @param shares that can be had of a task at least; empty without calibration molecules
     */
    public record Calibrated(MoleculeSource source, List<Double> shares) {

        /** Copies the shares. */
        public Calibrated {
            shares = List.copyOf(shares);
        }
    }

    /** Refuses what no data could satisfy. */
    public void check() {
        if (calibration != null && !calibration.equals(NONE) && !(share() > 0 && share() < 1)) {
            throw refused("--calibration must be a share above 0 and below 1, or none, got " + calibration);
        }
        if (intervals == null) {
            return;
        }
        if (NONE.equals(calibration)) {
            throw refused("--intervals must be used with calibration molecules, got --calibration none");
        }
        if (intervals.stream().anyMatch(one -> one.signum() <= 0 || one.compareTo(BigDecimal.valueOf(100)) >= 0)
                || intervals.stream().map(BigDecimal::stripTrailingZeros).distinct().count() < intervals.size()) {
            throw refused("--intervals must be different percentages above 0 and below 100, got "
                    + intervals.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(",")));
        }
    }

    private double share() {
        try {
            return calibration == null ? HALF : Double.parseDouble(calibration);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private List<Double> shares() {
        return intervals == null ? MoleculeIntervals.STANDARD_SHARES
                : intervals.stream().map(percent -> percent.movePointLeft(2).doubleValue()).sorted().toList();
    }

    /** {@return whether any of the options was given} */
    public boolean isGiven() {
        return calibration != null || intervals != null;
    }

    /**
     * Sets calibration molecules apart. By default that is not done where they would be too few; what was asked for is refused then.
     *
     * @param seed   of the molecules that are drawn
     * @param report told about it
     */
    public Calibrated apply(Session session, MoleculeSource source, long seed, Report report) {
        if (NONE.equals(calibration)) {
            return new Calibrated(source, List.of());
        }
        MoleculeSplit split;
        try {
            split = source.split().withCalibration(share(), seed);
        } catch (IllegalArgumentException e) {
            if (isGiven()) {
                throw e;
            }
            report.row("intervals", "none: " + source.split().validation().set().size() + " validation molecules are too few to set half of them apart");
            return new Calibrated(source, List.of());
        }
        int labelled = labelled(split.calibration().orElseThrow().set());
        List<Double> possible = shares().stream().filter(share -> Tails.TOGETHER.fewest(share) <= labelled).toList();
        if (isGiven() && possible.size() < shares().size()) {
            double largest = shares().get(shares().size() - 1);
            throw new IllegalArgumentException(String.format(Locale.ROOT, "--calibration must give at least %d molecules with a label for %s, got %d of"
                    + " %d validation molecules; use more of these, or smaller --intervals", Tails.TOGETHER.fewest(largest),
                    percent(List.of(largest)), labelled, source.split().validation().set().size()));
        }
        if (possible.isEmpty()) {
            report.row("intervals", "none: half of the validation molecules are " + labelled + " with a label, too few");
            return new Calibrated(source, List.of());
        }
        report.row("intervals", possible.size() == shares().size() ? percent(possible) + ", calibrated on molecules of their own"
                : percent(possible) + " only: " + labelled + " calibration molecules are too few for "
                        + percent(shares().subList(possible.size(), shares().size())));
        return new Calibrated(MoleculeOptions.noted(session, source.with(split)), possible);
    }

    /** {@return labels that the standard intervals need} */
    public static int fewest() {
        return Tails.TOGETHER.fewest(MoleculeIntervals.STANDARD_SHARES.get(MoleculeIntervals.STANDARD_SHARES.size() - 1));
    }

    /** {@return molecules with a label of the task that has most} */
    public static int labelled(MoleculeSet set) {
        return IntStream.range(0, set.tasks().size()).map(task -> (int) IntStream.range(0, set.size())
                .filter(row -> !Double.isNaN(set.label(row, task))).count()).max().orElse(0);
    }

    /** {@return shares in words, such as {@code 80 % and 95 %}} */
    public static String percent(List<Double> shares) {
        return shares.stream().map(share -> BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %")
                .collect(Collectors.joining(" and "));
    }
}
