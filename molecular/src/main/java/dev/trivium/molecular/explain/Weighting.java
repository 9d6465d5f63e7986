package dev.trivium.molecular.explain;

import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.Arrays;

/** How much a motif weighs. */
public enum Weighting {

    /** The size of its effect by way of all three vectors, whichever its sign: the standard. */
    EFFECT,
    /** The part of the channels of f_motif that it won. */
    SHARE,
    /** The size of its gradient times value in f_motif, whichever its sign. */
    CONTRIBUTION;

    /** {@return (motifs) the weights of a molecule's motifs, none below 0} */
    public double[] of(TokenWeights weights, int task) {
        return switch (this) {
            case EFFECT -> sizes(weights.motifEffects(task));
            case SHARE -> weights.motifShares();
            case CONTRIBUTION -> sizes(weights.motifContributions(task));
        };
    }

    /** {@return (motifs) weights divided by their sum; zeros if all are zero} */
    double[] parts(TokenWeights weights, int task) {
        double[] all = of(weights, task);
        double sum = Arrays.stream(all).sum();
        return sum > 0 ? Arrays.stream(all).map(weight -> weight / sum).toArray() : all;
    }

    private static double[] sizes(double[] signed) {
        return Arrays.stream(signed).map(Math::abs).toArray();
    }
}
