package dev.trivium.reproduce.timetracker.corpus;

/** Waves of a disease: one in most years, of any height, steep or slow, not quite at the same week, over a quiet baseline. */
final class EpidemicFamily implements Family {

    @Override
    public double[] draw(Dice dice, int length) {
        double year = dice.chance(0.75) ? 52.18 : dice.chance(0.6) ? 365.25 : 12;
        double[] x = waves(dice, length, year);
        double[] shared = Paths.ornstein(dice, length, year * dice.logUniform(0.03, 0.3));
        double baseline = dice.logUniform(0.02, 0.4);
        double growth = dice.chance(0.5) ? dice.normal() * 0.1 / year : 0;
        double noise = dice.logUniform(0.01, 0.2);
        double wander = dice.uniform(0, 0.2);
        for (int t = 0; t < length; t++) {
            double level = Math.exp(Math.max(-5, Math.min(5, growth * t + wander * shared[t] + noise * dice.normal())));
            x[t] = level * (baseline + x[t]);
        }
        if (dice.chance(0.4)) {
            double size = dice.logUniform(5, 3000);
            for (int t = 0; t < length; t++) {
                x[t] = dice.poisson(size * x[t]);
            }
        }
        return x;
    }

    private static double[] waves(Dice dice, int length, double year) {
        double[] x = new double[length];
        double season = dice.uniform(0, year);
        double jitter = year * dice.logUniform(0.005, 0.1);
        double spread = dice.logUniform(0.1, 0.9);
        double rise = year * dice.logUniform(0.03, 0.12);
        double fall = rise * dice.uniform(0.6, 2);
        double second = dice.chance(0.3) ? dice.uniform(0.1, 0.6) : 0;
        for (double peak = season - year; peak < length + year; peak += year) {
            double place = peak + jitter * dice.normal();
            wave(x, place, Math.exp(spread * dice.normal()), rise * dice.uniform(0.7, 1.4), fall * dice.uniform(0.7, 1.4));
            if (second > 0) {
                wave(x, place + year * dice.uniform(0.1, 0.3), second * Math.exp(spread * dice.normal()), rise, fall);
            }
        }
        return x;
    }

    private static void wave(double[] x, double peak, double height, double rise, double fall) {
        int from = (int) Math.max(0, peak - 5 * rise);
        int to = (int) Math.min(x.length, peak + 5 * fall + 1);
        for (int t = from; t < to; t++) {
            double distance = (t - peak) / (t < peak ? rise : fall);
            x[t] += height * Math.exp(-0.5 * distance * distance);
        }
    }
}
