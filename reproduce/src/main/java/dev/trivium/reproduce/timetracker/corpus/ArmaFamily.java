package dev.trivium.reproduce.timetracker.corpus;

/** Autoregressions and moving averages: of the first order, with cycles, with a seasonal lag, and integrated. */
final class ArmaFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        double[] x = switch (dice.among(0.3, 0.25, 0.15, 0.2, 0.1)) {
            case 0 -> Paths.autoregressive(dice, length, 1 - dice.logUniform(0.001, 0.5));
            case 1 -> cycle(dice, length);
            case 2 -> mixed(dice, length);
            case 3 -> seasonal(dice, length, (int) Math.rint(Rhythm.draw(dice).main()));
            default -> integrated(dice, length);
        };
        if (dice.chance(0.2)) {
            Paths.add(Paths.standardise(x), dice.logUniform(0.1, 2), Trend.draw(dice, length));
        }
        return x;
    }

    /** The second order with complex roots: waves that lose their phase. */
    private static double[] cycle(Dice dice, int length) {
        double root = 1 - dice.logUniform(0.002, 0.15);
        double turn = 2 * Math.PI / dice.logUniform(4, 250);
        double first = 2 * root * Math.cos(turn);
        double second = -root * root;
        int before = (int) Math.min(1500, 4 / (1 - root));
        double[] x = new double[length];
        double last = 0;
        double earlier = 0;
        for (int t = -before; t < length; t++) {
            double value = first * last + second * earlier + dice.normal();
            earlier = last;
            last = value;
            if (t >= 0) {
                x[t] = value;
            }
        }
        return x;
    }

    private static double[] mixed(Dice dice, int length) {
        double phi = dice.uniform(-0.6, 0.98);
        double theta = dice.uniform(-0.9, 0.9);
        double[] x = new double[length];
        double shock = dice.normal();
        double value = dice.normal();
        for (int t = 0; t < length; t++) {
            double fresh = dice.normal();
            value = phi * value + fresh + theta * shock;
            shock = fresh;
            x[t] = value;
        }
        return x;
    }

    /** A seasonal lag and a short one: the last period carries over, with errors that persist. */
    private static double[] seasonal(Dice dice, int length, int lag) {
        double carry = dice.uniform(0.6, 0.995);
        double phi = dice.uniform(0, 0.95);
        double fresh = Math.sqrt(1 - carry * carry);
        double[] x = new double[length];
        Profile start = Profile.draw(dice);
        double noise = dice.normal();
        for (int t = 0; t < length; t++) {
            noise = phi * noise + Math.sqrt(1 - phi * phi) * dice.normal();
            x[t] = (t < lag ? start.at((double) t / lag) : carry * x[t - lag]) + fresh * noise;
        }
        return x;
    }

    /** A damped walk of the slope: smooth, wandering. */
    private static double[] integrated(Dice dice, int length) {
        double[] slope = Paths.ornstein(dice, length, dice.logUniform(2, 60));
        double[] x = new double[length];
        double value = 0;
        for (int t = 0; t < length; t++) {
            value = 0.999 * value + slope[t];
            x[t] = value;
        }
        return x;
    }
}
