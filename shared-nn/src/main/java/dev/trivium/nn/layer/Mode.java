package dev.trivium.nn.layer;

import dev.trivium.nn.tensor.Scope;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;

/** Whether a forward pass trains or predicts: layers with dropout drop in training only. */
public sealed interface Mode {

    /** Predicting: nothing is dropped, so that equal inputs give equal outputs. */
    Mode PREDICT = new Predict();

    /**
     * Training.
     *
     * @param scope owns the masks; the scope of the training step
     * @param seed of the training
     * @param step number of the training step; the masks are a function of seed, step, and the order in which layers ask
     */
    static Mode train(Scope scope, long seed, long step) {
        return new Train(scope, new MaskStream(seed, step));
    }

    /**
     * Draws dropout masks: 0 with the given probability p, else 1 / (1 - p).
     *
     * @return one mask per shape in training; none at all in prediction, or if the probability is 0
     */
    List<Tensor> masks(double probability, long[]... shapes);

    /** See {@link #PREDICT}. */
    record Predict() implements Mode {
        @Override
        public List<Tensor> masks(double probability, long[]... shapes) {
            return List.of();
        }
    }

    /** See {@link #train}. */
    final class Train implements Mode {

        private final Scope scope;
        private final MaskStream stream;

        private Train(Scope scope, MaskStream stream) {
            this.scope = scope;
            this.stream = stream;
        }

        @Override
        public List<Tensor> masks(double probability, long[]... shapes) {
            return new DropoutMasks.Step(stream, DropoutMasks.threshold(probability)).draw(scope, shapes);
        }
    }
}
