package dev.trivium.molecular.explain;

import dev.trivium.molecular.molgraphxlstm.TokenWeights;
import java.util.Arrays;

/** How much a motif weighs. */
public enum Weighting {

    /** The part of the channels that it won. */
    SHARE,
    /** The size of its gradient times value, whichever its sign. */
    CONTRIBUTION;

    double[] of(TokenWeights weights, int task) {
        return this == SHARE ? weights.motifShares() : Arrays.stream(weights.motifContributions(task)).map(Math::abs).toArray();
    }
}
