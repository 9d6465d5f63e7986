package dev.trivium.reproduce.timetracker.corpus;

/** Numbers of things: calls, passengers, sales. Poisson or overdispersed around a rate with seasons. */
final class CountFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        return dice.chance(0.68) ? around(dice, length) : intermittent(dice, length);
    }

    private static double[] around(Dice dice, int length) {
        double[] rate = Paths.standardise(SeasonalFamily.draw(dice, length, Rhythm.draw(dice)));
        double base = dice.logUniform(0.3, 800);
        double strength = dice.uniform(0.2, 1);
        double shape = dice.chance(0.5) ? dice.logUniform(1, 50) : 0;
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            double mean = base * Math.exp(strength * Math.max(-4, Math.min(3, rate[t])));
            x[t] = dice.poisson(shape > 0 ? mean * dice.gamma(shape) / shape : mean);
        }
        return x;
    }

    /** Zeros, and now and then a demand, as Croston (1972) saw them; more of them at certain times in some draws. */
    private static double[] intermittent(Dice dice, int length) {
        double chance = 1 / dice.logUniform(1.5, 25);
        double[] rate = dice.chance(0.5) ? Season.draw(dice, length, Rhythm.draw(dice)) : new double[length];
        double strength = dice.uniform(0.3, 1.2);
        double size = dice.logUniform(1, 100);
        double spread = dice.uniform(0, 0.8);
        boolean whole = dice.chance(0.7);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            if (dice.chance(chance * Math.exp(strength * Math.min(2, rate[t])))) {
                double demand = size * Math.exp(spread * dice.normal());
                x[t] = whole ? Math.max(1, Math.rint(demand)) : demand;
            }
        }
        return x;
    }
}
