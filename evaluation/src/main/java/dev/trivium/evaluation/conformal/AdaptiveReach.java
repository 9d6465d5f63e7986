package dev.trivium.evaluation.conformal;

import java.util.Arrays;

/**
 * One threshold of scores that follows drift: the level at which it is read off the newest scores is moved by every miss of an interval that was
 * given.
 *
 * <p>Adaptive conformal inference: α ← α + γ (α* − miss) (Gibbs and Candès 2021, eq. 2).
 */
final class AdaptiveReach {

    private static final double STEP = 0.02; // chosen on rows before the test parts of ETTh1, ETTh2, weather and exchange rates

    private static final double MOST_STRETCH = 4;

    private final double target;
    private final double step;
    private final double[] byAge;
    private final double[] sorted;
    private double level;
    private int oldest;

    /**
     * A threshold that begins at the split-conformal one.
     *
     * @param miss  share of scores that may exceed it, in (0, 1)
     * @param scores the newest last; finite; as many are remembered
     * @param delay points from a threshold to its outcome, at least 1: a miss is answered that much later, so the answer must be gentler
     */
    AdaptiveReach(double miss, double[] scores, int delay) {
        target = miss;
        level = miss;
        step = STEP / Math.sqrt(delay);
        byAge = scores.clone();
        sorted = scores.clone();
        Arrays.sort(sorted);
    }

    /** {@return the level now: the share of scores that it aims to let through} */
    double level() {
        return level;
    }

    /**
     * {@return the threshold for the next score: always finite; where the level asks for more than the newest scores hold, their largest, stretched by
     * their range for every target below zero}
     */
    double threshold() {
        double largest = sorted[sorted.length - 1];
        if (level < 0) {
            return Math.min(Double.MAX_VALUE, largest + (largest - sorted[0]) * (-level / target));
        }
        double rank = Math.ceil((sorted.length + 1) * (1 - level) - 1e-9);
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /** Learns a score that has come to light, and whether the threshold that had been given for it was exceeded. */
    void observe(double score, boolean missed) {
        level = Math.max(-MOST_STRETCH * target, Math.min(1, level + step * (target - (missed ? 1 : 0))));
        remember(score);
    }

    /** Puts the score into the place of the oldest. */
    private void remember(double score) {
        int out = Arrays.binarySearch(sorted, byAge[oldest]);
        int in = Arrays.binarySearch(sorted, score);
        in = in < 0 ? -in - 1 : in;
        if (in > out) {
            System.arraycopy(sorted, out + 1, sorted, out, in - out - 1);
            sorted[in - 1] = score;
        } else {
            System.arraycopy(sorted, in, sorted, in + 1, out - in);
            sorted[in] = score;
        }
        byAge[oldest] = score;
        oldest = (oldest + 1) % byAge.length;
    }
}
