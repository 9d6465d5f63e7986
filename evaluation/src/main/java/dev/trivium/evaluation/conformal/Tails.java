package dev.trivium.evaluation.conformal;

import java.math.BigDecimal;
import java.util.Locale;

/** How the misses of an interval are counted. */
public enum Tails {

    /** Misses on both sides together: both ends move by the same amount. Needs half as many points, and stands a bias that changes its sign. */
    TOGETHER,

    /** Half of the misses on either side: each end moves by an amount of its own, so that intervals of skewed errors are skewed. */
    APART;

    /** {@return the share that one tail must leave inside, as a decimal} */
    BigDecimal inside(double share) {
        BigDecimal exact = BigDecimal.valueOf(share);
        return this == TOGETHER ? exact : exact.add(BigDecimal.ONE).divide(BigDecimal.valueOf(2));
    }

    /**
     * {@return the fewest points from which an interval of that share can be given: 19 for 95 % together, 39 apart}
     *
     * @param share in (0, 1)
     */
    public int fewest(double share) {
        Shares.require(share);
        return FiniteSample.fewest(inside(share));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Tails of(Object word) {
        for (Tails tails : values()) {
            if (tails.word().equals(word)) {
                return tails;
            }
        }
        throw new IllegalArgumentException("must be together or apart, got " + Described.shown(word));
    }
}
