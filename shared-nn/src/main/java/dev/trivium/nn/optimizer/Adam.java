package dev.trivium.nn.optimizer;

import dev.trivium.nn.parameter.Parameters;
import dev.trivium.nn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), with weight decay added to the gradient where it is asked for.
 *
 * <pre>
 * g ← g + λ θ;   m ← β₁ m + (1 − β₁) g;   v ← β₂ v + (1 − β₂) g²
 * θ ← θ − α · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
 * </pre>
 *
 * <p>Differs from the paper as PyTorch does: the paper has no decay. With decay, {@link AdamW} is usually the better choice.
 */
public final class Adam implements Optimizer {

    private final AdamMoments moments;

    /** Trains all parameters alike, with the settings' decay. */
    public Adam(Parameters parameters, AdamSettings settings) {
        moments = new AdamMoments(false, parameters, settings, List.of(ParameterGroup.all(parameters, settings.weightDecay())));
    }

    /**
     * Trains groups of parameters; a parameter in no group is frozen.
     *
     * @throws IllegalArgumentException if a name is unknown or in two places, there is no group, or the settings state a decay too
     */
    public Adam(Parameters parameters, AdamSettings settings, List<ParameterGroup> groups) {
        if (settings.weightDecay() != 0) {
            throw new IllegalArgumentException(
                    "settings.weightDecay must be 0 where groups state their own, got " + settings.weightDecay());
        }
        moments = new AdamMoments(false, parameters, settings, groups);
    }

    @Override
    public double step(Tensor loss, double learningRate, double maxGradientNorm) {
        return moments.step(loss, learningRate, maxGradientNorm);
    }

    @Override
    public double step(Map<String, Tensor> gradients, double learningRate, double maxGradientNorm) {
        return moments.step(gradients, learningRate, maxGradientNorm);
    }

    @Override
    public Map<String, float[]> state() {
        return moments.state().floats();
    }

    @Override
    public Map<String, double[]> exactState() {
        return moments.state().doubles();
    }

    @Override
    public void restore(Map<String, float[]> state) {
        moments.state().setFloats(state);
    }

    @Override
    public void restoreExact(Map<String, double[]> state) {
        moments.state().setDoubles(state);
    }

    @Override
    public void close() {
        moments.close();
    }
}
