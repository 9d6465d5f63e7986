package dev.trivium.nn.schedule;

/**
 * Decay from epoch to epoch: {@code rate · factorᵉ} with e from 0 (PyTorch's ExponentialLR).
 *
 * @param rate in the first epoch, positive
 * @param factor from one epoch to the next, in (0, 1]
 */
public record Exponential(double rate, double factor) implements Schedule {

    /** Checks the ranges. */
    public Exponential {
        Rates.positive("rate", rate);
        if (!(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("factor must be in (0, 1], got " + factor);
        }
    }

    @Override
    public double rate(Progress at) {
        return rate * Math.pow(factor, at.epoch());
    }
}
