package dev.trivium.timeseries.timetracker;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Relations between the variates of a window by their spectra, made anew for each window (section 2.5 of our definition).
 *
 * <pre>
 * D_ij = Σ_f w_f | a_if - a_jf |                a: amplitudes of the normalised window
 * p_ij = exp(-τ D_ij / mean over j ≠ i of D_ij)   p_ii = 1
 * </pre>
 *
 * <p>D with w = 1 follows descriptions of the paper; what comes after it is ours. τ and w are softplus of {@code sharpness} (1) and
 * {@code weight} (F), which start at ln(e - 1), so that τ = w = 1. A single variate, and variates of equal spectra, have p = 1.
 *
 * <p>Sampled edges: {@code y = sigmoid((ln p - ln(1 - p) + g) / temperature)} with logistic noise g; kept where y > 0.5. The gradient is
 * that of y for edges that are kept; those that are not have none in this step. A variate always looks at itself.
 */
final class FrequencyGraph {

    private static final double ONE = Math.log(Math.E - 1);

    private final GraphSettings settings;
    private final int bins;
    private final Tensor sharpness;
    private final List<Tensor> weight;

    /** @param bins F, frequencies of a window */
    FrequencyGraph(GraphSettings settings, int bins, Parameters parameters) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins must be at least 1, got " + bins);
        }
        this.settings = settings;
        this.bins = bins;
        sharpness = parameters.add("sharpness", Initial.constant(ONE), 1);
        weight = settings.weighted() ? List.of(parameters.add("weight", Initial.constant(ONE), bins)) : List.of();
    }

    /**
     * Draws logistic noise for sampled edges.
     *
     * @param seed of the training
     * @param step its number; the noise is a function of seed, step and shape
     * @return (batch, variates, variates), a tensor of the scope
     */
    static Tensor noise(Scope scope, long seed, long step, long batch, long variates) {
        SplittableRandom random = new SplittableRandom(new SplittableRandom(new SplittableRandom(seed).nextLong() + step).nextLong());
        double[] values = new double[Math.toIntExact(Math.multiplyExact(batch, variates * variates))];
        Arrays.setAll(values, i -> {
            double u = (random.nextLong() >>> 11 | 1) * 0x1p-53; // never 0
            return Math.log(u) - Math.log1p(-u);
        });
        return scope.tensor(values, batch, variates, variates);
    }

    /**
     * Relates the variates.
     *
     * @param spectra amplitudes (B, C, F) by {@link Spectrum#amplitudes}, or, to compare complex spectra, (B, C, F, 2) by
     *     {@link Spectrum#parts}
     * @param noise (B, C, C) in training, for hard edges only; none in prediction
     */
    Relation relate(Tensor spectra, Optional<Tensor> noise) {
        Tensor distances = distances(spectra);
        Tensor logits = logits(distances, noise);
        if (settings.neighbours() == 0 || settings.neighbours() >= distances.size(-1)) {
            return Relation.all(logits);
        }
        Tensor index = GraphScript.SCRIPT.call("nearest", distances, settings.neighbours());
        return new Relation(GraphScript.SCRIPT.call("picked", logits, index), index);
    }

    private Tensor logits(Tensor distances, Optional<Tensor> noise) {
        return switch (settings.edges()) {
            case ALL -> GraphScript.SCRIPT.call("nothing", distances);
            case SOFT -> GraphScript.SCRIPT.call("soft", probabilities(distances));
            case HARD -> {
                Tensor p = probabilities(distances);
                yield noise.isEmpty() ? GraphScript.SCRIPT.call("hard", p)
                        : GraphScript.SCRIPT.call("sampled", p, noise.get(), settings.temperature());
            }
        };
    }

    /** {@return D, (B, C, C)} */
    Tensor distances(Tensor spectra) {
        boolean complex = settings.difference() == GraphSettings.Difference.COMPLEX;
        if (spectra.shape().length != (complex ? 4 : 3) || spectra.size(2) != bins || complex && spectra.size(3) != 2) {
            throw new IllegalArgumentException("spectra must have shape (batch, variates, " + bins + (complex ? ", 2" : "") + "), got "
                    + spectra.shapeText());
        }
        return GraphScript.SCRIPT.call(complex ? "complex_distances" : "distances", spectra, weight);
    }

    /** {@return p, (B, C, C), of distances D} */
    Tensor probabilities(Tensor distances) {
        return GraphScript.SCRIPT.call("probabilities", distances, sharpness, settings.symmetric());
    }
}
