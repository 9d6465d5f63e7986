package dev.trivium.nn.schedule;

/**
 * Where training stands: before update {@code step} of a run of {@code epochs * stepsPerEpoch} updates.
 *
 * @param step updates done so far, from 0
 * @param stepsPerEpoch updates in one pass over the data, at least 1
 * @param epochs passes that are planned at most, at least 1
 */
public record Progress(long step, long stepsPerEpoch, long epochs) {

    /** Checks that the step lies within the run. */
    public Progress {
        if (stepsPerEpoch < 1) {
            throw new IllegalArgumentException("stepsPerEpoch must be at least 1, got " + stepsPerEpoch);
        }
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
        }
        long steps = Math.multiplyExact(stepsPerEpoch, epochs);
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException("step must be in [0, " + steps + "), got " + step);
        }
    }

    /** {@return the planned number of updates, T} */
    public long steps() {
        return stepsPerEpoch * epochs;
    }

    /** {@return the epoch of the coming update, counted from 0} */
    public long epoch() {
        return step / stepsPerEpoch;
    }
}
