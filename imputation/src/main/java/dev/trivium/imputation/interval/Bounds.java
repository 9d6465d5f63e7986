package dev.trivium.imputation.interval;

import java.util.Arrays;
import java.util.List;

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

    /** {@return the smallest interval that a next residual leaves on either side with probability (1 − level) / 2 at most} */
    static Bounds of(double[] residuals, List<Double> levels) {
        double[] sorted = residuals.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        List<Double> lower = levels.stream().map(level -> Math.min(0, sorted[n - rank(n, level)])).toList();
        List<Double> upper = levels.stream().map(level -> Math.max(0, sorted[rank(n, level) - 1])).toList();
        return new Bounds(n, lower, upper);
    }

    /** ceil((n + 1) (1 − a)) with a half of what the interval may miss; the largest residual where there are too few. */
    private static int rank(int n, double level) {
        return (int) Math.min(n, Math.ceil((n + 1) * (0.5 + level / 2) - 1e-9));
    }
}
