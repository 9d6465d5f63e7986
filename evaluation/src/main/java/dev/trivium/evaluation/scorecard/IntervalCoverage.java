package dev.trivium.evaluation.scorecard;

import dev.trivium.evaluation.conformal.CoverageRow;
import java.util.List;

/**
 * How many values fell into a method's intervals of one share. Shares are means over the seeds; a value counts once, however many seeds
 * there are.
 *
 * @param variant how the intervals came about, such as {@code fixed} or {@code adaptive}
 * @param nominal the share that they are to hold
 * @param overall over all steps and series; width in standard deviations of the series
 * @param groups  over runs of steps, such as {@code steps 2-24}; width likewise
 * @param steps   over every step by itself, without a confidence interval; width likewise
 * @param series  over every series; width in the unit of the data
 */
public record IntervalCoverage(String variant, double nominal, CoverageRow overall, List<CoverageRow> groups, List<CoverageRow> steps,
                               List<CoverageRow> series) {

    /** Copies the lists. */
    public IntervalCoverage {
        groups = List.copyOf(groups);
        steps = List.copyOf(steps);
        series = List.copyOf(series);
    }
}
