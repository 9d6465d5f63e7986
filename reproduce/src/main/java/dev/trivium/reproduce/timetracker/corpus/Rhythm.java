package dev.trivium.reproduce.timetracker.corpus;

/**
 * The periods that a sampling step brings with it, in points.
 *
 * @param main   the shortest calendar period of the step: a day below a day, a week for a daily step, a year for longer ones
 * @param second the next period, 0 without one
 * @param year   the year, 0 where it is the main one or none
 * @param daily  whether the main period is a day, so that days of a week differ
 */
record Rhythm(double main, double second, double year, boolean daily) {

    /** Steps of a day in a week. */
    static final double WEEK = 7;

    private static final double[] STEPS_A_DAY = {288, 144, 96, 48, 24};
    private static final double[] STEP_WEIGHTS = {0.06, 0.13, 0.19, 0.07, 0.30};

    /** {@return a sampling step of a day and shorter in most draws, then daily, weekly, monthly, quarterly, and without a calendar} */
    static Rhythm draw(Dice dice) {
        return switch (dice.among(0.75, 0.09, 0.05, 0.02, 0.01, 0.08)) {
            case 0 -> withinDay(dice);
            case 1 -> new Rhythm(WEEK, dice.chance(0.5) ? 30.44 : 0, 365.25, false);
            case 2 -> new Rhythm(52.18, dice.chance(0.2) ? 26.09 : 0, 0, false);
            case 3 -> new Rhythm(12, 0, 0, false);
            case 4 -> new Rhythm(4, 0, 0, false);
            default -> free(dice);
        };
    }

    /** {@return a step of five minutes to an hour} */
    static Rhythm withinDay(Dice dice) {
        double day = STEPS_A_DAY[dice.among(STEP_WEIGHTS)];
        return new Rhythm(day, WEEK * day, 365.25 * day, true);
    }

    private static Rhythm free(Dice dice) {
        double main = dice.logUniform(4, 400);
        main = dice.chance(0.7) ? Math.rint(main) : main;
        double second = dice.chance(0.4) ? main * dice.integer(2, 12) : dice.chance(0.3) ? dice.logUniform(4, 700) : 0;
        return new Rhythm(main, second, 0, false);
    }
}
