package dev.trivium.reproduce.timetracker.corpus;

/** What a weather or air-quality station measures, over steps of five minutes to an hour: days, passing fronts, clouds, showers. */
final class WeatherFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        double day = Rhythm.withinDay(dice).main();
        return switch (dice.among(0.28, 0.14, 0.13, 0.12, 0.12, 0.05, 0.04, 0.12)) {
            case 0 -> temperature(dice, length, day);
            case 1 -> pressure(dice, length, day);
            case 2 -> humidity(dice, length, day);
            case 3 -> sun(dice, length, day);
            case 4 -> wind(dice, length, day);
            case 5 -> rain(dice, length, day);
            case 6 -> direction(dice, length, day);
            default -> pollution(dice, length, day);
        };
    }

    /** Year, fronts that last days, and a daily wave whose height follows the sky. */
    private static double[] temperature(Dice dice, int length, double day) {
        double[] x = Paths.smooth(dice, length, day * dice.logUniform(0.4, 2.5));
        Paths.add(x, dice.logUniform(0.1, 0.8), Paths.ornstein(dice, length, day * dice.logUniform(0.1, 1)));
        Paths.add(x, dice.logUniform(0.15, 2), daily(dice, length, day, 0.5));
        Paths.addWave(x, dice.logUniform(0.5, 3), 2 * Math.PI / (365.25 * day), dice.uniform(0, 2 * Math.PI));
        Paths.add(x, dice.logUniform(0.003, 0.1), Paths.white(dice, length));
        return x;
    }

    private static double[] daily(Dice dice, int length, double day, double change) {
        Profile profile = Profile.gentle(dice);
        double[] sky = Paths.smooth(dice, length, day * dice.uniform(0.4, 2));
        double start = dice.uniform();
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = Math.max(0.05, 1 + change * sky[t]) * profile.at(start + t / day);
        }
        return x;
    }

    private static double[] pressure(Dice dice, int length, double day) {
        double[] x = Paths.smooth(dice, length, day * dice.logUniform(0.5, 3));
        Paths.add(x, dice.logUniform(0.02, 0.3), daily(dice, length, day / (dice.chance(0.6) ? 2 : 1), 0.2));
        Paths.add(x, dice.logUniform(0.003, 0.05), Paths.white(dice, length));
        return x;
    }

    /** Full at night and after rain: saturates at its most. */
    private static double[] humidity(Dice dice, int length, double day) {
        double[] x = Paths.ornstein(dice, length, day * dice.logUniform(0.5, 3));
        Paths.add(x, dice.logUniform(0.3, 1.5), daily(dice, length, day, 0.4));
        Paths.add(x, dice.logUniform(0.01, 0.2), Paths.white(dice, length));
        double most = dice.uniform(0.3, 2.5);
        for (int t = 0; t < length; t++) {
            double free = most - x[t];
            x[t] = most - Math.log1p(Math.exp(Math.min(30, 6 * free))) / 6;
        }
        return x;
    }

    private static double[] sun(Dice dice, int length, double day) {
        Profile profile = Profile.sun(dice);
        double[] sky = Paths.ornstein(dice, length, day * dice.uniform(0.5, 3));
        double[] clouds = Paths.ornstein(dice, length, day * dice.logUniform(0.01, 0.15));
        double grey = dice.uniform(0.1, 1);
        double broken = dice.uniform(0, 0.6);
        double start = dice.uniform();
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            double clear = 1 / (1 + Math.exp(-(1.2 + 2 * grey * sky[t] + 2 * broken * clouds[t])));
            x[t] = clear * profile.at(start + t / day);
        }
        return x;
    }

    private static double[] wind(Dice dice, int length, double day) {
        double[] east = Paths.ornstein(dice, length, day * dice.logUniform(0.15, 2));
        double[] north = Paths.ornstein(dice, length, day * dice.logUniform(0.15, 2));
        double[] breeze = daily(dice, length, day, 0.3);
        double strength = dice.uniform(0, 0.5);
        double gust = dice.logUniform(0.05, 0.5);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            double speed = Math.sqrt(0.02 + east[t] * east[t] + north[t] * north[t]);
            x[t] = speed * Math.exp(strength * breeze[t] + gust * dice.normal());
        }
        return x;
    }

    /** Dry for most of the time, then showers. */
    private static double[] rain(Dice dice, int length, double day) {
        double[] wet = Paths.ornstein(dice, length, day * dice.logUniform(0.1, 1));
        double threshold = dice.uniform(0.8, 1.8);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            double over = wet[t] - threshold;
            x[t] = over > 0 ? over * Math.exp(0.8 * dice.normal()) : 0;
        }
        return x;
    }

    /** An angle in degrees, which jumps between 0 and 360. */
    private static double[] direction(Dice dice, int length, double day) {
        double[] east = Paths.ornstein(dice, length, day * dice.logUniform(0.1, 1));
        double[] north = Paths.ornstein(dice, length, day * dice.logUniform(0.1, 1));
        double mean = dice.uniform(0, 1.5);
        double turn = dice.uniform(0, 2 * Math.PI);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            double angle = turn + Math.atan2(east[t], north[t] + mean) + 0.15 * dice.normal();
            x[t] = Math.toDegrees(angle - 2 * Math.PI * Math.floor(angle / (2 * Math.PI)));
        }
        return x;
    }

    /** Lognormal: rises for days and is blown away, higher at certain hours. */
    private static double[] pollution(Dice dice, int length, double day) {
        double[] x = Paths.ornstein(dice, length, day * dice.logUniform(0.5, 3));
        Paths.add(x, dice.logUniform(0.05, 0.8), Season.plain(dice, length, day));
        Paths.add(x, dice.logUniform(0.02, 0.3), Paths.white(dice, length));
        double strength = dice.uniform(0.3, 1);
        for (int t = 0; t < length; t++) {
            x[t] = Math.exp(strength * x[t]);
        }
        return x;
    }
}
