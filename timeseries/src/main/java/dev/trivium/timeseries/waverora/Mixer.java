package dev.trivium.timeseries.waverora;

import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/** How the variates of a sample exchange information: (B, M, d) → (B, M, d). */
interface Mixer {

    /** {@return what depends on parameters only, to be computed once per training step, or once for a fitted model} */
    List<Tensor> fold();

    /**
     * Mixes.
     *
     * @param z tokens, (B, M, d)
     * @param folded the result of {@link #fold}
     * @param mask one scaled dropout mask of the shape that {@link #masks} states, or none
     */
    Tensor forward(Tensor z, List<Tensor> folded, List<Tensor> mask);

    /** {@return the shapes of the dropout masks that one forward pass uses} */
    long[][] masks(int batch, int variates);
}
