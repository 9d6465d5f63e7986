package dev.trivium.evaluation.text;

import dev.trivium.evaluation.metric.Interval;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as a card prints them. */
public final class Figures {

    private static final String UNKNOWN = "-";
    private static final double LEAST_PLAIN = 1e-4;
    private static final double MOST_PLAIN = 1e6;

    private Figures() {
    }

    /** {@return a score with four significant digits; {@code -} for NaN} */
    public static String score(double value) {
        return significant(value, 4);
    }

    /** {@return a score with as many decimals as the smallest of the values it stands among needs for four digits} */
    public static String scoreAmong(double value, double[] values) {
        double[] sizes = Arrays.stream(values).map(Math::abs).filter(size -> size > 0).toArray();
        double smallest = Arrays.stream(sizes).min().orElse(1);
        if (Double.isNaN(value) || smallest < LEAST_PLAIN || Arrays.stream(sizes).max().orElse(1) >= MOST_PLAIN) {
            return score(value);
        }
        return String.format(Locale.ROOT, "%." + decimals(smallest, 4) + "f", value);
    }

    /** {@return such as {@code [0.113, 0.131]}; {@code -} for an unknown one} */
    public static String interval(Interval interval) {
        return interval.known()
                ? "[" + significant(interval.low(), 3) + ", " + significant(interval.high(), 3) + "]" : UNKNOWN;
    }

    /** {@return such as {@code +49.8 %}} */
    public static String skill(double value) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%+.1f %%", 100 * value);
    }

    /** {@return such as {@code 95 %} of a share such as 0.95} */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%s %%", significant(100 * share, 3).replaceFirst("\\.0+$", ""));
    }

    /** {@return the number with so many significant digits; {@code -} for NaN} */
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) {
            return UNKNOWN;
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= MOST_PLAIN || size < LEAST_PLAIN) {
            return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        }
        return String.format(Locale.ROOT, "%." + decimals(size, digits) + "f", value);
    }

    private static int decimals(double size, int digits) {
        return Math.max(0, Math.min(digits + 3, digits - 1 - (int) Math.floor(StrictMath.log10(size))));
    }
}
