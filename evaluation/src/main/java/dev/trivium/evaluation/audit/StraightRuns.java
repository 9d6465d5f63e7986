package dev.trivium.evaluation.audit;

import java.util.Locale;

/** Stretches in which a column climbs or falls by the same step, as interpolation over a gap leaves them. */
final class StraightRuns {

    private static final int SHORTEST = 6;
    private static final double ROUNDING = 1e-9;

    private StraightRuns() {}

    static Check check(SeriesRows rows) {
        long stretches = 0;
        long cells = 0;
        long tested = 0;
        for (int s = 0; s < rows.width(); s++) {
            for (int from = 0; from + 2 < rows.rows();) {
                int to = end(rows, s, from);
                if (to - from >= SHORTEST) {
                    stretches++;
                    cells += to - from;
                    for (int t = from; t < to; t++) {
                        tested += rows.isTest(t) ? 1 : 0;
                    }
                }
                from = Math.max(from + 1, to - 1);
            }
        }
        return Check.of(CheckName.STRAIGHT_STRETCHES, String.format(Locale.ROOT, "%,d stretches of %d and more rows on a straight line that is not level"
                + ", %,d cells, %,d of them in test rows%s", stretches, SHORTEST, cells, tested,
                tested == 0 ? "" : "; if these are interpolated gaps, scores there are those of the interpolation"), StraightBorders.found(rows));
    }

    /** {@return the row after the straight stretch that begins at a row} */
    private static int end(SeriesRows rows, int s, int from) {
        double step = rows.value(from + 1, s) - rows.value(from, s);
        double size = Math.abs(rows.value(from, s)) + Math.abs(step);
        int to = from + 2;
        if (Double.isNaN(step) || Math.abs(step) <= ROUNDING * size) {
            return to;
        }
        while (to < rows.rows() && Math.abs(rows.value(to, s) - rows.value(to - 1, s) - step) <= ROUNDING * size) {
            to++;
        }
        return to;
    }
}
