package dev.trivium.nn.schedule;

/**
 * A straight rise to a plateau, and a straight fall towards zero over the last epochs (Hu et al. 2024, "MiniCPM", section 4: WSD).
 *
 * <pre>
 * rate (t + 1) / (w + 1)        for t &lt; w
 * rate                          for w ≤ t &lt; T − D
 * rate (T − t) / (D + 1)        for t ≥ T − D, D updates
 * </pre>
 *
 * <p>With {@code decayEpochs = 0} the rate of an update does not depend on the length of the run, so that a run can be prolonged at any
 * time; one that resumes it with a decay ends it. Differs from the paper: the fall is straight, theirs exponential.
 *
 * @param rate on the plateau, positive
 * @param warmup updates before the plateau, w, at least 0
 * @param decayEpochs epochs of falling rates at the end of the run, at least 0; warm-up goes before decay where both would meet
 */
public record WarmupStableDecay(double rate, long warmup, int decayEpochs) implements Schedule {

    /** Checks the ranges. */
    public WarmupStableDecay {
        Rates.positive("rate", rate);
        atLeastZero("warmup", warmup);
        atLeastZero("decayEpochs", decayEpochs);
    }

    private static void atLeastZero(String name, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, got " + value);
        }
    }

    @Override
    public double rate(Progress at) {
        if (at.step() < warmup) {
            return rate * (at.step() + 1) / (warmup + 1);
        }
        long decay = Math.min(decayEpochs, at.epochs()) * at.stepsPerEpoch();
        long left = at.steps() - at.step();
        return left > decay ? rate : rate * left / (decay + 1);
    }
}
