package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Initial;
import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;

/**
 * A trained vector for each of a finite number of things: indices (…) → (…, width).
 *
 * <p>Parameter: {@code weight} (entries, width), standard normal at first.
 */
public final class Embedding {

    private final Tensor weight;

    /** Adds the layer's parameter to a store. */
    public Embedding(int entries, int width, Parameters parameters) {
        weight = parameters.add("weight", Initial.normal(1), Sizes.positive("entries", entries), Sizes.positive("width", width));
    }

    /**
     * Looks vectors up.
     *
     * @param index integers in [0, entries), as of {@code Scope.indices}; another one is an error of the engine
     */
    public Tensor forward(Tensor index) {
        return weight.rows(index);
    }
}
