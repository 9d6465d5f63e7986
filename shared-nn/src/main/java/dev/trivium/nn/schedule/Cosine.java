package dev.trivium.nn.schedule;

/**
 * Half a cosine wave over the whole run (Loshchilov and Hutter 2017, eq. 5; PyTorch's CosineAnnealingLR with T_max = T, stepped per
 * update).
 *
 * <pre>minimum + (rate − minimum) (1 + cos(π t / T)) / 2</pre>
 *
 * @param rate of the first update, positive
 * @param minimum approached at the end, in [0, rate]
 */
public record Cosine(double rate, double minimum) implements Schedule {

    /** Checks the ranges. */
    public Cosine {
        Rates.positive("rate", rate);
        if (!(minimum >= 0 && minimum <= rate)) {
            throw new IllegalArgumentException("minimum must be in [0, rate=" + rate + "], got " + minimum);
        }
    }

    @Override
    public double rate(Progress at) {
        return minimum + (rate - minimum) * (1 + Math.cos(Math.PI * at.step() / at.steps())) / 2;
    }
}
