package dev.trivium.timeseries.timetracker;

import java.util.SplittableRandom;

/** Draws of a source made ready for the network; what is hidden of a draw follows from seed and number alone. Thread-safe. */
final class PretrainingDraws {

    private final TimeTrackerSettings settings;
    private final Corruption corruption;
    private final SeriesSource source;
    private final long seed;

    PretrainingDraws(TimeTrackerSettings settings, Corruption corruption, SeriesSource source, long seed) {
        this.settings = settings;
        this.corruption = corruption;
        this.source = source;
        this.seed = seed;
    }

    /** {@return points of a draw: a full window and the patch after it} */
    static int points(TimeTrackerSettings settings) {
        return (settings.positions() + 1) * settings.patch();
    }

    /** {@return draws {@code first} to {@code first + size − 1}} */
    PretrainingBatch batch(long first, int size) {
        PretrainingBatch batch = PretrainingBatch.empty(size, settings.positions(), settings.patch());
        float[] values = new float[points(settings)];
        for (int slot = 0; slot < size; slot++) {
            long index = first + slot;
            source.draw(index, values);
            requireFinite(index, values);
            SplittableRandom random = new SplittableRandom(mixed(seed + mixed(index)));
            new PreparedDraw(settings.patch(), settings.positions(), corruption, values, random).into(batch, slot);
        }
        return batch;
    }

    private static void requireFinite(long index, float[] values) {
        for (int t = 0; t < values.length; t++) {
            if (Float.isInfinite(values[t])) {
                throw new IllegalStateException("source must draw finite values or NaN, got " + values[t] + " at point " + t + " of draw "
                        + index);
            }
        }
    }

    /** Neighbouring numbers must not give neighbouring streams (finaliser of MurmurHash3). */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}
