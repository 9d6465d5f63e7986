package dev.trivium.reproduce.timetracker.corpus;

import java.util.Arrays;

/** How a standardised series is observed: unit and level, sign, a start that may come late, gaps. */
final class Observation {

    static final double MISSING_CHANCE = 0.12;
    static final double LATE_CHANCE = 0.1;
    private static final double MOST_MISSING = 0.15;
    private static final double SMALLEST_SCALE = 1e-3;
    private static final double LARGEST_SCALE = 1e6;

    private Observation() {}

    static void write(Dice dice, double[] x, float[] values) {
        double scale = dice.logUniform(SMALLEST_SCALE, LARGEST_SCALE);
        double offset = switch (dice.among(0.4, 0.3, 0.1, 0.2)) {
            case 0 -> -Disturbance.least(x);
            case 1 -> 2 * dice.normal();
            case 2 -> 0;
            default -> dice.sign() * dice.logUniform(3, 200);
        };
        double sign = dice.chance(0.08) ? -1 : 1;
        for (int t = 0; t < values.length; t++) {
            values[t] = (float) (scale * (offset + sign * x[t]));
        }
        gaps(dice, values);
        late(dice, values);
    }

    /** Missing points and blocks, at most 15 % of the values, in some draws. */
    private static void gaps(Dice dice, float[] values) {
        if (!dice.chance(MISSING_CHANCE)) {
            return;
        }
        int left = (int) (values.length * dice.logUniform(0.005, MOST_MISSING));
        double block = dice.chance(0.5) ? 1 : dice.logUniform(2, 60);
        while (left > 0) {
            int from = dice.integer(values.length);
            int count = Math.min(left, Math.min(values.length - from, 1 + (int) (block * dice.exponential())));
            Arrays.fill(values, from, from + count, Float.NaN);
            left -= count;
        }
    }

    /** No values before a start, in some draws: short histories. */
    private static void late(Dice dice, float[] values) {
        if (dice.chance(LATE_CHANCE)) {
            Arrays.fill(values, 0, (int) (values.length * dice.uniform(0.05, 0.85)), Float.NaN);
        }
    }
}
