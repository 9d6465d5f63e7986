package dev.trivium.evaluation.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers along an axis. */
public final class ValueTicks {

    private ValueTicks() {
    }

    /** {@return multiples of 1, 2 or 5 × a power of ten in the range, at most {@code most} of them (at least 2)} */
    public static List<Tick> of(Range range, int most) {
        return of(range, most, 0);
    }

    /** {@return the same, but whole numbers only} */
    public static List<Tick> whole(Range range, int most) {
        return of(range, most, 1);
    }

    private static List<Tick> of(Range range, int most, double leastStep) {
        double step = step(Math.max(leastStep, (range.high() - range.low()) / Math.max(2, most)));
        while (last(range, step) - first(range, step) + 1 > Math.max(2, most)) {
            step = step(step * 1.5);
        }
        List<Tick> ticks = new ArrayList<>();
        double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        for (long k = first(range, step); k <= last(range, step); k++) {
            ticks.add(new Tick(k * step, label(k, step, largest), ""));
        }
        return ticks;
    }

    private static long first(Range range, double step) {
        return (long) Math.ceil(range.low() / step - 1e-9);
    }

    private static long last(Range range, double step) {
        return (long) Math.floor(range.high() / step + 1e-9);
    }

    /** {@return the least of 1, 2, 5 × a power of ten that is not below {@code least}} */
    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String label(long k, double step, double largest) {
        if (k == 0) {
            return "0";
        }
        int decimals = (int) Math.ceil(-StrictMath.log10(step) - 1e-9); // of a plain number
        int digits = (int) Math.floor(StrictMath.log10(largest)) + decimals; // after the first one
        if ((largest >= 1e7 || largest < 1e-3) && digits <= 4) {
            return String.format(Locale.ROOT, "%." + Math.max(0, digits) + "e", k * step).replaceFirst("e\\+?(-?)0?", "e$1");
        }
        return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", k * step);
    }
}
