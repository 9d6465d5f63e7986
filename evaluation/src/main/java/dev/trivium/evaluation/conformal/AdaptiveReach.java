package dev.trivium.evaluation.conformal;

import java.util.Arrays;

/**
 * One threshold of scores that follows drift: the level at which it is read off the newest scores is moved by every miss.
 *
 * <p>Adaptive conformal inference, α ← α + γ (α* − miss) (Gibbs and Candès 2021, eq. 2), run for several step sizes γ at once and averaged by
 * how well each did of late (DtACI: Gibbs and Candès 2024, Algorithm 1, with the mean in place of a draw).
 */
final class AdaptiveReach {

    private static final double[] STEPS = {0.001, 0.002, 0.004, 0.008, 0.016, 0.032, 0.064, 0.128};
    private static final double SPAN = 500; // over how many points the steps compete: the authors' choice

    private final double target;
    private final double eta;
    private final double[] levels = new double[STEPS.length];
    private final double[] weights = new double[STEPS.length];
    private final double[] byAge;
    private final double[] sorted;
    private int oldest;

    /**
     * A threshold that begins at the split-conformal one.
     *
     * @param miss  share of scores that may exceed it, in (0, 1)
     * @param scores the newest last; finite; as many are remembered
     */
    AdaptiveReach(double miss, double[] scores) {
        target = miss;
        eta = Math.sqrt(3 / SPAN) * Math.sqrt((Math.log(STEPS.length * SPAN) + 2) / ((1 - miss) * (1 - miss) * miss * miss));
        Arrays.fill(levels, miss);
        Arrays.fill(weights, 1.0 / STEPS.length);
        byAge = scores.clone();
        sorted = scores.clone();
        Arrays.sort(sorted);
    }

    /** {@return the level now: the share of scores that it aims to let through} */
    double level() {
        double level = 0;
        for (int k = 0; k < STEPS.length; k++) {
            level += weights[k] * levels[k];
        }
        return level;
    }

    /** {@return the threshold for the next score: always finite; where the level asks for more than was ever seen, the largest of the newest scores} */
    double threshold() {
        double rank = Math.ceil((sorted.length + 1) * (1 - level()) - 1e-9);
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1, rank - 1))];
    }

    /** Learns a score that has come to light. */
    void observe(double score) {
        int atLeast = sorted.length - firstAtLeast(score);
        double beta = (atLeast + 1.0) / (sorted.length + 1.0); // the largest level whose threshold would have held it
        double sum = 0;
        for (int k = 0; k < STEPS.length; k++) {
            double loss = target * (beta - levels[k]) - Math.min(0, beta - levels[k]);
            weights[k] *= Math.exp(-eta * loss);
            sum += weights[k];
            levels[k] += STEPS[k] * (target - (levels[k] > beta ? 1 : 0));
        }
        double mixed = 1 / (2 * SPAN);
        for (int k = 0; k < STEPS.length; k++) {
            weights[k] = (1 - mixed) * weights[k] / sum + mixed / STEPS.length;
        }
        remember(score);
    }

    private int firstAtLeast(double score) {
        int at = Arrays.binarySearch(sorted, score);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == score) {
            at--;
        }
        return at;
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
