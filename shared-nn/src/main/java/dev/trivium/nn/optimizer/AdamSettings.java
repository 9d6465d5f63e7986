package dev.trivium.nn.optimizer;

/**
 * The constants of Adam and AdamW.
 *
 * @param beta1 decay of the mean of gradients, β₁, in [0, 1)
 * @param beta2 decay of the mean of squared gradients, β₂, in [0, 1)
 * @param eps added to the root of the second moment after bias correction, ε, at least 0
 * @param weightDecay λ for all parameters, at least 0; must be 0 where {@link ParameterGroup}s state their own
 */
public record AdamSettings(double beta1, double beta2, double eps, double weightDecay) {

    /** Checks the ranges; NaN is refused everywhere. */
    public AdamSettings {
        checkBeta("beta1", beta1);
        checkBeta("beta2", beta2);
        if (!(eps >= 0 && eps < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("eps must be at least 0 and finite, got " + eps);
        }
        checkDecay(weightDecay);
    }

    /** {@return β₁ = 0.9, β₂ = 0.999, ε = 1e-8, no decay: the defaults of Kingma and Ba (2015)} */
    public static AdamSettings standard() {
        return new AdamSettings(0.9, 0.999, 1e-8, 0);
    }

    /** {@return the same settings with another β₁} */
    public AdamSettings withBeta1(double value) {
        return new AdamSettings(value, beta2, eps, weightDecay);
    }

    /** {@return the same settings with another weight decay} */
    public AdamSettings withWeightDecay(double value) {
        return new AdamSettings(beta1, beta2, eps, value);
    }

    static void checkDecay(double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weightDecay must be at least 0 and finite, got " + value);
        }
    }

    private static void checkBeta(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
        }
    }
}
