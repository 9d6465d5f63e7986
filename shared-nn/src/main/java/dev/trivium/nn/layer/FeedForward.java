package dev.trivium.nn.layer;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * Two linear maps with an activation between them, at every position alike: (…, width) → (…, hidden) → (…, width).
 *
 * <pre>y = drop(act(x W_1ᵀ + b_1)) W_2ᵀ + b_2          (Vaswani et al. 2017, eq. 2)</pre>
 *
 * <p>Differs from the paper: the activation is chosen (its own is {@code Tensor::relu}), and dropout falls on the hidden layer.
 * Parameters: those of the {@link Linear} layers {@code linear1} and {@code linear2}.
 */
public final class FeedForward {

    private final Linear first;
    private final Linear second;
    private final UnaryOperator<Tensor> activation;
    private final Dropout dropout;

    /** Adds the layers' parameters to a store. */
    public FeedForward(int width, int hidden, UnaryOperator<Tensor> activation, Dropout dropout, Parameters parameters) {
        first = new Linear(width, hidden, parameters.child("linear1"));
        second = new Linear(hidden, width, parameters.child("linear2"));
        this.activation = activation;
        this.dropout = dropout;
    }

    /** {@return (…, width)} */
    public Tensor forward(Tensor x, Mode mode) {
        return second.forward(dropout.forward(activation.apply(first.forward(x)), mode));
    }
}
