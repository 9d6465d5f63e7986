package dev.trivium.reproduce.timetracker.corpus;

/** Machines and regimes: on and off, levels that hold for a while, tanks that fill and empty, behaviour that changes. */
final class SwitchFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        double[] x = switch (dice.among(0.3, 0.3, 0.2, 0.2)) {
            case 0 -> cycles(dice, length);
            case 1 -> levels(dice, length);
            case 2 -> tank(dice, length);
            default -> regimes(dice, length);
        };
        if (dice.chance(0.75)) {
            Paths.add(Paths.standardise(x), dice.logUniform(0.003, 0.3), Paths.white(dice, length));
        }
        return x;
    }

    /** On and off by turns, for times that vary a little or much. */
    private static double[] cycles(Dice dice, int length) {
        double on = dice.logUniform(2, 80);
        double off = dice.logUniform(2, 120);
        double jitter = dice.chance(0.4) ? 0 : dice.logUniform(0.02, 0.6);
        double decay = dice.chance(0.3) ? dice.uniform(2, 20) : 0;
        double[] x = new double[length];
        double left = on * dice.uniform();
        boolean running = true;
        double value = 0;
        for (int t = 0; t < length; t++) {
            for (; left < 1; left += (running ? on : off) * Math.exp(jitter * dice.normal())) {
                running = !running;
            }
            left--;
            double wanted = running ? 1 : 0;
            value = decay > 0 ? value + (wanted - value) / decay : wanted;
            x[t] = value;
        }
        return x;
    }

    /** Levels that hold for random times. */
    private static double[] levels(Dice dice, int length) {
        double change = 1 / dice.logUniform(5, 300);
        int count = dice.integer(2, 12);
        double[] heights = Paths.white(dice, count);
        boolean wander = dice.chance(0.4);
        double value = heights[0];
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            if (t == length / 2 || dice.chance(change)) {
                value = wander ? value + 0.5 * dice.normal() : heights[dice.integer(count)];
            }
            x[t] = value;
        }
        return x;
    }

    /** Filled and emptied at rates that vary. */
    private static double[] tank(Dice dice, int length) {
        double up = 1 / dice.logUniform(3, 100);
        double down = 1 / dice.logUniform(3, 100);
        double jitter = dice.logUniform(0.01, 0.5);
        double[] x = new double[length];
        double value = dice.uniform();
        boolean filling = dice.chance(0.5);
        double rate = filling ? up : -down;
        for (int t = 0; t < length; t++) {
            value += rate;
            if (filling ? value >= 1 : value <= 0) {
                value = filling ? 1 : 0;
                filling = !filling;
                rate = (filling ? up : -down) * Math.exp(jitter * dice.normal());
            }
            x[t] = value;
        }
        return x;
    }

    /** Two kinds of behaviour that take turns. */
    private static double[] regimes(Dice dice, int length) {
        double[] one = Paths.ornstein(dice, length, dice.logUniform(1, 100));
        double[] other = Paths.standardise(Season.plain(dice, length, dice.logUniform(4, 200)));
        double change = 1 / dice.logUniform(50, 600);
        double shift = dice.normal();
        double scale = dice.logUniform(0.2, 3);
        boolean second = dice.chance(0.5);
        for (int t = 0; t < length; t++) {
            second = dice.chance(change) ? !second : second;
            one[t] = second ? shift + scale * other[t] : one[t];
        }
        return one;
    }
}
