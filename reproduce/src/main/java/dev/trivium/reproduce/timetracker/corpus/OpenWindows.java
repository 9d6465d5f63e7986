package dev.trivium.reproduce.timetracker.corpus;

import java.util.Arrays;

/** Windows of one open set: a random series, a random place, a random coarser step, at times two of them mixed. Thread-safe. */
final class OpenWindows {

    /** Share of the draws that are a weighted sum of two windows, as TSMixup (Ansari et al., Chronos, 2024). */
    static final double MIXED = 0.15;
    private static final int[] STEPS = {1, 2, 3, 4, 6, 24};
    private static final double[] STEP_WEIGHTS = {0.5, 0.12, 0.1, 0.08, 0.08, 0.12};
    private static final int LEAST_POINTS = 96;
    private static final int TRIES = 12;
    private static final double LEAST_OBSERVED = 0.75;

    private final OpenSet set;

    OpenWindows(OpenSet set) {
        if (set.series().isEmpty()) {
            throw new IllegalArgumentException("set must have a series that is observed and not constant, got none in " + set.name());
        }
        this.set = set;
    }

    void draw(Dice dice, float[] values) {
        float[] window = window(dice, values.length);
        if (dice.chance(MIXED)) {
            mix(window, window(dice, values.length), dice.uniform(0.15, 0.85));
        }
        float sign = dice.chance(0.05) ? -1 : 1;
        Arrays.fill(values, Float.NaN);
        int pad = values.length - window.length;
        for (int t = 0; t < window.length; t++) {
            values[pad + t] = sign * window[t];
        }
    }

    /** {@return at most {@code length} points of one series, at its end of that length; the last of some tries where all are poor} */
    private float[] window(Dice dice, int length) {
        float[] window = new float[0];
        for (int i = 0; i < TRIES; i++) {
            float[] series = set.series().get(dice.integer(set.series().size()));
            int step = STEPS[dice.among(STEP_WEIGHTS)];
            while (step > 1 && series.length / step < Math.min(length, LEAST_POINTS)) {
                step = step == 24 ? 6 : step - 1;
            }
            window = coarser(part(dice, series, (long) length * step), step);
            if (OpenSet.usable(window, LEAST_OBSERVED)) {
                return window;
            }
        }
        // So seldom that it does not matter which: a rainless month of every try.
        return window;
    }

    /** A short series ends anywhere in its last quarter, so that not all draws of it end alike. */
    private static float[] part(Dice dice, float[] series, long wanted) {
        if (wanted >= series.length) {
            return Arrays.copyOfRange(series, 0, series.length - dice.integer(series.length / 4 + 1));
        }
        int from = dice.integer(series.length - (int) wanted + 1);
        return Arrays.copyOfRange(series, from, from + (int) wanted);
    }

    /** Means over {@code step} points; missing where fewer than half of them are there. */
    static float[] coarser(float[] x, int step) {
        if (step == 1) {
            return x;
        }
        float[] means = new float[Math.max(1, x.length / step)];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            int observed = 0;
            for (int t = i * step; t < Math.min(x.length, (i + 1) * step); t++) {
                if (!Float.isNaN(x[t])) {
                    sum += x[t];
                    observed++;
                }
            }
            means[i] = 2 * observed >= step ? (float) (sum / observed) : Float.NaN;
        }
        return means;
    }

    /** Adds another window of any length, both to the scale of the first; where the other has no value, the first stays alone. */
    private static void mix(float[] window, float[] other, double share) {
        double[] one = moments(window);
        double[] two = moments(other);
        if (two[1] == 0 || one[1] == 0) {
            return;
        }
        int shift = other.length - window.length;
        for (int t = 0; t < window.length; t++) {
            float add = t + shift >= 0 ? other[t + shift] : Float.NaN;
            double more = Float.isNaN(add) ? 0 : (add - two[0]) / two[1];
            window[t] = (float) (one[0] + one[1] * (share * (window[t] - one[0]) / one[1] + (1 - share) * more));
        }
    }

    private static double[] moments(float[] x) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (float value : x) {
            if (!Float.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        for (float value : x) {
            squares += Float.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        return new double[] {mean, Math.sqrt(squares / Math.max(1, count))};
    }
}
