package dev.trivium.benchmarks;

import dev.trivium.timeseries.timetracker.SeriesSource;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws of a wave with noise, a tenth missing: what a step costs does not depend on the values.
 *
 * @param seed two seeds share no draw
 */
record NoiseSource(long seed) implements SeriesSource {

    private static final double MISSING = 0.1;

    @Override
    public void draw(long index, float[] values) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        double period = 10 + 90 * random.nextDouble();
        for (int t = 0; t < values.length; t++) {
            double value = Math.sin(2 * Math.PI * t / period) + random.nextDouble() - 0.5;
            values[t] = random.nextDouble() < MISSING ? Float.NaN : (float) value;
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("source", "a wave with noise", "seed", seed);
    }
}
