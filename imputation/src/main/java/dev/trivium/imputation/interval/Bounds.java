package dev.trivium.imputation.interval;

import dev.trivium.evaluation.conformal.CalibrationPoints;
import dev.trivium.evaluation.conformal.ConformalIntervals;
import dev.trivium.evaluation.conformal.Tails;
import dev.trivium.evaluation.metric.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What is added to an estimate, in scales of its series, at several levels.
 *
 * @param cells how many residuals it was taken from
 * @param lower at most 0, one for each level
 * @param upper at least 0, one for each level
 */
record Bounds(int cells, List<Double> lower, List<Double> upper) {

    Bounds {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
        if (cells < 1 || lower.size() != upper.size() || !lower.stream().allMatch(v -> v <= 0 && Double.isFinite(v))
                || !upper.stream().allMatch(v -> v >= 0 && Double.isFinite(v))) {
            throw new IllegalArgumentException("bounds must be of a cell or more, finite, lower at most 0 and upper at least, got " + cells
                    + " cells, " + lower + ", " + upper);
        }
    }

    /**
     * {@return the smallest interval that a next residual leaves on either side with probability (1 − level) / 2 at most} Of a level for which the
     * residuals are too few, it holds all of them.
     */
    static Bounds of(double[] residuals, List<Double> levels) {
        List<Double> possible = levels.stream().filter(level -> Tails.APART.fewest(level) <= residuals.length).toList();
        Interval all = new Interval(DoubleStream.of(residuals).min().orElseThrow(), DoubleStream.of(residuals).max().orElseThrow());
        List<Interval> reach = new ArrayList<>();
        if (!possible.isEmpty()) {
            ConformalIntervals fitted = ConformalIntervals.fit(CalibrationPoints.of(new double[residuals.length], residuals), possible,
                    Tails.APART);
            possible.forEach(level -> reach.add(fitted.interval(level, 0)));
        }
        levels.stream().skip(possible.size()).forEach(level -> reach.add(all));
        return new Bounds(residuals.length, reach.stream().map(each -> Math.min(0, each.low())).toList(),
                reach.stream().map(each -> Math.max(0, each.high())).toList());
    }
}
