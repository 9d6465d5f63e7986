package dev.trivium.timeseries.timetracker;

import java.util.Map;
import java.util.SplittableRandom;

/** Sines with noise, level and scale of their own; now and then a gap. */
record Waves(long seed) implements SeriesSource {

    @Override
    public void draw(long index, float[] values) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index * 31);
        double period = 4 + random.nextInt(40);
        double phase = random.nextDouble() * 6;
        double scale = Math.exp(4 * random.nextDouble() - 2);
        double level = scale * (10 * random.nextDouble() - 5);
        for (int t = 0; t < values.length; t++) {
            double noise = random.nextDouble() - 0.5;
            values[t] = random.nextInt(50) == 0 ? Float.NaN : (float) (level + scale * (Math.sin(6.283 * t / period + phase) + 0.2 * noise));
        }
    }

    @Override
    public Map<String, Object> describe() {
        return Map.of("name", "waves", "seed", seed);
    }
}
