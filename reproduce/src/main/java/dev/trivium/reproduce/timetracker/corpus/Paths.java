package dev.trivium.reproduce.timetracker.corpus;

/** Random paths that the families are built of, each of variance one over many draws unless it says otherwise. */
final class Paths {

    private Paths() {}

    static double[] white(Dice dice, int length) {
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = dice.normal();
        }
        return x;
    }

    /** {@return an Ornstein-Uhlenbeck path, stationary, with correlation exp(-lag / memory)} */
    static double[] ornstein(Dice dice, int length, double memory) {
        return autoregressive(dice, length, Math.exp(-1 / memory));
    }

    /** {@return a stationary first-order autoregression} */
    static double[] autoregressive(Dice dice, int length, double phi) {
        double[] x = new double[length];
        double fresh = Math.sqrt(1 - phi * phi);
        double value = dice.normal();
        for (int t = 0; t < length; t++) {
            x[t] = value;
            value = phi * value + fresh * dice.normal();
        }
        return x;
    }

    /** {@return an autoregression through a second one of the same memory: once smoother, close to a Matérn kernel with 3/2; stationary} */
    static double[] smooth(Dice dice, int length, double memory) {
        double phi = Math.exp(-1 / memory);
        double a = 1 / (1 - phi * phi);
        double variance = a * a * (1 + 2 * phi * phi * a);
        double first = Math.sqrt(a) * dice.normal();
        // The pair starts from its joint stationary law: cov(first, second) = a^2.
        double second = a * first + Math.sqrt(Math.max(0, variance - a * a * a)) * dice.normal();
        double scale = 1 / Math.sqrt(variance);
        double[] x = new double[length];
        for (int t = 0; t < length; t++) {
            x[t] = scale * second;
            first = phi * first + dice.normal();
            second = phi * second + first;
        }
        return x;
    }

    /** {@return a random walk from 0 with steps of variance one} */
    static double[] walk(Dice dice, int length) {
        double[] x = new double[length];
        double value = 0;
        for (int t = 0; t < length; t++) {
            x[t] = value;
            value += dice.normal();
        }
        return x;
    }

    /** Adds amplitude × cos(frequency × t + phase), by the recurrence of the cosine. */
    static void addWave(double[] x, double amplitude, double frequency, double phase) {
        double turn = 2 * Math.cos(frequency);
        double before = amplitude * Math.cos(phase - frequency);
        double now = amplitude * Math.cos(phase);
        for (int t = 0; t < x.length; t++) {
            x[t] += now;
            double next = turn * now - before;
            before = now;
            now = next;
        }
    }

    /**
     * Adds amplitude × cos(frequency × t + phase) for every frequency and phase. Four at a time: each recurrence waits for its own last value.
     *
     * @param frequencies radians a step; their number is a multiple of four
     */
    static void addWaves(double[] x, double amplitude, double[] frequencies, double[] phases) {
        for (int i = 0; i < frequencies.length; i += 4) {
            double turn0 = 2 * Math.cos(frequencies[i]);
            double turn1 = 2 * Math.cos(frequencies[i + 1]);
            double turn2 = 2 * Math.cos(frequencies[i + 2]);
            double turn3 = 2 * Math.cos(frequencies[i + 3]);
            double before0 = amplitude * Math.cos(phases[i] - frequencies[i]);
            double before1 = amplitude * Math.cos(phases[i + 1] - frequencies[i + 1]);
            double before2 = amplitude * Math.cos(phases[i + 2] - frequencies[i + 2]);
            double before3 = amplitude * Math.cos(phases[i + 3] - frequencies[i + 3]);
            double now0 = amplitude * Math.cos(phases[i]);
            double now1 = amplitude * Math.cos(phases[i + 1]);
            double now2 = amplitude * Math.cos(phases[i + 2]);
            double now3 = amplitude * Math.cos(phases[i + 3]);
            for (int t = 0; t < x.length; t++) {
                x[t] += now0 + now1 + (now2 + now3);
                double next0 = turn0 * now0 - before0;
                double next1 = turn1 * now1 - before1;
                double next2 = turn2 * now2 - before2;
                double next3 = turn3 * now3 - before3;
                before0 = now0;
                before1 = now1;
                before2 = now2;
                before3 = now3;
                now0 = next0;
                now1 = next1;
                now2 = next2;
                now3 = next3;
            }
        }
    }

    /** Brings a path to mean 0 and variance 1 over its length; a constant one becomes 0. */
    static double[] standardise(double[] x) {
        double mean = mean(x);
        double deviation = deviation(x, mean);
        double factor = deviation > 1e-9 * (1 + Math.abs(mean)) ? 1 / deviation : 0;
        for (int t = 0; t < x.length; t++) {
            x[t] = (x[t] - mean) * factor;
        }
        return x;
    }

    static double mean(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum / x.length;
    }

    static double deviation(double[] x, double mean) {
        double sum = 0;
        for (double value : x) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / x.length);
    }

    /** Adds weight × other. */
    static void add(double[] x, double weight, double[] other) {
        for (int t = 0; t < x.length; t++) {
            x[t] += weight * other[t];
        }
    }

    static void times(double[] x, double[] other) {
        for (int t = 0; t < x.length; t++) {
            x[t] *= other[t];
        }
    }
}
