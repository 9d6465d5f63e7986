package dev.trivium.reproduce.timetracker.corpus;

/** Changes of a whole series: time that runs faster and slower, an envelope, a bend of the values. */
final class Warp {

    private Warp() {}

    /** Reads the series at a time that wanders by up to a few per cent of its length; linear interpolation. */
    static double[] time(Dice dice, double[] x) {
        double[] wander = Paths.smooth(dice, x.length, x.length * dice.logUniform(0.1, 0.5));
        double strength = x.length * dice.logUniform(0.005, 0.04);
        double[] warped = new double[x.length];
        for (int t = 0; t < x.length; t++) {
            double place = Math.max(0, Math.min(x.length - 1.001, t + strength * (wander[t] - wander[0])));
            int cell = (int) place;
            int next = Math.min(x.length - 1, cell + 1);
            warped[t] = x[cell] + (place - cell) * (x[next] - x[cell]);
        }
        return warped;
    }

    /** Multiplies by a slow positive envelope. */
    static void envelope(Dice dice, double[] x) {
        double[] slow = Paths.smooth(dice, x.length, x.length * dice.logUniform(0.05, 0.5));
        double strength = dice.uniform(0.1, 0.8);
        for (int t = 0; t < x.length; t++) {
            x[t] *= Math.exp(strength * slow[t]);
        }
    }

    /** An exponential, a logarithm or a square root of a standardised series. */
    static void bend(Dice dice, double[] x) {
        double strength = dice.uniform(0.2, 1);
        double least = Disturbance.least(x);
        double air = dice.logUniform(0.05, 1);
        int kind = dice.integer(3);
        for (int t = 0; t < x.length; t++) {
            x[t] = switch (kind) {
                case 0 -> Math.exp(strength * Math.min(6, x[t]));
                case 1 -> Math.log(x[t] - least + air);
                default -> Math.sqrt(x[t] - least);
            };
        }
    }
}
