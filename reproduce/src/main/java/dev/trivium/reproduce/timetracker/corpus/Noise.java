package dev.trivium.reproduce.timetracker.corpus;

/** What cannot be foreseen, or only a few steps ahead. Variance about one. */
final class Noise {

    private Noise() {}

    /** {@return white, autoregressive, heavy-tailed or volatile noise} */
    static double[] draw(Dice dice, int length, double period) {
        return switch (dice.among(0.35, 0.4, 0.1, 0.08, 0.07)) {
            case 0 -> Paths.white(dice, length);
            case 1 -> Paths.ornstein(dice, length, dice.logUniform(0.7, Math.max(2, 1.5 * period)));
            case 2 -> heavy(dice, length);
            case 3 -> volatile1(dice, length);
            default -> both(dice, length, period);
        };
    }

    /** Student t noise of 2.5 to 6 degrees of freedom. */
    static double[] heavy(Dice dice, int length) {
        double freedom = dice.uniform(2.5, 6);
        double scale = Math.sqrt((freedom - 2) / freedom);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = scale * dice.student(freedom);
        }
        return x;
    }

    /** GARCH(1, 1): calm and wild times take turns (Bollerslev, J. Econometrics 1986). */
    static double[] volatile1(Dice dice, int length) {
        double alpha = dice.uniform(0.03, 0.2);
        double beta = (1 - alpha) * dice.uniform(0.8, 0.99);
        double[] x = new double[length];
        double variance = 1;
        for (int t = 0; t < length; t++) {
            x[t] = Math.sqrt(variance) * dice.normal();
            variance = Math.min(100, 1 - alpha - beta + alpha * x[t] * x[t] + beta * variance);
        }
        return x;
    }

    private static double[] both(Dice dice, int length, double period) {
        double[] x = Paths.ornstein(dice, length, dice.logUniform(1, Math.max(3, 3 * period)));
        Paths.add(x, dice.logUniform(0.1, 1), Paths.white(dice, length));
        return x;
    }
}
