package dev.trivium.timeseries.interval;

import dev.trivium.data.series.TimeAxis;
import dev.trivium.evaluation.conformal.Tails;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What intervals were calibrated on.
 *
 * @param shares      of values that the intervals are to hold, rising
 * @param tails       how misses are counted
 * @param onQuantiles whether they stand around quantiles of the model, else around its mean
 * @param windows     how many calibration windows there were
 * @param from        time stamp of the first calibration row
 * @param to          time stamp of the last one
 * @param pooled      series that had too few windows for a reach of their own at some step, and took that of all series there
 */
public record CalibrationFacts(List<Double> shares, Tails tails, boolean onQuantiles, int windows, String from, String to, List<String> pooled) {

    private static final int NAMED = 4;

    /** Copies the lists. */
    public CalibrationFacts {
        shares = new Bands(shares).shares();
        pooled = List.copyOf(pooled);
    }

    static CalibrationFacts of(Calibration calibration, Tails tails, boolean[] pooled) {
        TimeAxis time = calibration.view().series().time();
        List<String> names = IntStream.range(0, pooled.length).filter(s -> pooled[s])
                .mapToObj(s -> calibration.model().variables().get(s).name()).toList();
        return new CalibrationFacts(calibration.bands().shares(), tails, !calibration.pairs().isEmpty(), calibration.windowCount(),
                time.label(calibration.view().from()), time.label(calibration.view().to() - 1), names);
    }

    /** {@return in words: shares, windows, rows, and what fell back} */
    public String text() {
        return String.format(Locale.ROOT, "%s, calibrated on %,d windows of %s … %s%s%s", new Bands(shares).text(), windows, from, to,
                onQuantiles ? ", around the model's own quantiles" : "",
                pooled.isEmpty() ? "" : "; too few windows of " + names() + " alone, so " + (pooled.size() == 1 ? "it takes" : "they take")
                        + " the errors of all series at a step");
    }

    private String names() {
        String shown = pooled.stream().limit(NAMED).collect(Collectors.joining(", "));
        return pooled.size() <= NAMED ? shown : shown + " and " + (pooled.size() - NAMED) + " more";
    }
}
