package dev.trivium.reproduce.timetracker.corpus;

/** Series of which nothing, or nothing but the last value, can be known: the forecaster has to learn to say so. */
final class PureFamilies {

    private PureFamilies() {}

    /** {@return independent values of some law} */
    static double[] white(Dice dice, int length) {
        double[] x = dice.chance(0.75) ? Paths.white(dice, length) : Noise.heavy(dice, length);
        if (dice.chance(0.2)) {
            double strength = dice.uniform(0.2, 1);
            for (int t = 0; t < length; t++) {
                x[t] = Math.exp(strength * Math.max(-6, Math.min(6, x[t])));
            }
        }
        return x;
    }

    /** {@return a random walk with normal, heavy-tailed or volatile steps, at times as an exponential, with a little drift or as a slow reverter} */
    static double[] walk(Dice dice, int length) {
        double[] steps = switch (dice.among(0.6, 0.2, 0.2)) {
            case 0 -> Paths.white(dice, length);
            case 1 -> Noise.heavy(dice, length);
            default -> Noise.volatile1(dice, length);
        };
        double drift = dice.chance(0.25) ? dice.normal() * 0.03 : 0;
        double stay = dice.chance(0.2) ? 1 - dice.logUniform(0.0005, 0.005) : 1;
        double value = 0;
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = value;
            value = stay * value + drift + steps[t];
        }
        if (dice.chance(0.3)) {
            double strength = dice.logUniform(0.003, 0.03);
            for (int t = 0; t < length; t++) {
                x[t] = Math.exp(Math.max(-8, Math.min(8, strength * x[t])));
            }
        }
        return x;
    }

    /** {@return prices: a volatile walk that a bank holds in a band or at a peg for a while} */
    static double[] price(Dice dice, int length) {
        double[] steps = Noise.volatile1(dice, length);
        double[] x = new double[length];
        boolean free = dice.chance(0.85);
        double change = dice.logUniform(0.0005, 0.005);
        double size = dice.logUniform(0.002, 0.02);
        double value = 0;
        for (int t = 0; t < length; t++) {
            if (dice.chance(free ? change : 5 * change)) {
                free = !free || dice.chance(0.6);
                value += dice.chance(0.3) ? 6 * size * dice.normal() : 0;
            }
            value += size * (free ? 1 : 0.02) * steps[t];
            x[t] = Math.exp(Math.max(-8, Math.min(8, value)));
        }
        return x;
    }
}
