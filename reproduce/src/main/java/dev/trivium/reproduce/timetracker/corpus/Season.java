package dev.trivium.reproduce.timetracker.corpus;

import java.util.Arrays;

/** What repeats: profiles over the periods of a rhythm, whose amplitude, phase and working days may change. Variance about one. */
final class Season {

    private Season() {}

    static double[] draw(Dice dice, int length, Rhythm rhythm) {
        double[] x = rhythm.daily() ? days(dice, length, rhythm.main()) : plain(dice, length, rhythm.main());
        if (rhythm.second() > 0 && dice.chance(rhythm.daily() ? 0.25 : 0.7)) {
            Paths.add(x, dice.logUniform(0.1, 1), plain(dice, length, rhythm.second()));
        }
        if (rhythm.year() > 0 && dice.chance(0.45)) {
            addYear(dice, x, rhythm.year());
        }
        if (dice.chance(0.08)) {
            Paths.add(x, dice.logUniform(0.1, 0.7), plain(dice, length, dice.logUniform(4, 300)));
        }
        return x;
    }

    /** One profile over one period, with amplitude and phase that may drift. */
    static double[] plain(Dice dice, int length, double period) {
        Profile profile = period == Rhythm.WEEK && dice.chance(0.6) ? Profile.week(dice) : Profile.draw(dice);
        double[] amplitude = amplitude(dice, length, period);
        double[] phase = phase(dice, length, period);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = amplitude[t] * profile.at(phase[t]);
        }
        return x;
    }

    /** Profiles of a day, with two of seven days unlike the others in many draws, and days off. */
    private static double[] days(Dice dice, int length, double day) {
        Profile work = Profile.draw(dice);
        Profile rest = work;
        double restAmplitude = 1;
        double restLevel = 0;
        switch (dice.among(0.38, 0.24, 0.18, 0.20)) {
            case 1 -> restAmplitude = dice.uniform(0, 1.3);
            case 2 -> rest = work.blended(Profile.draw(dice), dice.uniform(0.3, 1));
            case 3 -> {
                restAmplitude = dice.uniform(0.5, 1.1);
                restLevel = -dice.uniform(0.1, 1.5);
            }
            default -> { }
        }
        double[] phase = phase(dice, length, day);
        double[] amplitude = dice.chance(0.3) ? dayByDay(dice, length, phase) : amplitude(dice, length, day);
        boolean[] off = restDays(dice, (int) (length / day) + 4);
        int first = (int) Math.floor(phase[0]) - 1;
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            int number = Math.max(0, Math.min(off.length - 1, (int) Math.floor(phase[t]) - first));
            x[t] = off[number] ? restLevel + amplitude[t] * restAmplitude * rest.at(phase[t]) : amplitude[t] * work.at(phase[t]);
        }
        return x;
    }

    private static boolean[] restDays(Dice dice, int count) {
        boolean[] off = new boolean[count];
        int weekday = dice.integer(7);
        int long1 = dice.chance(0.9) ? 2 : 1;
        double holiday = dice.chance(0.2) ? dice.uniform(0.01, 0.05) : 0;
        for (int i = 0; i < count; i++) {
            off[i] = (weekday + i) % 7 < long1 || holiday > 0 && dice.chance(holiday);
        }
        return off;
    }

    /** {@return periods since the start, from a random phase; in some draws they wander by a few hundredths} */
    private static double[] phase(Dice dice, int length, double period) {
        double start = dice.uniform(0, 7);
        double[] phase = new double[length];
        for (int t = 0; t < length; t++) {
            phase[t] = start + t / period;
        }
        if (dice.chance(0.2)) {
            Paths.add(phase, dice.logUniform(0.005, 0.06), Paths.smooth(dice, length, Math.max(4, period * dice.logUniform(0.5, 10))));
        }
        return phase;
    }

    private static double[] amplitude(Dice dice, int length, double period) {
        double[] amplitude = new double[length];
        if (dice.chance(0.45)) {
            Arrays.fill(amplitude, 1);
            return amplitude;
        }
        double strength = dice.logUniform(0.03, 0.6);
        double[] slow = Paths.smooth(dice, length, Math.max(3, period * dice.logUniform(0.7, 15)));
        for (int t = 0; t < length; t++) {
            amplitude[t] = Math.exp(strength * slow[t] - 0.5 * strength * strength);
        }
        return amplitude;
    }

    /** Every day its own height: one day tells little of the next. */
    private static double[] dayByDay(Dice dice, int length, double[] phase) {
        double strength = dice.logUniform(0.05, 0.7);
        double[] heights = Paths.autoregressive(dice, (int) (phase[length - 1] - phase[0]) + 4, dice.uniform(0, 0.9));
        int first = (int) Math.floor(phase[0]) - 1;
        double[] amplitude = new double[length];
        for (int t = 0; t < length; t++) {
            // From centre to centre of the days, so that nothing jumps at midnight.
            double place = Math.max(0, Math.min(heights.length - 1.001, phase[t] - 0.5 - first));
            int cell = (int) place;
            double height = heights[cell] + (place - cell) * (heights[cell + 1] - heights[cell]);
            amplitude[t] = Math.exp(strength * height - 0.5 * strength * strength);
        }
        return amplitude;
    }

    private static void addYear(Dice dice, double[] x, double year) {
        double size = dice.logUniform(0.2, 3);
        double phase = dice.uniform(0, 2 * Math.PI);
        Paths.addWave(x, size, 2 * Math.PI / year, phase);
        if (dice.chance(0.4)) {
            Paths.addWave(x, size * dice.uniform(0, 0.5), 4 * Math.PI / year, dice.uniform(0, 2 * Math.PI));
        }
    }
}
