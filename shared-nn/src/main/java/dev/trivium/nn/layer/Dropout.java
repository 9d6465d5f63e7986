package dev.trivium.nn.layer;

import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/**
 * Dropout (Srivastava et al. 2014): in training, elements become 0 with probability p and the others are multiplied by 1 / (1 - p).
 *
 * <p>The expectation is x, so prediction needs no correction. {@link DropoutMasks} says how the probability is rounded.
 *
 * @param probability p, in [0, 1)
 */
public record Dropout(double probability) {

    /** Checks the probability. */
    public Dropout {
        DropoutMasks.threshold(probability);
    }

    /** {@return x with elements dropped in training, x itself in prediction} */
    public Tensor forward(Tensor x, Mode mode) {
        List<Tensor> masks = mode.masks(probability, x.shape());
        return masks.isEmpty() ? x : x.mul(masks.get(0));
    }
}
