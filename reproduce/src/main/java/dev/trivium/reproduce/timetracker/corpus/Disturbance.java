package dev.trivium.reproduce.timetracker.corpus;

/** What happens to real series: shifts, outages, spikes, limits, coarse digits, a change of variance. Works on a standardised series. */
final class Disturbance {

    private Disturbance() {}

    /** One or two disturbances. */
    static void apply(Dice dice, double[] x) {
        int count = dice.chance(0.3) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            switch (dice.among(0.18, 0.12, 0.14, 0.08, 0.1, 0.16, 0.22)) {
                case 0 -> shift(dice, x);
                case 1 -> outage(dice, x);
                case 2 -> spikes(dice, x);
                case 3 -> regularSpikes(dice, x);
                case 4 -> calm(dice, x);
                case 5 -> limit(dice, x);
                default -> round(x, dice.logUniform(0.005, 0.5));
            }
        }
    }

    /** Levels that jump one to three times and stay. */
    static void shift(Dice dice, double[] x) {
        int count = dice.integer(1, 3);
        for (int i = 0; i < count; i++) {
            double by = dice.logUniform(0.3, 3) * dice.sign();
            for (int t = dice.integer(x.length); t < x.length; t++) {
                x[t] += by;
            }
        }
    }

    /** Stretches at the least value, or stuck at the last one. */
    static void outage(Dice dice, double[] x) {
        double least = least(x);
        boolean stuck = dice.chance(0.4);
        int count = dice.integer(1, 5);
        for (int i = 0; i < count; i++) {
            int from = dice.integer(x.length);
            int to = (int) Math.min(x.length, from + dice.logUniform(2, Math.max(3, x.length / 20.0)));
            double value = stuck ? x[from] : least;
            for (int t = from; t < to; t++) {
                x[t] = value;
            }
        }
    }

    /** Single high, or low, values at random times. */
    static void spikes(Dice dice, double[] x) {
        double chance = dice.logUniform(0.001, 0.03);
        double size = dice.logUniform(1, 8);
        int direction = dice.integer(3) - 1;
        double stay = dice.chance(0.3) ? dice.uniform(0.3, 0.9) : 0;
        double now = 0;
        for (int t = 0; t < x.length; t++) {
            now *= stay;
            if (dice.chance(chance)) {
                now += size * dice.exponential() * (direction == 0 ? dice.sign() : direction);
            }
            x[t] += now;
        }
    }

    /** A peak every so many points, as a backup that runs at night. */
    static void regularSpikes(Dice dice, double[] x) {
        double period = dice.chance(0.6) ? Rhythm.draw(dice).main() : dice.logUniform(5, 400);
        double size = dice.logUniform(0.5, 5) * dice.sign();
        double change = dice.uniform(0, 0.4);
        for (double t = dice.uniform(0, period); t < x.length; t += period) {
            x[(int) t] += size * Math.exp(change * dice.normal());
        }
    }

    /** The deviations of one stretch grow or shrink. */
    static void calm(Dice dice, double[] x) {
        double factor = dice.logUniform(0.15, 3);
        int from = dice.integer(x.length);
        int to = dice.chance(0.5) ? x.length : Math.min(x.length, from + dice.integer(x.length / 2 + 1));
        for (int t = from; t < to; t++) {
            x[t] *= factor;
        }
    }

    /** Saturation at a most or least value. */
    static void limit(Dice dice, double[] x) {
        double most = dice.chance(0.6) ? dice.uniform(0.3, 2) : Double.POSITIVE_INFINITY;
        double least = most == Double.POSITIVE_INFINITY || dice.chance(0.3) ? -dice.uniform(0.1, 2) : Double.NEGATIVE_INFINITY;
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.max(least, Math.min(most, x[t]));
        }
    }

    /** Rounding to a grid. */
    static void round(double[] x, double grid) {
        for (int t = 0; t < x.length; t++) {
            x[t] = Math.rint(x[t] / grid) * grid;
        }
    }

    static double least(double[] x) {
        double least = x[0];
        for (double value : x) {
            least = Math.min(least, value);
        }
        return least;
    }
}
