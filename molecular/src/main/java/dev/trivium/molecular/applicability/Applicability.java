package dev.trivium.molecular.applicability;

import java.util.List;

/**
 * Where a molecule stands among those a model was fitted on.
 *
 * @param nearest training molecules, the most similar first, of equal ones that of the lower row
 * @param outside in which respects it lies outside the training range, one sentence each; empty if it lies inside
 */
public record Applicability(List<Neighbour> nearest, List<String> outside) {

    /** Copies the lists. */
    public Applicability {
        nearest = List.copyOf(nearest);
        outside = List.copyOf(outside);
    }

    /** {@return whether it lies inside the training range} */
    public boolean inside() {
        return outside.isEmpty();
    }
}
