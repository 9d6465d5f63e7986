package dev.trivium.nn.schedule;

/**
 * Up along a cosine and down along another (Smith and Topin 2019; PyTorch's OneCycleLR in two phases with cosine annealing).
 *
 * <pre>
 * peak / divisor  →  peak                 at t = share · T − 1
 * peak            →  start / lastDivisor  at t = T − 1
 * from a to b at a fraction q of a phase: b + (a − b) (1 + cos(π q)) / 2
 * </pre>
 *
 * <p>Rates only: PyTorch's scheduler also turns β₁ or the momentum in the opposite direction, which is not done here. Where
 * {@code share · T} is exactly 1, and PyTorch divides by zero, the run starts at the peak.
 *
 * @param peak the highest rate, positive
 * @param share of the run up to the peak, in (0, 1)
 * @param divisor the first rate is {@code peak / divisor}; at least 1
 * @param lastDivisor the last rate is {@code peak / divisor / lastDivisor}; at least 1
 */
public record OneCycle(double peak, double share, double divisor, double lastDivisor) implements Schedule {

    /** Checks the ranges. */
    public OneCycle {
        Rates.positive("peak", peak);
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share must be in (0, 1), got " + share);
        }
        atLeastOne("divisor", divisor);
        atLeastOne("lastDivisor", lastDivisor);
    }

    /** {@return PyTorch's defaults: 30 % rise, start at peak / 25, end at start / 10 000} */
    public static OneCycle standard(double peak) {
        return new OneCycle(peak, 0.3, 25, 1e4);
    }

    @Override
    public double rate(Progress at) {
        double top = share * at.steps() - 1;
        double end = at.steps() - 1;
        double first = peak / divisor;
        if (at.step() <= top) {
            return top == 0 ? peak : between(first, peak, at.step() / top);
        }
        return between(peak, first / lastDivisor, (at.step() - top) / (end - top));
    }

    private static double between(double from, double to, double fraction) {
        return to + (from - to) / 2 * (1 + Math.cos(Math.PI * fraction));
    }

    private static void atLeastOne(String name, double value) {
        if (!(value >= 1 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be at least 1 and finite, got " + value);
        }
    }
}
