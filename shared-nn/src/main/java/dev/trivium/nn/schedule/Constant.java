package dev.trivium.nn.schedule;

/**
 * The same rate throughout.
 *
 * @param rate positive
 */
public record Constant(double rate) implements Schedule {

    /** Checks the range. */
    public Constant {
        Rates.positive("rate", rate);
    }

    @Override
    public double rate(Progress at) {
        return rate;
    }
}
