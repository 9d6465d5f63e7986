package dev.trivium.reproduce.timetracker.corpus;

/**
 * Level, seasons of a calendar, and noise, added or multiplied: load, traffic, telecom, retail. The largest family, since what most users
 * forecast repeats.
 */
final class SeasonalFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        return draw(dice, length, Rhythm.draw(dice));
    }

    static double[] draw(Dice dice, int length, Rhythm rhythm) {
        double[] season = Season.draw(dice, length, rhythm);
        double[] noise = Noise.draw(dice, length, rhythm.main());
        if (dice.chance(0.3)) {
            livelyWhereHigh(dice, noise, season);
        }
        double[] level = level(dice, length, rhythm.main());
        double noiseShare = dice.chance(0.06) ? 0 : dice.logUniform(0.02, 2.2);
        double levelShare = dice.logUniform(0.05, 2.5);
        return switch (dice.among(0.55, 0.3, 0.15)) {
            case 0 -> sum(season, levelShare, level, noiseShare, noise);
            case 1 -> product(dice.logUniform(0.1, 1), season, levelShare, level, noiseShare, noise);
            default -> floored(dice.uniform(-0.5, 1.5), sum(season, levelShare, level, noiseShare, noise));
        };
    }

    private static double[] sum(double[] season, double levelShare, double[] level, double noiseShare, double[] noise) {
        Paths.add(season, levelShare, level);
        Paths.add(season, noiseShare, noise);
        return season;
    }

    /** The exponential of the sum: amplitude and noise grow with the level. */
    private static double[] product(double strength, double[] season, double levelShare, double[] level, double noiseShare, double[] noise) {
        double[] x = sum(season, levelShare, level, noiseShare, noise);
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.exp(Math.max(-20, Math.min(6, strength * x[t])));
        }
        return x;
    }

    private static double[] floored(double floor, double[] x) {
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.max(0, x[t] + floor);
        }
        return x;
    }

    private static void livelyWhereHigh(Dice dice, double[] noise, double[] season) {
        double strength = dice.uniform(0.2, 0.8);
        for (int t = 0; t < noise.length; t++) {
            noise[t] *= Math.exp(strength * Math.max(-3, Math.min(3, season[t])));
        }
    }

    /** The slow part: none, reverting to a mean, wandering, or a trend. */
    static double[] level(Dice dice, int length, double period) {
        return switch (dice.among(0.15, 0.3, 0.15, 0.2, 0.2)) {
            case 0 -> new double[length];
            case 1 -> Paths.ornstein(dice, length, period * dice.logUniform(0.5, 30));
            case 2 -> Paths.smooth(dice, length, Math.max(3, period * dice.logUniform(0.3, 10)));
            case 3 -> Paths.standardise(Paths.walk(dice, length));
            default -> Trend.draw(dice, length);
        };
    }
}
