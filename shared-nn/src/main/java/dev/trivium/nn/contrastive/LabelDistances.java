package dev.trivium.nn.contrastive;

import java.util.Arrays;

/**
 * How far apart the labels of a task are, as {@link WeightedContrast} needs to know it; in units of the labels.
 *
 * @param median Θ, the lower median of |y_i − y_j| over all ordered pairs, those with i = j included; above 0
 * @param range R, the largest label minus the smallest; above {@code median}
 */
public record LabelDistances(double median, double range) {

    /** Checks both. */
    public LabelDistances {
        if (!(median > 0)) {
            throw new IllegalArgumentException("median must be above 0, got " + median);
        }
        if (!(range > median && range < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("range must be finite and above median=" + median + ", got " + range);
        }
    }

    /**
     * Measures labels, in O(N log N) time.
     *
     * @param labels of the training set, in the units in which the loss will see them; NaN where not known
     * @throws IllegalArgumentException if fewer than two labels are known, or if the median is 0 because half of all pairs are equal
     */
    public static LabelDistances of(double... labels) {
        double[] sorted = Arrays.stream(labels).filter(label -> !Double.isNaN(label)).sorted().toArray();
        if (sorted.length < 2) {
            throw new IllegalArgumentException("labels must hold at least 2 known ones, got " + sorted.length);
        }
        double range = sorted[sorted.length - 1] - sorted[0];
        return new LabelDistances(median(sorted, range), range);
    }

    /** Bisects over the bit patterns of numbers from 0 to the range, which are in the order of the numbers: the result is exact. */
    private static double median(double[] sorted, double range) {
        long count = sorted.length;
        long wanted = (count * count - 1) / 2 + 1;
        long low = 0;
        long high = Double.doubleToLongBits(range);
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (pairsWithin(sorted, Double.longBitsToDouble(middle)) >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Double.longBitsToDouble(high);
    }

    private static long pairsWithin(double[] sorted, double distance) {
        long unordered = 0;
        int from = 0;
        for (int to = 0; to < sorted.length; to++) {
            while (sorted[to] - sorted[from] > distance) {
                from++;
            }
            unordered += to - from;
        }
        return 2 * unordered + sorted.length;
    }
}
