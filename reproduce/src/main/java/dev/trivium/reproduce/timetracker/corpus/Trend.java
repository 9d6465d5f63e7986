package dev.trivium.reproduce.timetracker.corpus;

/** Where a series goes in the long run. */
final class Trend {

    private Trend() {}

    /** {@return a trend of mean 0 and variance 1 over the length} */
    static double[] draw(Dice dice, int length) {
        double[] x = switch (dice.among(0.2, 0.25, 0.15, 0.12, 0.1, 0.18)) {
            case 0 -> linear(length);
            case 1 -> pieces(dice, length);
            case 2 -> logistic(dice, length);
            case 3 -> exponential(dice, length, dice.uniform(0.5, 4));
            case 4 -> damped(dice, length);
            default -> drifting(dice, length);
        };
        double sign = dice.sign();
        Paths.standardise(x);
        for (int t = 0; t < length; t++) {
            x[t] *= sign;
        }
        return x;
    }

    private static double[] linear(int length) {
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = t;
        }
        return x;
    }

    /** Straight lines that change slope at random points. */
    private static double[] pieces(Dice dice, int length) {
        double change = (double) dice.integer(1, 8) / length;
        double[] x = new double[length];
        double slope = dice.normal();
        double value = 0;
        for (int t = 0; t < length; t++) {
            slope = dice.chance(change) ? 0.4 * slope + dice.normal() : slope;
            value += slope;
            x[t] = value;
        }
        return x;
    }

    private static double[] logistic(Dice dice, int length) {
        double middle = dice.uniform(0, length);
        double width = length * dice.logUniform(0.01, 0.3);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = 1 / (1 + Math.exp((middle - t) / width));
        }
        return x;
    }

    private static double[] exponential(Dice dice, int length, double growth) {
        double[] x = new double[length];
        double value = 1;
        double step = Math.exp(dice.sign() * growth / length);
        for (int t = 0; t < length; t++) {
            x[t] = value;
            value *= step;
        }
        return x;
    }

    /** Growth that fades: the slope shrinks by a factor every step. */
    private static double[] damped(Dice dice, int length) {
        double memory = length * dice.logUniform(0.03, 0.5);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = 1 - Math.exp(-t / memory);
        }
        return x;
    }

    /** A random walk with drift. */
    private static double[] drifting(Dice dice, int length) {
        double drift = dice.logUniform(0.01, 0.3);
        double[] x = Paths.walk(dice, length);
        for (int t = 0; t < length; t++) {
            x[t] += drift * t;
        }
        return x;
    }
}
