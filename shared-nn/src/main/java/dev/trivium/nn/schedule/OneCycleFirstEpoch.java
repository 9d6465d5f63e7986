package dev.trivium.nn.schedule;

/**
 * The rule under which the published WaveRoRA results were trained (Liang et al. 2024, reference code).
 *
 * <p>The rate times 1/25 in epoch 0, times 1 in epochs 1 to 3, times {@code 0.9ᵉ⁻³} in epoch e from 4 on: 0.04, 1, 1, 1, 0.9, …
 * The first epoch is an accident of the reference code: a one-cycle scheduler is made and never stepped, and its constructor lowers
 * the rate. It also sets β₁ to 0.95 for the whole run, which is {@code AdamSettings.standard().withBeta1(0.95)}.
 *
 * @param rate of epochs 1 to 3, positive
 */
public record OneCycleFirstEpoch(double rate) implements Schedule {

    /** Checks the range. */
    public OneCycleFirstEpoch {
        Rates.positive("rate", rate);
    }

    @Override
    public double rate(Progress at) {
        if (at.epoch() == 0) {
            return rate / 25;
        }
        return at.epoch() <= 3 ? rate : rate * Math.pow(0.9, at.epoch() - 3);
    }
}
