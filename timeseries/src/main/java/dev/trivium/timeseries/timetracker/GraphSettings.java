package dev.trivium.timeseries.timetracker;

import java.util.Locale;

/**
 * How the graph between variates is made from their spectra; what follows the distances is ours.
 *
 * <p>Time and memory grow with the square of the variates, or, with K neighbours, with K times their number. For 4 windows of 321 variates and
 * 7 patches in the standard network, a training step was measured to take 2.6 s and 2.0 GB with K = 16, and 11.8 s and 2.9 GB with all.
 *
 * @param edges what a relation does to attention
 * @param neighbours K, how many variates each one looks at, itself included: those with the nearest spectra; 0 for all
 * @param weighted whether frequencies have weights that are learned
 * @param symmetric whether p_ij and p_ji are averaged
 * @param difference what of two spectra is compared
 * @param temperature of the sampled edges, above 0
 */
public record GraphSettings(Edges edges, int neighbours, boolean weighted, boolean symmetric, Difference difference, double temperature) {

    /** What a relation does to attention. */
    public enum Edges {
        /** Nothing: all variates (or the nearest ones) count alike. */
        ALL,
        /** The nearer two spectra, the stronger the attention: ln(p + 1e-6) is added to the logits. */
        SOFT,
        /** Edges are kept or forbidden: sampled with probability p in training, kept where p > 0.5 in prediction. */
        HARD
    }

    /** What of two spectra is compared, frequency by frequency. */
    public enum Difference {
        /** The difference of the amplitudes; a shift in time changes nothing. */
        AMPLITUDE,
        /** The modulus of the complex difference. Takes memory for variates² × frequencies. */
        COMPLEX
    }

    /** Checks the ranges. */
    public GraphSettings {
        if (neighbours < 0) {
            throw new IllegalArgumentException("neighbours must be at least 0 (all), got " + neighbours);
        }
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "temperature must be above 0 and finite, got %s", temperature));
        }
    }

    /** {@return soft edges between all variates, by weighted differences of amplitudes} */
    public static GraphSettings standard() {
        return new GraphSettings(Edges.SOFT, 0, true, false, Difference.AMPLITUDE, 1);
    }

    /** {@return these settings with the K nearest variates only} */
    public GraphSettings nearest(int others) {
        return new GraphSettings(edges, others, weighted, symmetric, difference, temperature);
    }

    /** {@return these settings with other edges} */
    public GraphSettings with(Edges other) {
        return new GraphSettings(other, neighbours, weighted, symmetric, difference, temperature);
    }
}
