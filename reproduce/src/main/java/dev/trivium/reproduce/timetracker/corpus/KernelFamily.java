package dev.trivium.reproduce.timetracker.corpus;

/**
 * Gaussian processes whose kernel is a random sum of products of simple ones, as KernelSynth draws them (Ansari et al., Chronos, 2024), but
 * without a covariance matrix: a term is a sum of cosines whose frequencies come from the kernel's spectrum (Rahimi and Recht, NeurIPS 2007),
 * and the spectrum of a product is that of the sum of independent frequencies. Rough kernels (Ornstein-Uhlenbeck, Matérn) are recursions; their
 * product with another is the product of two paths, which has the kernel's covariance but is no Gaussian process (ours).
 */
final class KernelFamily implements Family {

    private static final double SHORTEST = 2;
    private static final double LONGEST = 2000;
    private static final int WAVES = 20;

    @Override
    public double[] draw(Dice dice, int length) {
        double[] x = new double[length];
        int terms = dice.integer(1, 4);
        for (int i = 0; i < terms; i++) {
            double[] term = term(dice, length);
            if (dice.chance(0.15)) {
                tilt(dice, term);
            }
            Paths.add(x, dice.logUniform(0.2, 1), term);
        }
        if (dice.chance(0.7)) {
            Paths.add(x, dice.logUniform(0.005, 0.5), Paths.white(dice, length));
        }
        return x;
    }

    private static double[] term(Dice dice, int length) {
        switch (dice.among(0.3, 0.2, 0.5)) {
            case 0:
                return rough(dice, length);
            case 1:
                double[] product = rough(dice, length);
                Paths.times(product, waves(dice, length, periodic(dice), fixed(0)));
                return product;
            default:
                return waves(dice, length, spectrum(dice), dice.chance(0.4) ? spectrum(dice) : fixed(0));
        }
    }

    private static double[] rough(Dice dice, int length) {
        double memory = dice.logUniform(SHORTEST, LONGEST);
        return dice.chance(0.5) ? Paths.ornstein(dice, length, memory) : Paths.smooth(dice, length, memory);
    }

    /** Random frequencies, in radians a step. */
    @FunctionalInterface
    private interface Spectrum {

        double frequency(Dice dice);
    }

    private static Spectrum fixed(double frequency) {
        return dice -> frequency;
    }

    private static Spectrum spectrum(Dice dice) {
        double scale = dice.logUniform(SHORTEST, LONGEST);
        return switch (dice.among(0.35, 0.25, 0.4)) {
            case 0 -> d -> d.normal() / scale;
            case 1 -> {
                // Rational quadratic: a gamma mixture of squared exponentials.
                double shape = dice.logUniform(0.3, 5);
                yield d -> d.normal() * Math.sqrt(d.gamma(shape) / shape) / scale;
            }
            default -> periodic(dice);
        };
    }

    /** Harmonics of one period, of falling weight. */
    private static Spectrum periodic(Dice dice) {
        double period = dice.chance(0.5) ? Rhythm.draw(dice).main() : dice.logUniform(4, 700);
        double fall = dice.uniform(0.8, 2.5);
        int most = Math.max(1, Math.min(8, (int) (period / 2)));
        double[] weights = new double[most];
        for (int k = 0; k < most; k++) {
            weights[k] = Math.pow(k + 1, -fall);
        }
        return d -> d.sign() * (1 + d.among(weights)) * 2 * Math.PI / period;
    }

    private static double[] waves(Dice dice, int length, Spectrum one, Spectrum other) {
        double[] x = new double[length];
        double[] frequencies = new double[WAVES];
        double[] phases = new double[WAVES];
        for (int i = 0; i < WAVES; i++) {
            frequencies[i] = one.frequency(dice) + other.frequency(dice);
            phases[i] = dice.uniform(0, 2 * Math.PI);
        }
        Paths.addWaves(x, Math.sqrt(2.0 / WAVES), frequencies, phases);
        return x;
    }

    /** The product with a linear kernel. */
    private static void tilt(Dice dice, double[] x) {
        double from = dice.normal();
        double to = dice.normal();
        for (int t = 0; t < x.length; t++) {
            x[t] *= from + (to - from) * t / x.length;
        }
    }
}
