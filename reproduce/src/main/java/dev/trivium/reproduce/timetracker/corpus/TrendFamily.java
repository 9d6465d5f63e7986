package dev.trivium.reproduce.timetracker.corpus;

/** A trend with noise around it, at times two trends, and no season. */
final class TrendFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        double[] x = Trend.draw(dice, length);
        if (dice.chance(0.3)) {
            Paths.add(x, dice.uniform(0.2, 1), Trend.draw(dice, length));
        }
        Paths.add(x, dice.logUniform(0.005, 1), Noise.draw(dice, length, dice.logUniform(4, 100)));
        return x;
    }
}
