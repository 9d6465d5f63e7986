package dev.trivium.reproduce.timetracker.corpus;

import java.util.Arrays;

/**
 * The shape of one period: a table over its phase, read with linear interpolation. Mean 0 and variance 1 over the period, except those that
 * {@link #raw} keeps.
 */
final class Profile {

    private static final int CELLS = 192;

    private final double[] table;

    private Profile(double[] table) {
        this.table = table;
    }

    /** {@return any shape; few harmonics, and working days, are the most frequent} */
    static Profile draw(Dice dice) {
        double[] table = switch (dice.among(0.38, 0.14, 0.16, 0.10, 0.08, 0.08, 0.06)) {
            case 0 -> harmonics(dice, dice.integer(1, 5), dice.uniform(0.7, 2));
            case 1 -> plateau(dice);
            case 2 -> bumps(dice, dice.integer(2, 3));
            case 3 -> daylight(dice, dice.uniform(0.3, 0.65), dice.uniform(0.7, 1.8));
            case 4 -> harmonics(dice, dice.integer(6, 16), dice.uniform(0.3, 1));
            case 5 -> bumps(dice, 1);
            default -> sawtooth(dice);
        };
        return new Profile(Paths.standardise(shifted(table, dice.integer(CELLS))));
    }

    /** {@return one smooth wave with a weaker second and third harmonic, like a temperature over a day} */
    static Profile gentle(Dice dice) {
        return new Profile(Paths.standardise(shifted(harmonics(dice, 3, 2), dice.integer(CELLS))));
    }

    /** {@return daylight: 0 at night, not standardised, 1 at noon} */
    static Profile sun(Dice dice) {
        return new Profile(daylight(dice, dice.uniform(0.35, 0.65), dice.uniform(0.9, 1.6)));
    }

    /** {@return seven steps: five days alike, two unlike them} */
    static Profile week(Dice dice) {
        double[] days = new double[7];
        double spread = dice.logUniform(0.03, 0.5);
        double weekend = dice.sign() * dice.logUniform(0.3, 2);
        double second = dice.uniform(0.3, 1.2);
        for (int day = 0; day < 7; day++) {
            days[day] = spread * dice.normal() + (day == 5 ? weekend : day == 6 ? second * weekend : 0);
        }
        double[] table = new double[CELLS];
        Arrays.setAll(table, i -> days[7 * i / CELLS]);
        return new Profile(Paths.standardise(shifted(table, dice.integer(CELLS))));
    }

    /** @param period periods since any start, of any sign
     *  @return the value at that phase */
    double at(double period) {
        double place = (period - Math.floor(period)) * CELLS;
        int cell = (int) place;
        double share = place - cell;
        int from = cell >= CELLS ? 0 : cell;
        int to = from + 1 == CELLS ? 0 : from + 1;
        return table[from] + share * (table[to] - table[from]);
    }

    /** {@return the mean of two shapes by their shares, not standardised again} */
    Profile blended(Profile other, double share) {
        double[] mix = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            mix[i] = (1 - share) * table[i] + share * other.table[i];
        }
        return new Profile(mix);
    }

    private static double[] shifted(double[] table, int by) {
        double[] moved = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            moved[(i + by) % CELLS] = table[i];
        }
        return moved;
    }

    private static double[] harmonics(Dice dice, int count, double decay) {
        double[] table = new double[CELLS];
        for (int k = 1; k <= count; k++) {
            Paths.addWave(table, dice.normal() * Math.pow(k, -decay), 2 * Math.PI * k / CELLS, dice.uniform(0, 2 * Math.PI));
        }
        if (count == 1) {
            Paths.addWave(table, 1, 2 * Math.PI / CELLS, dice.uniform(0, 2 * Math.PI));
        }
        return table;
    }

    /** Day and night: two levels with ramps between them, at times with a lunch break. */
    private static double[] plateau(Dice dice) {
        double width = dice.uniform(0.15, 0.7);
        double rise = dice.logUniform(0.005, 0.15);
        double fall = dice.logUniform(0.005, 0.15);
        double dip = dice.chance(0.3) ? dice.uniform(0.1, 0.6) : 0;
        double slope = dice.chance(0.4) ? dice.uniform(-0.5, 0.5) : 0;
        double[] table = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double phase = (double) i / CELLS;
            double up = step((phase - 0.15) / rise) * (1 - step((phase - 0.15 - width) / fall));
            double lunch = dip > 0 ? 1 - dip * bump(phase - 0.15 - width / 2, 0.03) : 1;
            table[i] = up * lunch * (1 + slope * phase);
        }
        return table;
    }

    private static double step(double x) {
        return x < -0.5 ? 0 : x > 0.5 ? 1 : x + 0.5;
    }

    private static double bump(double distance, double width) {
        double near = distance - Math.rint(distance);
        return Math.exp(-0.5 * near * near / (width * width));
    }

    /** Peaks of their own width and height, as morning and evening traffic, over a day and night wave. */
    private static double[] bumps(Dice dice, int count) {
        double[] table = new double[CELLS];
        double place = dice.uniform();
        double wave = dice.chance(0.5) ? dice.uniform(0, 0.6) : 0;
        for (int k = 0; k < count; k++) {
            double width = dice.logUniform(0.015, 0.12);
            double height = dice.uniform(0.3, 1);
            for (int i = 0; i < CELLS; i++) {
                table[i] += height * bump((double) i / CELLS - place, width);
            }
            place += dice.uniform(0.2, 0.5);
        }
        Paths.addWave(table, wave, 2 * Math.PI / CELLS, -2 * Math.PI * (place - 0.4));
        return table;
    }

    private static double[] daylight(Dice dice, double length, double power) {
        double[] table = new double[CELLS];
        double start = 0.5 - length / 2 + dice.uniform(-0.05, 0.05);
        for (int i = 0; i < CELLS; i++) {
            double hour = ((double) i / CELLS - start) / length;
            table[i] = hour > 0 && hour < 1 ? Math.pow(Math.sin(Math.PI * hour), power) : 0;
        }
        return table;
    }

    private static double[] sawtooth(Dice dice) {
        double turn = dice.uniform(0.03, 0.97);
        double[] table = new double[CELLS];
        Arrays.setAll(table, i -> {
            double phase = (double) i / CELLS;
            return phase < turn ? phase / turn : (1 - phase) / (1 - turn);
        });
        return table;
    }
}
