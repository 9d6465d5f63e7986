package dev.trivium.evaluation.conformal;

import java.util.List;

/** Shares of truths that intervals are to hold. */
final class Shares {

    private static final int MOST = 100;

    private Shares() {}

    static void require(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
    }

    /** {@return the shares, checked} */
    static List<Double> require(List<Double> shares) {
        double before = 0;
        for (double share : shares) {
            if (!(share > before && share < 1)) {
                throw new IllegalArgumentException("shares must rise within (0, 1), got " + shares);
            }
            before = share;
        }
        if (shares.isEmpty() || shares.size() > MOST) {
            throw new IllegalArgumentException("shares must be between 1 and " + MOST + " numbers, got " + shares.size());
        }
        return List.copyOf(shares);
    }

    static int index(List<Double> shares, double share) {
        int index = shares.indexOf(share);
        if (index < 0) {
            throw new IllegalArgumentException("share must be one of " + shares + ", got " + share);
        }
        return index;
    }
}
