package dev.trivium.timeseries.interval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the ends of the intervals of several shares stand before they are moved, and after: as quantiles.
 *
 * @param shares rising within (0, 1)
 */
record Bands(List<Double> shares) {

    private static final double SAME = 1e-9;

    Bands {
        double before = 0;
        for (double share : shares) {
            if (!(share > before && share < 1)) {
                throw new IllegalArgumentException("shares must rise within (0, 1), got " + shares);
            }
            before = share;
        }
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("shares must hold at least one share, got none");
        }
        shares = List.copyOf(shares);
    }

    /** {@return the levels of the ends, rising: of 80 % and 95 % these are 0.025, 0.1, 0.9, 0.975} */
    List<Double> levels() {
        List<Double> levels = new ArrayList<>();
        for (int q = shares.size() - 1; q >= 0; q--) {
            levels.add(half(BigDecimal.ONE.subtract(BigDecimal.valueOf(shares.get(q)))));
        }
        for (double share : shares) {
            levels.add(half(BigDecimal.ONE.add(BigDecimal.valueOf(share))));
        }
        return levels;
    }

    private static double half(BigDecimal number) {
        return number.divide(BigDecimal.valueOf(2)).doubleValue(); // exact: half of 1 - 0.8 is 0.1
    }

    int low(int share) {
        return shares.size() - 1 - share;
    }

    int high(int share) {
        return shares.size() + share;
    }

    /**
     * {@return for every share the places of the two quantiles of a model that lie nearest to its ends; empty for a model that has no two levels
     * evenly about its median}
     */
    List<int[]> nearest(List<Double> levels) {
        List<int[]> pairs = new ArrayList<>();
        for (int q = 0; q < levels.size(); q++) {
            for (int r = q + 1; r < levels.size(); r++) {
                if (Math.abs(levels.get(q) + levels.get(r) - 1) < SAME) {
                    pairs.add(new int[] {q, r});
                }
            }
        }
        if (pairs.isEmpty()) {
            return List.of();
        }
        List<int[]> nearest = new ArrayList<>();
        for (double share : shares) {
            int[] best = pairs.get(0);
            for (int[] pair : pairs) {
                if (distance(levels, pair, share) < distance(levels, best, share)) {
                    best = pair;
                }
            }
            nearest.add(best);
        }
        return nearest;
    }

    private static double distance(List<Double> levels, int[] pair, double share) {
        return Math.abs(levels.get(pair[1]) - levels.get(pair[0]) - share);
    }

    String text() {
        List<String> texts = new ArrayList<>();
        shares.forEach(share -> texts.add(String.format(Locale.ROOT, "%s %%",
                BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString())));
        return String.join(", ", texts);
    }
}
