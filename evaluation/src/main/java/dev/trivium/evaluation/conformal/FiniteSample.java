package dev.trivium.evaluation.conformal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Which of n sorted scores a next one, exchangeable with them, exceeds with probability 1 − share at most: the ceil((n + 1) share)-th. */
final class FiniteSample {

    private FiniteSample() {}

    /** {@return the rank, from 1; n + 1 where no score is large enough} */
    static int rank(int n, BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(n + 1L)).setScale(0, RoundingMode.CEILING).intValueExact(); // in binary, 20 · 0.95 is above 19
    }

    /** {@return the fewest scores of which one is large enough: the least n with (n + 1) share at most n} */
    static int fewest(BigDecimal share) {
        BigDecimal fewest = share.divide(BigDecimal.ONE.subtract(share), 0, RoundingMode.CEILING);
        return fewest.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
    }

    /** {@return the score of that rank} */
    static double quantile(double[] scores, BigDecimal share) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return sorted[rank(sorted.length, share) - 1];
    }
}
