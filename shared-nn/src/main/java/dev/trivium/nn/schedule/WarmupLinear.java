package dev.trivium.nn.schedule;

/**
 * A straight rise to the peak, then a straight fall towards zero at the end of the run.
 *
 * <pre>
 * rate (t + 1) / (w + 1)        for t &lt; w
 * rate (T − t) / (T − w)        for t ≥ w
 * </pre>
 *
 * <p>The peak is update w, and no update has rate 0: schedules that start at zero waste the first one.
 *
 * @param rate at the peak, positive
 * @param warmup updates before the peak, w; at least 0 and less than the run's updates T
 */
public record WarmupLinear(double rate, long warmup) implements Schedule {

    /** Checks the ranges; the run's length is checked when it is known. */
    public WarmupLinear {
        Rates.positive("rate", rate);
        if (warmup < 0) {
            throw new IllegalArgumentException("warmup must be at least 0, got " + warmup);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the run is too short for the warm-up
     */
    @Override
    public double rate(Progress at) {
        if (warmup >= at.steps()) {
            throw new IllegalArgumentException("warmup must be less than the run's " + at.steps() + " updates, got " + warmup);
        }
        return at.step() < warmup
                ? rate * (at.step() + 1) / (warmup + 1)
                : rate * (at.steps() - at.step()) / (at.steps() - warmup);
    }
}
