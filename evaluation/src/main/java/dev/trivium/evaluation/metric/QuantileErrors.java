package dev.trivium.evaluation.metric;

import java.util.List;
import java.util.Locale;

/**
 * How good forecast quantiles are: scaled CRPS and coverage, added batch by batch and kept as sums.
 *
 * <p>With y a target, q<sub>a</sub> its forecast quantile at level a, and the pinball loss
 * ρ<sub>a</sub> = (y − q<sub>a</sub>) (a − 1[y &lt; q<sub>a</sub>]):
 *
 * <pre>scaled CRPS = mean over a of ( sum of 2 ρ_a over all targets / sum of |y| over all targets )</pre>
 *
 * <p>also known as mean weighted quantile loss (Park et al. 2022). At nine levels 0.1 … 0.9 it approaches the continuous ranked probability
 * score, scaled by the size of the targets. Series of large numbers weigh most in it, as the sum is over all of them. Missing targets
 * are left out and counted. Not safe for use by several threads at once.
 */
public final class QuantileErrors {

    private final List<Double> levels;
    private final double[] pinball;
    private double size;
    private long within;
    private long observed;
    private long missing;

    /**
     * Starts with no target.
     *
     * @param levels at least one, in (0, 1), ascending
     */
    public QuantileErrors(List<Double> levels) {
        this.levels = List.copyOf(levels);
        double before = 0;
        for (double level : this.levels) {
            if (!(level > before && level < 1)) {
                throw new IllegalArgumentException("levels must be in (0, 1) and ascend, got " + levels);
            }
            before = level;
        }
        if (before == 0) {
            throw new IllegalArgumentException("levels must hold at least one, got none");
        }
        pinball = new double[this.levels.size()];
    }

    /**
     * Adds targets.
     *
     * @param quantiles a forecast of every target for each level, finite, in the units of the data
     * @param actual the targets; NaN = missing
     */
    public void add(List<double[]> quantiles, double[] actual) {
        check(quantiles, actual);
        for (int i = 0; i < actual.length; i++) {
            if (Double.isNaN(actual[i])) {
                missing++;
                continue;
            }
            observed++;
            size += Math.abs(actual[i]);
            for (int a = 0; a < pinball.length; a++) {
                double error = actual[i] - quantiles.get(a)[i];
                pinball[a] += error >= 0 ? levels.get(a) * error : (levels.get(a) - 1) * error;
            }
            if (quantiles.get(0)[i] <= actual[i] && actual[i] <= quantiles.get(pinball.length - 1)[i]) {
                within++;
            }
        }
    }

    private void check(List<double[]> quantiles, double[] actual) {
        if (quantiles.size() != levels.size()) {
            throw new IllegalArgumentException("quantiles must hold one array for each level of " + levels + ", got " + quantiles.size());
        }
        for (int a = 0; a < quantiles.size(); a++) {
            double[] values = quantiles.get(a);
            if (values.length != actual.length) {
                throw new IllegalArgumentException(String.format(Locale.ROOT, "quantiles must be of the shape of actual, %d values, got %d at level %s",
                        actual.length, values.length, levels.get(a)));
            }
            for (int i = 0; i < values.length; i++) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException("quantiles must be finite, got " + values[i] + " at level " + levels.get(a) + ", target " + i);
                }
            }
        }
        for (int i = 0; i < actual.length; i++) {
            if (Double.isInfinite(actual[i])) {
                throw new IllegalArgumentException("actual must be finite or NaN (missing), got " + actual[i] + " at target " + i);
            }
        }
    }

    /** {@return the levels} */
    public List<Double> levels() {
        return levels;
    }

    /** {@return the scaled CRPS; NaN without an observed target or where all of them are 0} */
    public double scaledCrps() {
        double sum = 0;
        for (double loss : pinball) {
            sum += 2 * loss;
        }
        return size > 0 ? sum / pinball.length / size : Double.NaN;
    }

    /** {@return the share of the observed targets between the lowest and the highest level, both included; NaN without one} */
    public double coverage() {
        return observed == 0 ? Double.NaN : (double) within / observed;
    }

    /** {@return targets that were observed, and so scored} */
    public long observed() {
        return observed;
    }

    /** {@return targets that were missing, and so left out} */
    public long missing() {
        return missing;
    }
}
