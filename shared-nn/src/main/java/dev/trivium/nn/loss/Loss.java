package dev.trivium.nn.loss;

import dev.trivium.nn.loss.KernelLoss.Layout;
import dev.trivium.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * How far predictions are from targets: the mean over all observed elements, a single number to be minimised.
 *
 * <p>p is the prediction, y the target, e = y - p.
 */
public interface Loss {

    /** {@return the loss when every target is observed} */
    Tensor of(Tensor prediction, Tensor target);

    /**
     * The loss over what is observed.
     *
     * @param mask of the target's shape, not zero where the target is observed; bytes or floats
     * @return 0 if nothing is observed
     */
    Tensor of(Tensor prediction, Tensor target, Tensor mask);

    /** {@return the mean squared error, e²} */
    static Loss squared() {
        return new KernelLoss("squared", Layout.EQUAL, List.of());
    }

    /** {@return the mean absolute error, |e|} */
    static Loss absolute() {
        return new KernelLoss("absolute", Layout.EQUAL, List.of());
    }

    /**
     * Huber's loss: e² / 2 up to delta, delta (|e| - delta / 2) beyond (Huber 1964).
     *
     * @param delta where the square becomes a straight line, above 0
     */
    static Loss huber(double delta) {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("delta must be positive and finite, got " + delta);
        }
        return new KernelLoss("huber", Layout.EQUAL, List.of(delta));
    }

    /**
     * The pinball loss of quantiles, max(q e, (q - 1) e), averaged over levels (Koenker and Bassett 1978).
     *
     * <p>Predictions are (…, levels) for targets (…).
     *
     * @param levels q, each in (0, 1), in the order of the prediction's last axis
     */
    static Loss pinball(double... levels) {
        if (levels.length == 0 || !Arrays.stream(levels).allMatch(q -> q > 0 && q < 1)) {
            throw new IllegalArgumentException("levels must be in (0, 1), at least one, got " + Arrays.toString(levels));
        }
        return new KernelLoss("pinball", new Layout("levels", levels.length), List.of(levels.clone()));
    }

    /** {@return the binary cross-entropy of logits p: -y log σ(p) - (1 - y) log(1 - σ(p)), without overflow; y in [0, 1]} */
    static Loss binaryCrossEntropy() {
        return new KernelLoss("binary_cross_entropy", Layout.EQUAL, List.of());
    }

    /**
     * The cross-entropy of logits, {@code log Σ_k exp(p_k) - p_y}.
     *
     * <p>Predictions are (…, classes) for targets (…), which are the indices of the true classes (as of {@code Scope.indices}).
     *
     * @param classes how many there are, at least 2
     */
    static Loss crossEntropy(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, got " + classes);
        }
        return new KernelLoss("cross_entropy", new Layout("classes", classes), List.of());
    }
}
