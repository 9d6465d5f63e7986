package dev.trivium.evaluation.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Straight lines over the border of two parts in a column that is bent everywhere else: a gap that was interpolated before the file was written, so that
 * rows before the border tell of the values behind it. Lines are straight to the last digit that the column has. Level stretches, columns that
 * often are straight, and columns that bend by little more than their last digit are passed over.
 */
final class StraightBorders {

    private static final int SHORTEST = 8;
    private static final double MOST_STRAIGHT = 0.2;
    /** How many times the rounding a column usually bends, at least. */
    private static final double BENT = 10;
    /** Three rounded values of a line bend by at most two of the last digit. */
    private static final double ROUNDED = 2.2;
    private static final int MOST_DIGITS = 9;

    private StraightBorders() {}

    static List<String> found(SeriesRows rows) {
        List<String> found = new ArrayList<>();
        for (int s = 0; s < rows.width(); s++) {
            double[] values = rows.column(s);
            double rounding = ROUNDED * lastDigit(values);
            double[] bends = bends(values);
            double[] told = Arrays.stream(bends).filter(bend -> !Double.isNaN(bend)).sorted().toArray();
            long straight = Arrays.stream(told).filter(bend -> bend <= rounding).count();
            if (told.length < SHORTEST || told[told.length / 2] <= BENT * rounding || straight > MOST_STRAIGHT * told.length) {
                continue;
            }
            for (int border = 2; border < rows.rows() - 1; border++) {
                if (rows.part(border) != rows.part(border - 1) && rows.part(border) != RowPart.NONE && rows.part(border - 1) != RowPart.NONE) {
                    line(rows, s, values, bends, border, rounding, found);
                }
            }
        }
        return found;
    }

    private static void line(SeriesRows rows, int s, double[] values, double[] bends, int border, double rounding, List<String> found) {
        int from = border - 1;
        while (from > 0 && bends[from] <= rounding) {
            from--;
        }
        int last = border;
        while (last < values.length - 1 && bends[last] <= rounding) {
            last++;
        }
        boolean across = from < border - 1 && last > border && last - from + 1 >= SHORTEST;
        if (across && Math.abs(values[last] - values[from]) > BENT * rounding) {
            found.add(rows.name(s) + " lies on a straight line over " + rows.stretch(from, last + 1) + ", across the first row of "
                    + rows.part(border).name().toLowerCase(java.util.Locale.ROOT) + ", and nowhere else so; interpolated over a gap?");
        }
    }

    private static double[] bends(double[] values) {
        double[] bends = new double[values.length];
        Arrays.fill(bends, Double.NaN);
        for (int t = 1; t + 1 < values.length; t++) {
            bends[t] = Math.abs(values[t - 1] - 2 * values[t] + values[t + 1]);
        }
        return bends;
    }

    private static double lastDigit(double[] values) {
        double unit = 1;
        for (int digits = 0; digits <= MOST_DIGITS; digits++, unit /= 10) {
            double one = unit;
            if (Arrays.stream(values).filter(value -> !Double.isNaN(value)).allMatch(value -> Math.abs(value / one - Math.rint(value / one)) < 1e-5)) {
                return unit;
            }
        }
        return unit;
    }
}
