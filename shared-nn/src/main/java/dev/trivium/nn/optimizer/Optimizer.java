package dev.trivium.nn.optimizer;

import dev.trivium.nn.tensor.Tensor;
import java.util.Map;

/**
 * Moves parameters down the gradient of a loss. Holds native memory: close it before the parameters.
 *
 * <p>Not safe for use by several threads at once; different optimizers of different models may run side by side.
 */
public sealed interface Optimizer extends AutoCloseable permits Adam, AdamW {

    /**
     * Differentiates a loss and updates the parameters in place.
     *
     * <p>A parameter on which the loss does not depend is left alone: neither decay nor momentum moves it, and its step count stands
     * still. The recorded graph is freed. A gradient that is not finite spoils the parameters, as in PyTorch; the next loss shows it.
     *
     * @param loss one number, recorded on a {@link dev.trivium.nn.tensor.Tape}; the tape may be open or closed by now
     * @param learningRate at least 0
     * @param maxGradientNorm gradients are scaled by {@code min(1, maxGradientNorm / (norm + 1e-6))}, where norm is the Euclidean
     *     norm of all gradients as one vector; positive; infinity switches clipping off and saves the pass over the gradients
     * @return the norm before clipping, or NaN when clipping is off
     * @throws IllegalArgumentException if the loss was not recorded or has several elements, or a number is out of range
     */
    double step(Tensor loss, double learningRate, double maxGradientNorm);

    /**
     * Updates the parameters in place from gradients that are known already, as {@link #step(Tensor, double, double)} does from those of a loss.
     *
     * @param gradients by name of the parameter, each of its shape, no two in the same memory; a parameter that is missing is left
     *     alone; overwritten
     * @param learningRate at least 0
     * @param maxGradientNorm positive; infinity switches clipping off
     * @return the norm before clipping, or NaN when clipping is off
     * @throws IllegalArgumentException if a name is none of a parameter that this optimizer moves, there is no gradient, or a number is out of range
     */
    double step(Map<String, Tensor> gradients, double learningRate, double maxGradientNorm);

    /**
     * Copies what a resumed run needs to go on bit for bit: {@code m.NAME} and {@code v.NAME} in row-major order, and
     * {@code t.NAME}, one number, the steps that the parameter has taken.
     *
     * @throws IllegalStateException if the model computes in float64, for which floats are not exact: see {@link #exactState}
     */
    Map<String, float[]> state();

    /** Copies the same as {@link #state} as doubles, which are exact in either precision. */
    Map<String, double[]> exactState();

    /**
     * Goes on where {@link #state} was taken.
     *
     * @throws IllegalArgumentException if names or sizes differ from this optimizer's; nothing is changed then
     */
    void restore(Map<String, float[]> state);

    /**
     * Goes on where {@link #exactState} was taken.
     *
     * @throws IllegalArgumentException if names or sizes differ from this optimizer's; nothing is changed then
     */
    void restoreExact(Map<String, double[]> state);

    /** Frees the moments. The parameters stay. */
    @Override
    void close();
}
