package dev.trivium.nn.search;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A mixture of normal densities cut off at the ends of a scale: one at each value seen, as wide as the way to the farther of its two neighbours,
 * and one over the whole scale (Bergstra et al. 2011, §4.2). No kernel is narrower than the scale divided by one more than the values, or by 100.
 */
final class Parzen implements Density {

    private static final int NARROWEST = 100;
    private static final int PATIENCE = 1000;

    private final Scale scale;
    private final double[] centre;
    private final double[] width;
    private final double[] logWeight;

    Parzen(Scale scale, List<Object> seen) {
        this.scale = scale;
        double range = Math.max(scale.high() - scale.low(), Double.MIN_NORMAL);
        double[] sorted = seen.stream().mapToDouble(scale::at).sorted().toArray();
        int n = sorted.length;
        centre = new double[n + 1];
        width = new double[n + 1];
        logWeight = new double[n + 1];
        double least = range / Math.min(NARROWEST, n + 1);
        for (int i = 0; i < n; i++) {
            double left = sorted[i] - (i == 0 ? scale.low() : sorted[i - 1]);
            double right = (i == n - 1 ? scale.high() : sorted[i + 1]) - sorted[i];
            centre[i] = sorted[i];
            width[i] = Math.min(range, Math.max(least, Math.max(left, right)));
        }
        centre[n] = (scale.low() + scale.high()) / 2;
        width[n] = range;
        for (int i = 0; i <= n; i++) {
            double inside = normal((scale.high() - centre[i]) / width[i]) - normal((scale.low() - centre[i]) / width[i]);
            logWeight[i] = -Math.log((n + 1) * inside * width[i] * Math.sqrt(2 * Math.PI));
        }
    }

    @Override
    public Object draw(SplittableRandom random) {
        int i = random.nextInt(centre.length);
        for (int tries = 0; tries < PATIENCE; tries++) { // the centre is inside and no kernel wider than the scale: a third and more fall in
            double at = centre[i] + width[i] * random.nextGaussian();
            if (at >= scale.low() && at <= scale.high()) {
                return scale.value(at);
            }
        }
        return scale.value(centre[i]);
    }

    @Override
    public double log(Object value) {
        double at = scale.at(value);
        double most = Double.NEGATIVE_INFINITY;
        double[] logs = new double[centre.length];
        for (int i = 0; i < logs.length; i++) {
            double z = (at - centre[i]) / width[i];
            logs[i] = logWeight[i] - z * z / 2;
            most = Math.max(most, logs[i]);
        }
        double sum = 0;
        for (double each : logs) {
            sum += Math.exp(each - most);
        }
        return most + Math.log(sum);
    }

    /** The normal distribution function, to 7.5e-8 (Abramowitz and Stegun 26.2.17). */
    static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI)
                * t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
